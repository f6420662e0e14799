import { sql } from "kysely";
import { findOnlyByName } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Automation } from "./schema.ts";

/** The secret `c` of an automation, as JSON. */
export const credentialJson = sql`json_object('id', c.id, 'label', c.label, 'prefix', c.prefix,
  'createdAt', c.created_at, 'lastUsedAt', c.last_used_at)`;

/** An automation `a` as JSON, with its valid secret `c`. */
export const automationJson = sql`json_object('id', a.id, 'workspaceId', a.workspace_id,
  'profileId', a.profile_id, 'name', a.name, 'description', a.description,
  'providerType', a.provider_type,
  'teamIds', case a.every_public_team when 0 then (
    select json_group_array(x.team_id order by x.team_id) from automation_teams x
    where x.automation_id = a.id) end,
  'scopes', json(a.scopes), 'suspended', json(iif(a.suspended_at is null, 'false', 'true')),
  'credential', ${credentialJson}, 'version', a.version,
  'createdAt', a.created_at, 'updatedAt', a.updated_at)`;

/** Automations with their current secrets. Each has exactly one. */
export const automationsAndSecrets = sql`automations a
  join credentials c on c.automation_id = a.id and c.revoked_at is null`;

/**
 * Returns an automation's ID by ID or name, or the word itself if there is none.
 * @throws NotFound if several have the name
 */
export async function automationIdOf(
  { db }: ReadContext,
  workspaceId: string,
  word: string,
): Promise<string> {
  if (word.startsWith("auto_")) return word;
  const named = await db.selectFrom("automations").select(["id", "name"])
    .where("workspace_id", "=", workspaceId).execute();
  return findOnlyByName(word, named, ({ id }) => id)?.id ?? word;
}

/**
 * @param word an ID or a name
 * @throws NotFound if the workspace has no such automation, or several
 */
export async function readAutomation(
  context: ReadContext,
  workspaceId: string,
  word: string,
): Promise<Versioned<Automation>> {
  const { db } = context;
  const id = await automationIdOf(context, workspaceId, word);
  const { rows } = await sql<Versioned<Automation>>`
    select a.id, a.version, ${automationJson} as json from ${automationsAndSecrets}
    where a.id = ${id} and a.workspace_id = ${workspaceId}`.execute(db);
  if (rows[0]) return rows[0];
  throw noSuchAutomation(id);
}

export function noSuchAutomation(id: string): NotFound {
  return new NotFound(`Automation ${id} not found.`, {
    hint: "To find the automation's ID, list the automations.",
  });
}
