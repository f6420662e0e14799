import type { Context } from "hono";
import { workspaceParameter } from "../../views/paths.ts";
import { Elsewhere } from "../../views/workspaces/elsewhere.tsx";
import type { Member } from "../domain/core/actor.ts";
import { NotFound } from "../domain/core/errors.ts";
import { listAll } from "../domain/core/page.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Env } from "../http/env.ts";
import { wantsFragment } from "../http/htmx.ts";
import { showError, showInPlace } from "./show.tsx";
import type { FoundPage } from "./table.ts";
import type { Visit } from "./visit.ts";

/**
 * Handles a URL that names its workspace, as URLs in emails do. In that workspace, redirects to the plain URL. In
 * another one, asks first, because opening a URL must not change anything.
 * @returns null if the URL names no workspace
 */
export async function answerElsewhere(
  c: Context<Env>,
  visit: Visit,
  found: FoundPage,
): Promise<Response | null> {
  const { member } = visit;
  const id = found.url.searchParams.get(workspaceParameter);
  if (id === null || member === null || wantsFragment(c)) return null;
  const url = new URL(found.url);
  url.searchParams.delete(workspaceParameter);
  const next = url.pathname + url.search;
  if (id === member.workspace.id) return c.redirect(next, 303);
  const at = { visit, found };
  const there = (await listAll(visit.deps, member, listWorkspaces)).find((one) => one.id === id);
  if (!there) return await showError(c, at, notTheirs(member));
  const here = member.workspace.name;
  const main = <Elsewhere here={here} there={there} next={next} />;
  const title = `In ${there.name}`;
  return await showInPlace(c, at, { title, bar: null, main, compose: undefined, live: [] }, 200);
}

function notTheirs({ email }: Member): NotFound {
  return new NotFound(`This link belongs to a workspace that ${email} isn't a member of.`, {
    hint: "If you followed a link in an email, sign in with the address that received it.",
  });
}
