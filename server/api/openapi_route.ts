import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { etagOfText, hasCurrent } from "../http/etag.ts";
import type { Endpoint } from "./endpoint.ts";
import { describeApi } from "./openapi.ts";

/** `/openapi.json`, made at the first request and kept. */
export function openapiApi(endpoints: readonly Endpoint[]): Hono<Env> {
  let made: { text: string; etag: string } | undefined;
  return new Hono<Env>().get("/", (c) => {
    const { settings, version } = c.get("deps");
    made ??= tagged(JSON.stringify(describeApi(endpoints, settings.origin, version)));
    const headers = { "cache-control": "no-cache", etag: made.etag };
    if (hasCurrent(c, made.etag)) return c.body(null, 304, headers);
    return c.body(made.text, 200, { ...headers, "content-type": "application/json" });
  });
}

function tagged(text: string) {
  return { text, etag: etagOfText(text) };
}
