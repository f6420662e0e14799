import { z } from "zod";
import { responseFields } from "../domain/core/response_fields.ts";
import { refreshSession } from "../domain/sessions/refresh.ts";
import { requestCode } from "../domain/sessions/request_code.ts";
import { revokeSession } from "../domain/sessions/revoke.ts";
import { TokenPair } from "../domain/sessions/schema.ts";
import { verifyCode } from "../domain/sessions/verify_code.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Signing in";

export const authEndpoints = [
  endpoint({
    method: "POST",
    path: "/auth/request-otp",
    operation: requestCode,
    tag,
    summary: "Ask for a one-time code",
    description:
      "Mails six digits that hold for ten minutes. The answer is the same whether or not the address is known.",
    status: 200,
    response: z.strictObject({ expiresAt: responseFields.time }),
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
    description:
      "A code works once. With the purpose `signup` it makes the account, as far as the server lets people sign up.",
    status: 200,
    response: TokenPair,
    answer: (pair) => pair,
    limit: "code",
    secret: true,
    example: { email: "ada@example.com", code: "123456", purpose: "signin", label: "Laptop" },
  }),
  endpoint({
    method: "POST",
    path: "/auth/refresh",
    operation: refreshSession,
    tag,
    summary: "Exchange a refresh token for a new pair",
    description:
      "The old pair is dead from then on; a refresh token that comes a second time ends the session.",
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
    description:
      "The session of the access token in the header, of the refresh token in the body, or both.",
    status: 200,
    response: z.strictObject({ revoked: z.literal(true) }),
    answer: (done) => done,
    bodyOptional: true,
    bearerAs: "accessToken",
    bearerOptional: true,
    example: { refreshToken: "blg_hrt_…" },
  }),
];
