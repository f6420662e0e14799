import type { Context, MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * Gives an answer to HEAD the length of the body that it leaves out, as GET would send it. What has no end is not
 * waited for and has no length. RFC 9110, 9.3.2
 */
export const headLength: MiddlewareHandler<Env> = (c, next) =>
  c.req.method === "HEAD" ? next().then(() => sayLength(c)) : next();

async function sayLength(c: Context<Env>): Promise<void> {
  if (c.res.status === 204 || c.res.status === 304) return;
  if (c.res.headers.get("content-type")?.startsWith("text/event-stream")) {
    await c.res.body?.cancel();
    return;
  }
  const { byteLength } = await c.res.arrayBuffer();
  c.res.headers.set("content-length", String(byteLength));
}
