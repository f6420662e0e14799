import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { email, key, name, word } from "../core/fields.ts";

export const purposes = ["signin", "signup"] as const;
const purpose = z.enum(purposes, "Use signin or signup.")
  .describe("Purpose of the code. The code is valid only for this purpose.");

/** `POST /auth/request-otp`. */
export const CodeRequest = z.strictObject({ email, purpose: purpose.default("signin") });

/** `POST /auth/verify-otp`. */
export const CodeVerification = z.strictObject({
  email,
  code: word.regex(/^\d{6}$/, "Enter the six digits of the code.")
    .describe("Six-digit code from the email."),
  purpose: purpose.default("signin"),
  name: name.optional().describe("Name of a new account."),
  label: name.optional().describe("Name of the session, to identify it."),
});
export type CodeVerification = z.output<typeof CodeVerification>;

const refreshToken = key.describe(
  "Latest refresh token of the session, which starts with `blg_hrt_`.",
);

export const Refresh = z.strictObject({ refreshToken });
export const Revocation = z.strictObject({ refreshToken: refreshToken.optional() });

/** A session as a person sees it, without its tokens. */
export const Session = z.strictObject({
  id: z.string(),
  kind: z.enum(["browser", "api"]),
  label: z.string(),
  createdAt: responseFields.time,
  lastSeenAt: responseFields.time,
  /** The network address of the last use; null if unknown. */
  address: z.string().nullable(),
  /** The time when the session expires if it isn't used. Each use of a refresh token extends it. */
  expiresAt: responseFields.time,
  /** Whether this is the requesting session, or the session of the response's tokens. */
  current: z.boolean(),
});
export type Session = z.output<typeof Session>;

/** The response to verifying a code or refreshing. The tokens are shown only here. */
export const TokenPair = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessTokenExpiresAt: responseFields.time,
  refreshTokenExpiresAt: responseFields.time,
  session: Session,
});
export type TokenPair = z.output<typeof TokenPair>;
