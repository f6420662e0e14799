import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * Adds the length of GET's body to the response to HEAD. A stream has no length in GET's response either, so none of it
 * is read. RFC 9110, 9.3.2
 */
export const headLength: MiddlewareHandler<Env> = (c, next) =>
  c.req.method === "HEAD" ? next().then(() => sayLength(c)) : next();

async function sayLength(c: Context<Env>): Promise<void> {
  if (isBodyless(c.res)) return;
  if (c.get("streams")) {
    await c.res.body?.cancel();
    return;
  }
  const { byteLength } = await c.res.arrayBuffer();
  c.res.headers.set("content-length", String(byteLength));
}

/** Responds to HEAD for a stream without a length. The runtime gives a response without a body the length 0. */
export function leaveOutLength({ fetch }: Pick<Hono<Env>, "fetch">): Hono<Env>["fetch"] {
  return (request, ...others) => {
    const answer = fetch(request, ...others);
    return request.method === "HEAD" ? Promise.resolve(answer).then(withoutLength) : answer;
  };
}

function withoutLength(answer: Response): Response {
  if (isBodyless(answer) || answer.headers.has("content-length")) return answer;
  return new Response(new ReadableStream({ start: (empty) => empty.close() }), answer);
}

const isBodyless = ({ status }: Response) => status === 204 || status === 304;
