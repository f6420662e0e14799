import { z } from "zod";
import { automationScopes, scopes } from "../core/actor.ts";
import { responseFields } from "../core/response_fields.ts";
import { key, line, name, prose } from "../core/fields.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";

const scopeWord = z.enum(automationScopes, {
  error: ({ input }) =>
    (scopes as readonly unknown[]).includes(input)
      ? `Choose another scope. Only people can have the scope ${input}.`
      : `Use one of ${automationScopes.join(", ")}.`,
});

const scopeList = z.array(scopeWord).min(1, "Choose at least one scope.").max(50)
  .transform((list) => [...new Set(list)]).describe(
    "Scopes of the automation. Replaces all current scopes.",
  );

/** Teams by ID or key. The automation has access only to these, and an empty list means no teams. */
export const teamList = z.array(key).max(200, "Choose at most 200 teams.")
  .describe("Teams, by ID or key. An empty list means no teams.");
const teams = teamList.nullable()
  .describe(
    "Teams the automation has access to, by ID or key, or `null` for all public teams, including future " +
      "ones.",
  );

const description = prose(2_000).nullish()
  .describe("Description of at most 2,000 characters, or `null` for none.");

/** `POST …/automations`. */
export const AutomationCreate = z.strictObject({
  name,
  description,
  providerType: line(40).default("custom")
    .describe("Provider that runs the automation, such as `github`."),
  teamIds: teams.default(null),
  scopes: scopeList.optional()
    .describe(
      "Scopes of the automation. Defaults to the read scopes of the token that creates the automation.",
    ),
  credentialLabel: name.default("Default").describe("Name of the secret."),
});
export type AutomationCreate = z.output<typeof AutomationCreate>;

/**
 * `PATCH …/automations/{automationId}`: the fields to change; null clears the description, and gives access to all
 * public teams.
 */
export const AutomationPatch = z.strictObject({
  name: name.optional(),
  description,
  teamIds: teams.optional(),
  scopes: scopeList.optional(),
  suspended: z.boolean("Use true or false.").optional()
    .describe(
      "Whether the automation is suspended. A suspended automation and its agents can't make requests.",
    ),
}).refine(namesAField, atLeastOneField);
export type AutomationPatch = z.output<typeof AutomationPatch>;

/** `POST …/automations/{automationId}/rotate-secret`. */
export const SecretRotation = z.strictObject({
  automationId: keys.automation,
  credentialLabel: name.default("Default").describe("Name of the secret."),
});

/** An automation's secret as managers see it: never the secret itself. */
export const AutomationCredential = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The start of the secret, to identify it. */
  prefix: z.string(),
  createdAt: responseFields.time,
  /** Accurate to ten minutes. */
  lastUsedAt: responseFields.time.nullable(),
});
export type AutomationCredential = z.output<typeof AutomationCredential>;

/** An automation as every interface returns it. */
export const Automation = z.strictObject({
  id: z.string(),
  workspaceId: z.string(),
  /** Its own profile, the author of changes without an agent. */
  profileId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  providerType: z.string(),
  /** The teams that the automation has access to; null for all that aren't private. */
  teamIds: z.array(z.string()).nullable(),
  scopes: z.array(z.enum(automationScopes)),
  suspended: z.boolean(),
  /** Its only valid secret. */
  credential: AutomationCredential,
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
});
export type Automation = z.output<typeof Automation>;

/** The response to an exchange, which shows the token once. */
export const Exchanged = z.strictObject({
  accessToken: z.string(),
  expiresAt: responseFields.time,
  automation: Automation,
});
