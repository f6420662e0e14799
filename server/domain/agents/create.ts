import { requireAutomationManager } from "../automations/manager.ts";
import { recordAccessChange } from "../automations/record_access_change.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { addAgentProfile } from "../profiles/agent_profile.ts";
import { resolveAutomation } from "./automation.ts";
import { readAgent } from "./record.ts";
import { type Agent, AgentCreate } from "./schema.ts";
import { resolveAgentTeams, setMemberships } from "./teams.ts";

/**
 * Creates a visible agent of an automation: a profile that can be mentioned and assigned to tasks, and that the
 * automation can act as. It is a member or commentator of its teams.
 * @throws Forbidden unless a manager; Invalid for an automation that doesn't exist, or a team that it has no access to
 */
export const createAgent = operation({
  name: "agents.create",
  scope: "workspace.automation.manage",
  input: AgentCreate,
  async run(context, { automationId: named, name, role, ...input }): Promise<Versioned<Agent>> {
    const { tx, actor, now } = context;
    requireAutomationManager(actor);
    const automationId = await resolveAutomation(context, named);
    const teamIds = await resolveAgentTeams(context, automationId, input.teamIds);
    const id = newId("agent", now);
    const profileId = await addAgentProfile(context, name);
    const at = now.toISOString();
    await tx.insertInto("agents").values({
      id,
      workspace_id: actor.workspace.id,
      automation_id: automationId,
      profile_id: profileId,
      role,
      created_at: at,
      updated_at: at,
      suspended_at: null,
    }).execute();
    await setMemberships(context, profileId, teamIds, role);
    await recordAccessChange(context, { id, name }, {
      kind: "agent.created",
      data: { to: { name, role, teamIds, automationId } },
    });
    return await readAgent(context, id);
  },
});
