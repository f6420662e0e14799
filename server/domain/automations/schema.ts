import { z } from "zod";
import { scopes } from "../actor.ts";
import { key, line, name, prose } from "../fields.ts";
import { namesAField, somethingNamed } from "../found.ts";

/** What an automation can be granted: not what is for people alone. `contract.md` */
export const automationScopes = [
  "tasks.read",
  "tasks.write",
  "projects.read",
  "projects.write",
  "comments.write",
  "workspace.read",
] as const;

const scopeWord = z.enum(automationScopes, {
  error: ({ input }) =>
    (scopes as readonly unknown[]).includes(input)
      ? `An automation can't hold ${input}; it is for people alone.`
      : `Use one of ${automationScopes.join(", ")}.`,
});

const scopeList = z.array(scopeWord).min(1, "Name at least one scope.").max(50)
  .transform((list) => [...new Set(list)]);

/** Teams by id or key: exactly these. An empty list is no team at all. */
export const teamList = z.array(key).max(200, "Name at most 200 teams.");

const description = prose(2_000);

/** `POST …/automations`. `contract.md`, REST API v1. */
export const AutomationCreate = z.strictObject({
  name,
  description: description.nullish(),
  /** What runs it, in its owner's words: `github`, `zapier`, `custom`. */
  providerType: line(40).default("custom"),
  /** Null, or left out: every team that is not private, those to come included. */
  teamIds: teamList.nullable().default(null),
  /** Without them, those that read, as far as a token that makes it carries them. */
  scopes: scopeList.optional(),
  credentialLabel: name.default("Secret"),
});
export type AutomationCreate = z.output<typeof AutomationCreate>;

/**
 * `PATCH …/automations/{automationId}`: the fields that change; null clears the description, and the list of teams that
 * it is kept to.
 */
export const AutomationPatch = z.strictObject({
  name: name.optional(),
  description: description.nullish(),
  teamIds: teamList.nullish(),
  scopes: scopeList.optional(),
  suspended: z.boolean("Say true or false.").optional(),
}).refine(namesAField, somethingNamed);
export type AutomationPatch = z.output<typeof AutomationPatch>;

/** `POST …/automations/{automationId}/rotate-secret`. */
export const SecretRotation = z.strictObject({
  automationId: key,
  credentialLabel: name.default("Secret"),
});

/** An automation's secret as managers see it: never the secret itself. */
export const AutomationCredential = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** How the secret starts, to tell it by. */
  prefix: z.string(),
  createdAt: z.string(),
  /** To within ten minutes. */
  lastUsedAt: z.string().nullable(),
});
export type AutomationCredential = z.output<typeof AutomationCredential>;

/** An automation as every door gives it. */
export const Automation = z.strictObject({
  id: z.string(),
  workspaceId: z.string(),
  /** Its own profile, which is the author of what it does without an agent. */
  profileId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  providerType: z.string(),
  /** The teams it is kept to, however few; null where it reaches every team that is not private. */
  teamIds: z.array(z.string()).nullable(),
  scopes: z.array(z.enum(automationScopes)),
  suspended: z.boolean(),
  /** The one secret that is good. */
  credential: AutomationCredential,
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Automation = z.output<typeof Automation>;

/** What an exchange answers. The token is shown here alone. */
export const Exchanged = z.strictObject({
  accessToken: z.string(),
  expiresAt: z.string(),
  automation: Automation,
});
