import { z } from "zod";
import { refreshSession } from "../domain/sessions/refresh.ts";
import { requestCode } from "../domain/sessions/request.ts";
import { revokeSession } from "../domain/sessions/revoke.ts";
import { TokenPair } from "../domain/sessions/schema.ts";
import { verifyCode } from "../domain/sessions/verify.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Signing in";

/** Signing in over REST. `contract.md`, REST API v1 */
export const authEndpoints = [
  endpoint({
    method: "POST",
    path: "/auth/request-otp",
    operation: requestCode,
    tag,
    summary: "Ask for a one-time code",
    status: 200,
    response: z.strictObject({ expiresAt: z.string() }),
    answer: (asked) => asked,
    limit: "signIn",
    example: { email: "ada@example.com", purpose: "signin" },
  }),
  endpoint({
    method: "POST",
    path: "/auth/verify-otp",
    operation: verifyCode,
    tag,
    summary: "Exchange a code for a session",
    status: 200,
    response: TokenPair,
    answer: (pair) => pair,
    limit: "signIn",
    secret: true,
    example: { email: "ada@example.com", code: "123456", purpose: "signin", label: "Laptop" },
  }),
  endpoint({
    method: "POST",
    path: "/auth/refresh",
    operation: refreshSession,
    tag,
    summary: "Exchange a refresh token for a new pair",
    status: 200,
    response: TokenPair,
    answer: (pair) => pair,
    limit: "refused",
    secret: true,
    example: { refreshToken: "blg_hrt_…" },
  }),
  endpoint({
    method: "POST",
    path: "/auth/revoke",
    operation: revokeSession,
    tag,
    summary: "End a session",
    status: 200,
    response: z.strictObject({ revoked: z.literal(true) }),
    answer: (done) => done,
    bodyOptional: true,
    bearerAs: "accessToken",
    example: { refreshToken: "blg_hrt_…" },
  }),
];
