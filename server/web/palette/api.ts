import { type Context, Hono } from "hono";
import { listCommands } from "../../palette/list.ts";
import { runCommand } from "../../palette/run.ts";
import type { Palette, Ran } from "../../palette/schema.ts";
import type { Member } from "../../domain/core/actor.ts";
import { Forbidden, Unauthenticated } from "../../domain/core/errors.ts";
import { perform } from "../../domain/core/operation.ts";
import { browserSession } from "../../http/actor.ts";
import { readJson } from "../../http/body.ts";
import { sameOrigin } from "../../http/csrf.ts";
import type { Env } from "../../http/env.ts";
import { readQuery, requireNoQuery } from "../../http/query.ts";

/** The palette's JSON, only for browser sessions. It isn't part of REST v1. */
export const paletteWeb = new Hono<Env>()
  .use(sameOrigin)
  .get("/", async (c) => {
    const member = await sessionMember(c);
    const { path, ...asked } = readQuery(c);
    const here = path === undefined ? {} : { path: c.get("deps").base?.within(path) ?? path };
    return sent(c, await perform(c.get("deps"), member, listCommands, { ...asked, ...here }));
  })
  .post("/", async (c) => {
    const member = await sessionMember(c);
    requireNoQuery(c);
    return sent(c, await perform(c.get("deps"), member, runCommand, await readJson(c)));
  });

function sent(c: Context<Env>, answer: Palette | Ran): Response {
  const { base } = c.get("deps");
  const type = { "content-type": "application/json" };
  return base ? c.body(base.json(answer, "href"), 200, type) : c.json(answer);
}

/** @throws Unauthenticated without a valid session; Forbidden without a workspace */
async function sessionMember(c: Context<Env>): Promise<Member> {
  const session = await browserSession(c);
  if (!session) throw new Unauthenticated();
  if (session.member) return session.member;
  throw new Forbidden("You aren't a member of a workspace yet.", {
    code: "no_workspace",
    hint: "Create a workspace, or accept an invitation.",
  });
}
