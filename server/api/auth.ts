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
    summary: "Request a sign-in code",
    description:
      "Emails a six-digit code that expires after ten minutes. The response is the same whether or not the " +
      "address has an account.",
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
    summary: "Exchange a sign-in code for a session",
    description:
      "Each code works once. A code with the purpose `signup` also creates the account, if the server " +
      "allows sign-ups.",
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
    summary: "Refresh a session's tokens",
    description:
      "The old tokens stop working immediately. Sending a refresh token twice ends the session.",
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
      "Ends the session of each token you send: an access token in the header, a refresh token in the body, or both.",
    status: 200,
    response: z.strictObject({ revoked: z.literal(true) }),
    answer: (done) => done,
    bodyOptional: true,
    bearerAs: "accessToken",
    bearerOptional: true,
    example: { refreshToken: "blg_hrt_…" },
  }),
];
