import { sql } from "kysely";
import { NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
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

/** One agent as JSON text, with the version that its ETag is made of. */
export interface FoundAgent {
  id: string;
  version: number;
  agent: Json<Agent>;
}

/** @throws NotFound when the workspace has no such agent */
export async function readAgent(db: Db, workspaceId: string, id: string): Promise<FoundAgent> {
  const { rows } = await sql<FoundAgent>`
    select g.id, g.version, ${agentJson} as agent from ${agentsAndProfiles}
    where g.id = ${id} and g.workspace_id = ${workspaceId}`.execute(db);
  if (rows[0]) return rows[0];
  throw new NotFound(`There is no agent ${id} here.`, {
    hint: "List the agents to find its id; it isn't its profile's.",
  });
}
