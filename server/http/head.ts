import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * Gives an answer to HEAD the length of the body that it leaves out, as GET would send it. What has no end is not
 * waited for and has no length. RFC 9110, 9.3.2
 */
export const headLength: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.req.method !== "HEAD" || c.res.status === 204 || c.res.status === 304) return;
  if (c.res.headers.get("content-type")?.startsWith("text/event-stream")) {
    await c.res.body?.cancel();
    return;
  }
  const { byteLength } = await c.res.arrayBuffer();
  c.res.headers.set("content-length", String(byteLength));
};
