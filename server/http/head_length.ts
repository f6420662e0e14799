import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * Gives an answer to HEAD the length of the body that it leaves out, as GET would send it. A stream has no length to GET
 * either, so none of it is read. RFC 9110, 9.3.2
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

/** Answers HEAD for a stream without a length. The runtime gives 0 as the length of an answer without a body. */
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
