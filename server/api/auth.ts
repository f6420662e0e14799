import { Hono } from "hono";
import { perform } from "../domain/operation.ts";
import { refreshSession } from "../domain/sessions/refresh.ts";
import { requestCode } from "../domain/sessions/request.ts";
import { revokeSession } from "../domain/sessions/revoke.ts";
import { verifyCode } from "../domain/sessions/verify.ts";
import { anonymous, bearerToken, doorOf } from "../http/actor.ts";
import { readJson, readOptionalJson } from "../http/body.ts";
import type { Env } from "../http/env.ts";

/** Signing in over REST. `contract.md`, REST API v1 */
export const authApi = new Hono<Env>()
  .post("/request-otp", async (c) => {
    const deps = c.get("deps");
    deps.limits.count(c.get("address"), deps.clock());
    return c.json(await perform(deps, anonymous(c, doorOf(c)), requestCode, await readJson(c)));
  })
  .post("/verify-otp", async (c) => {
    const deps = c.get("deps");
    deps.limits.count(c.get("address"), deps.clock());
    return c.json(await perform(deps, anonymous(c, doorOf(c)), verifyCode, await readJson(c)));
  })
  .post("/refresh", async (c) => {
    const body = await readJson(c);
    return c.json(await perform(c.get("deps"), anonymous(c, doorOf(c)), refreshSession, body));
  })
  .post("/revoke", async (c) => {
    const input = { ...await readOptionalJson(c), accessToken: bearerToken(c) };
    return c.json(await perform(c.get("deps"), anonymous(c, doorOf(c)), revokeSession, input));
  });
