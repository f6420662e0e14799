import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { requireAutomationManager } from "../automations/manager.ts";
import { sameWords, staleRecord } from "../automations/update.ts";
import { key } from "../fields.ts";
import { type Db, operation } from "../operation.ts";
import { renameAgentProfile } from "../profiles/agent.ts";
import { parseJson } from "../tasks/record.ts";
import { type FoundAgent, readAgent } from "./record.ts";
import { type Agent, AgentPatch } from "./schema.ts";
import { resolveAgentTeams, setMemberships } from "./teams.ts";

/**
 * Changes an agent: only the fields that are named, each with an activity row of its own. Suspended, it can't be acted
 * as from the next request on; its tasks and its name in history stay.
 * @param version what the client last saw; when the agent has moved on, nothing is changed
 * @throws Forbidden unless a manager; NotFound; Stale; Invalid for a team that its automation doesn't reach
 */
export const updateAgent = operation({
  name: "agents.update",
  scope: "workspace.automation.manage",
  input: z.strictObject({ agentId: key, version: z.int().optional(), patch: AgentPatch }),
  async run({ tx, actor, now }, { agentId, version, patch }): Promise<FoundAgent> {
    requireAutomationManager(actor);
    const workspaceId = actor.workspace.id;
    const found = await readAgent(tx, workspaceId, agentId);
    if (version !== undefined && version !== found.version) throw staleRecord(found.version);
    const before = parseJson(found.agent);
    const after = { ...before, ...defined(patch) };
    if (patch.teamIds) {
      const { automationId } = before;
      after.teamIds = await resolveAgentTeams(tx, workspaceId, automationId, patch.teamIds);
    }
    const changes = differences(before, after);
    if (changes.length === 0) return found;
    await apply(tx, before, after, now);
    for (const { kind, ...data } of changes) {
      await recordActivity(tx, actor, now, { subject: { kind: "agent", id: agentId }, kind, data });
    }
    return await readAgent(tx, workspaceId, agentId);
  },
});

async function apply(tx: Db, before: Agent, after: Agent, now: Date): Promise<void> {
  const { id, profileId, workspaceId } = before;
  if (after.name !== before.name) {
    await renameAgentProfile(tx, { id: profileId, workspaceId }, after.name);
  }
  await setMemberships(tx, profileId, after.teamIds, after.role, now);
  const at = now.toISOString();
  const suspension = after.suspended === before.suspended
    ? {}
    : { suspended_at: after.suspended ? at : null };
  await tx.updateTable("agents")
    .set((e) => ({
      role: after.role,
      ...suspension,
      version: e("version", "+", 1),
      updated_at: at,
    }))
    .where("id", "=", id).execute();
}

function defined(patch: AgentPatch) {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Partial<Agent>;
}

function differences(before: Agent, after: Agent) {
  const changes: { kind: string; from?: unknown; to?: unknown }[] = [];
  if (before.name !== after.name) {
    changes.push({ kind: "agent.renamed", from: before.name, to: after.name });
  }
  if (!sameWords(before.teamIds, after.teamIds)) {
    changes.push({ kind: "agent.teams_changed", from: before.teamIds, to: after.teamIds });
  }
  if (before.role !== after.role) {
    changes.push({ kind: "agent.role_changed", from: before.role, to: after.role });
  }
  if (before.suspended !== after.suspended) {
    changes.push({ kind: after.suspended ? "agent.suspended" : "agent.unsuspended" });
  }
  return changes;
}
