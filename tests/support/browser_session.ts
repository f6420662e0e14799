import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { verifyCodeInBrowser } from "../../server/domain/sessions/verify_code.ts";
import { Palette, Ran } from "../../server/palette/schema.ts";
import { Problem } from "./answers.ts";
import type { Answer, TestApp } from "./app.ts";
import { nobody, type World } from "./world.ts";

/** Signs somebody in as a browser does, through the real code flow, and gives the cookie that it then sends. */
export async function browserCookie(world: World, email: string): Promise<string> {
  const { services, mailer, clock } = world;
  // Past the time in which no second code is sent
  clock.advance({ minutes: 2 });
  await perform(services, nobody, requestCode, { email, purpose: "signin" });
  const code = mailer.codeFor(email);
  const given = { email, code, purpose: "signin" };
  const { token } = await perform(services, nobody, verifyCodeInBrowser, given);
  return `__Host-backlog=${token}`;
}

/** What a request to the palette's endpoint sends besides its method and query. */
export interface PaletteSent {
  cookie?: string | undefined;
  /** An object becomes JSON; a text is sent as it is, as JSON by name. */
  body?: unknown;
  /** Besides, or instead of, those of a request from a page of ours. */
  headers?: Record<string, string>;
}

/**
 * Asks the palette's endpoint as a page of ours does, and holds the answer to what it promises: its shape when it
 * succeeds, RFC 9457 when it doesn't.
 * @param request method and query: `GET ?q=gate`
 */
export async function askPalette(
  { app }: TestApp,
  request: string,
  { cookie, body, headers }: PaletteSent = {},
): Promise<Answer> {
  const [method, query = ""] = request.split(/ (.*)/s) as [string, string?];
  const response = await app.request(`/api/workspace/command${query}`, {
    method,
    headers: {
      origin: "https://backlog.example",
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(text),
    text,
  };
  if (answer.status === 200) (method === "GET" ? Palette : Ran).parse(answer.body);
  else assert.equal(Problem.parse(answer.body).status, answer.status);
  return answer;
}
