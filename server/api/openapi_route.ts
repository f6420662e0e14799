import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { etagOfText, hasCurrent } from "../http/etag.ts";
import type { Endpoint } from "./endpoint.ts";
import { describeApi } from "./openapi.ts";

/** `/openapi.json`, made once, at the first request, and kept. */
export function openapiApi(endpoints: readonly Endpoint[]): Hono<Env> {
  let making: Promise<{ text: string; etag: string }> | undefined;
  return new Hono<Env>().get("/", async (c) => {
    const { settings, version } = c.get("deps");
    making ??= describeApi(endpoints, settings.origin, version).then(tagged);
    const { text, etag } = await making;
    const headers = { "cache-control": "no-cache", etag };
    if (hasCurrent(c, etag)) return c.body(null, 304, headers);
    return c.body(text, 200, { ...headers, "content-type": "application/json" });
  });
}

function tagged(described: Record<string, unknown>) {
  const text = JSON.stringify(described);
  return { text, etag: etagOfText(text) };
}
