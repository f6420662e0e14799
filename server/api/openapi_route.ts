import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import type { Endpoint } from "./endpoint.ts";
import { describeApi } from "./openapi.ts";

/** `/openapi.json`, made at the first request and kept. */
export function openapiApi(endpoints: readonly Endpoint[]): Hono<Env> {
  let text: string | undefined;
  return new Hono<Env>().get("/", (c) => {
    const { settings, version } = c.get("deps");
    text ??= JSON.stringify(describeApi(endpoints, settings.origin, version));
    return c.body(text, 200, { "content-type": "application/json" });
  });
}
