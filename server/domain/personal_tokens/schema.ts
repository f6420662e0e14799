import { z } from "zod";
import { type Scope, scopes } from "../core/actor.ts";
import { responseFields } from "../core/response_fields.ts";
import { name } from "../core/fields.ts";

/** The default scopes of a token: read access. */
export const defaultScopes: readonly Scope[] = ["tasks.read", "projects.read", "workspace.read"];

const scopeWord = z.enum(scopes, `Use one of ${scopes.join(", ")}.`);

/** Scopes in a request, each once. */
export const scopeList = z.array(scopeWord).min(1, "Choose at least one scope.").max(50)
  .transform((list) => [...new Set(list)]);

const days = "Enter a number of days from 1 to 365, or null for no expiration.";

/** `POST /personal-access-tokens`. */
export const PersonalTokenCreate = z.strictObject({
  label: name.describe("Name of the token, to identify it."),
  scopes: scopeList.default([...defaultScopes])
    .describe("Scopes of the token, within your own permissions."),
  expiresInDays: z.int(days).min(1, days).max(365, days).nullable().default(90)
    .describe("Number of days until the token expires, at most 365, or `null` for no expiration."),
});

/** A personal access token as its owner sees it, without the secret. */
export const PersonalToken = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The start of the token, to identify it. */
  prefix: z.string(),
  scopes: z.array(z.enum(scopes)),
  status: z.enum(["active", "expired", "revoked"]),
  createdAt: responseFields.time,
  expiresAt: responseFields.time.nullable(),
  /** The time when its owner revoked it. */
  revokedAt: responseFields.time.nullable(),
  /** Accurate to ten minutes. */
  lastUsedAt: responseFields.time.nullable(),
});
export type PersonalToken = z.output<typeof PersonalToken>;
