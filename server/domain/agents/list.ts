import { sql } from "kysely";
import { z } from "zod";
import { requireAutomationManager } from "../automations/manager.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { resolveAutomation } from "./automation.ts";
import { agentJson, agentsAndProfiles, readAgent } from "./record.ts";
import type { Agent } from "./schema.ts";

const newestFirst: ListOrder = { list: "agents", by: ["g.id"], descending: true };

/**
 * Lists the workspace's visible agents, or those of one automation, newest first, including suspended ones.
 * @throws Forbidden unless a manager; Invalid for an automation that doesn't exist
 */
export const listAgents = query({
  name: "agents.list",
  scope: "workspace.automation.manage",
  input: z.strictObject({
    ...pageFields,
    automationId: keys.automation.optional().describe("Filter by automation, by ID or name."),
  }),
  async run(context, { automationId, ...page }): Promise<ListPage<Agent>> {
    const { actor } = context;
    requireAutomationManager(actor);
    return await readPage(context, newestFirst, page, {
      json: agentJson,
      from: agentsAndProfiles,
      where: [
        sql`g.workspace_id = ${actor.workspace.id}`,
        ...(automationId
          ? [sql`g.automation_id = ${await resolveAutomation(context, automationId)}`]
          : []),
      ],
    });
  },
});

/** Reads an agent. @throws Forbidden unless a manager; NotFound */
export const findAgent = query({
  name: "agents.find",
  scope: "workspace.automation.manage",
  input: z.strictObject({ agentId: keys.agent }),
  run(context, { agentId }) {
    requireAutomationManager(context.actor);
    return readAgent(context, agentId);
  },
});
