import { z } from "zod";
import { requireAutomationManager } from "../automations/manager.ts";
import { sameWords, suspension } from "../automations/suspension.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { sameText } from "../change/columns.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { renameAgentProfile } from "../profiles/agent_profile.ts";
import { parseJson } from "../core/json.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { readAgent } from "./record.ts";
import { type Agent, AgentPatch } from "./schema.ts";
import { resolveAgentTeams, setMemberships, setRole } from "./teams.ts";

const agents: ChangeRules<"agents", string, Agent, AgentPatch> = {
  name: "agent",
  table: "agents",
  dated: true,
  async locate(context, agentId) {
    requireAutomationManager(context.actor);
    return parseJson((await readAgent(context, agentId)).json);
  },
  planners: {
    name(context, to) {
      const { profileId, name: from } = context.record;
      if (sameText(from, to)) return null;
      return {
        columns: {},
        fact: { kind: "agent.renamed", data: { from, to } },
        also: () => renameAgentProfile(context, profileId, to),
      };
    },
    async teamIds(context, wanted) {
      const { automationId, profileId, role, teamIds: from } = context.record;
      if (wanted && sameWords(from, wanted)) return null;
      const to = await resolveAgentTeams(context, automationId, wanted);
      if (sameWords(from, to)) return null;
      return {
        columns: {},
        fact: { kind: "agent.teams_changed", data: { from, to } },
        also: () => setMemberships(context, profileId, to, role),
      };
    },
    role(context, to) {
      const { record: { profileId, role: from } } = context;
      if (to === from) return null;
      return {
        columns: { role: to },
        fact: { kind: "agent.role_changed", data: { from, to } },
        also: () => setRole(context, profileId, to),
      };
    },
    suspended: suspension("agent"),
  },
  async around(context, { columns }, write) {
    await write();
    // Members' records show the change
    if ("suspended_at" in columns) await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

/**
 * Changes an agent's given fields, each with its own activity entry. A suspended agent can't be used from the next
 * request on. It keeps its tasks and its name in activity.
 * @param version the version that the client last saw; a newer agent isn't changed
 * @throws Forbidden unless a manager; NotFound; Stale; Invalid for a team that its automation doesn't reach
 */
export const updateAgent = operation({
  name: "agents.update",
  scope: "workspace.automation.manage",
  input: z.strictObject({ agentId: keys.agent, version: seenVersion, patch: AgentPatch }),
  async run(context, { agentId, ...change }): Promise<Versioned<Agent>> {
    const { id } = await changeRecord(context, agents, agentId, change);
    return await readAgent(context, id);
  },
});
