import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { takesGzip, zipped } from "../http/compression.ts";
import { etagOfText, hasCurrent } from "../http/etag.ts";
import type { Endpoint } from "./endpoint.ts";
import { describeApi } from "./openapi.ts";

/** `/openapi.json`, created at the first request and then cached. */
export function openapiApi(endpoints: readonly Endpoint[]): Hono<Env> {
  let making: Promise<Described> | undefined;
  return new Hono<Env>().get("/", async (c) => {
    const { settings, version, limits } = c.get("deps");
    making ??= describeApi(endpoints, settings.origin, version, limits.api.most).then(tagged);
    const { text, etag, gzip } = await making;
    const headers = {
      "cache-control": "no-cache",
      "access-control-allow-origin": "*",
      "vary": "Accept-Encoding",
      etag,
    };
    if (hasCurrent(c, etag)) return c.body(null, 304, headers);
    const type = { "content-type": "application/json" };
    if (!takesGzip(c)) return c.body(text, 200, { ...headers, ...type });
    return c.body(gzip, 200, { ...headers, ...type, "content-encoding": "gzip" });
  });
}

interface Described {
  text: string;
  etag: string;
  gzip: Uint8Array<ArrayBuffer>;
}

function tagged(described: Record<string, unknown>): Described {
  const text = JSON.stringify(described);
  return { text, etag: etagOfText(text), gzip: zipped(text, 9) };
}
