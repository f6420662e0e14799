import { z } from "zod";
import { email, key, name } from "../fields.ts";

export const purposes = ["signin", "signup"] as const;
const purpose = z.enum(purposes, "Use signin or signup.");

/** `POST /auth/request-otp`. `contract.md`, REST API v1. */
export const CodeRequest = z.strictObject({ email, purpose: purpose.default("signin") });

/** `POST /auth/verify-otp`. */
export const CodeVerification = z.strictObject({
  email,
  code: z.string().trim().regex(/^\d{6}$/, "Enter the six digits of the code."),
  purpose: purpose.default("signin"),
  name: name.optional(),
  label: name.optional(),
});
export type CodeVerification = z.output<typeof CodeVerification>;

export const Refresh = z.strictObject({ refreshToken: key });
export const Revocation = z.strictObject({ refreshToken: key.optional() });

/** A session as a person sees it: never with its tokens. */
export const Session = z.strictObject({
  id: z.string(),
  kind: z.enum(["browser", "api"]),
  label: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
export type Session = z.output<typeof Session>;

/** What verifying and refreshing answer. The tokens are shown here alone. */
export const TokenPair = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessTokenExpiresAt: z.string(),
  refreshTokenExpiresAt: z.string(),
  session: Session,
});
export type TokenPair = z.output<typeof TokenPair>;

/** A session in the list of one's own. */
export const OwnSession = Session.extend({ current: z.boolean() });
export type OwnSession = z.output<typeof OwnSession>;
