import { sql } from "kysely";
import { z } from "zod";
import { requireAutomationManager } from "../automations/manager.ts";
import { behind, cutPage, pageFields } from "../cursor.ts";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { agentJson, agentsAndProfiles, readAgent } from "./record.ts";
import type { Agent } from "./schema.ts";

export interface AgentPage {
  agents: Json<Agent[]>;
  nextCursor: string | null;
}

/**
 * The workspace's visible agents, or those of one automation; newest first, suspended ones too.
 * @throws Forbidden unless a manager
 */
export const listAgents = query({
  name: "agents.list",
  scope: "workspace.automation.manage",
  input: z.strictObject({ ...pageFields, automationId: key.optional() }),
  async run({ db, actor }, { limit, cursor, automationId }): Promise<AgentPage> {
    requireAutomationManager(actor);
    const ofOne = automationId ? sql`and g.automation_id = ${automationId}` : sql``;
    const { rows } = await sql<{ key: string; json: string }>`
      select g.id as key, ${agentJson} as json from ${agentsAndProfiles}
      where g.workspace_id = ${actor.workspace.id} ${ofOne} and g.id < ${behind("agents", cursor)}
      order by g.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("agents", rows, limit);
    return { agents: json, nextCursor };
  },
});

/** One agent. @throws Forbidden unless a manager; NotFound */
export const findAgent = query({
  name: "agents.find",
  scope: "workspace.automation.manage",
  input: z.strictObject({ agentId: key }),
  run({ db, actor }, { agentId }) {
    requireAutomationManager(actor);
    return readAgent(db, actor.workspace.id, agentId);
  },
});
