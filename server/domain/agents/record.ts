import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Agent } from "./schema.ts";

/** An agent `g` as JSON, with its profile `p`. */
export const agentJson = sql`json_object('id', g.id, 'workspaceId', g.workspace_id,
  'automationId', g.automation_id, 'profileId', g.profile_id, 'name', p.name,
  'username', p.username,
  'teamIds', (select json_group_array(m.team_id order by m.team_id) from team_members m
    where m.profile_id = g.profile_id),
  'role', g.role, 'suspended', json(iif(g.suspended_at is null, 'false', 'true')),
  'version', g.version, 'createdAt', g.created_at, 'updatedAt', g.updated_at)`;

export const agentsAndProfiles = sql`agents g join profiles p on p.id = g.profile_id`;

/**
 * @param word an ID, a username, or a name
 * @throws NotFound if the workspace has no such agent, or several
 */
export async function readAgent(
  context: ReadContext<Member>,
  word: string,
): Promise<Versioned<Agent>> {
  const { db, actor } = context;
  const id = await agentIdOf(context, word);
  const { rows } = await sql<Versioned<Agent>>`
    select g.id, g.version, ${agentJson} as json from ${agentsAndProfiles}
    where g.id = ${id} and g.workspace_id = ${actor.workspace.id}`.execute(db);
  if (rows[0]) return rows[0];
  throw new NotFound(`Agent ${id} not found.`, {
    hint: "To find the agent's ID, list the agents. Don't use the profile ID.",
  });
}

/** Returns an agent's ID, or the word itself if there is no such agent. */
async function agentIdOf({ db, actor }: ReadContext<Member>, word: string): Promise<string> {
  if (word.startsWith("agent_")) return word;
  const named = await db.selectFrom("agents as g").innerJoin(
    "profiles as p",
    "p.id",
    "g.profile_id",
  )
    .select(["g.id", "p.name", "p.username"])
    .where("g.workspace_id", "=", actor.workspace.id).execute();
  const found = named.find(({ username }) => username === word.toLowerCase()) ??
    findOnlyByName(word, named, ({ username }) => username);
  return found?.id ?? word;
}
