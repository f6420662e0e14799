import { z } from "zod";
import { requireAutomationManager } from "../automations/manager.ts";
import { tellAccess } from "../automations/tell.ts";
import { sameWords } from "../automations/update.ts";
import { type Found, requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { type Db, operation } from "../operation.ts";
import { renameAgentProfile } from "../profiles/agent.ts";
import { parseJson } from "../tasks/record.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { readAgent } from "./record.ts";
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
  input: z.strictObject({ agentId: keys.agent, version: z.int().optional(), patch: AgentPatch }),
  async run({ tx, actor, now }, { agentId, version, patch }): Promise<Found<Agent>> {
    requireAutomationManager(actor);
    const workspaceId = actor.workspace.id;
    const found = await readAgent(tx, workspaceId, agentId);
    requireVersion("agent", found.version, version);
    const before = parseJson(found.json);
    const after = { ...before, ...defined(patch) };
    if (patch.teamIds !== undefined) {
      const { automationId } = before;
      after.teamIds = await resolveAgentTeams(tx, workspaceId, automationId, patch.teamIds);
    }
    const changes = differences(before, after);
    if (changes.length === 0) return found;
    await apply(tx, before, after, now);
    const subject = { kind: "agent", id: agentId, name: before.name } as const;
    for (const change of changes) await tellAccess(tx, actor, now, subject, change);
    return await readAgent(tx, workspaceId, agentId);
  },
});

async function apply(tx: Db, before: Agent, after: Agent, now: Date): Promise<void> {
  const { id, profileId, workspaceId } = before;
  if (after.name !== before.name) {
    await renameAgentProfile(tx, { id: profileId, workspaceId }, after.name);
  }
  if (after.role !== before.role || !sameWords(before.teamIds, after.teamIds)) {
    await setMemberships(tx, profileId, after.teamIds, after.role, now);
  }
  const at = now.toISOString();
  const suspension = after.suspended === before.suspended
    ? {}
    : { suspended_at: after.suspended ? at : null };
  // Members' records show it
  if (after.suspended !== before.suspended) await reviseWorkspace(tx, workspaceId);
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
    changes.push({ kind: "renamed", from: before.name, to: after.name });
  }
  if (!sameWords(before.teamIds, after.teamIds)) {
    changes.push({ kind: "teams_changed", from: before.teamIds, to: after.teamIds });
  }
  if (before.role !== after.role) {
    changes.push({ kind: "role_changed", from: before.role, to: after.role });
  }
  if (before.suspended !== after.suspended) {
    changes.push({ kind: after.suspended ? "suspended" : "unsuspended" });
  }
  return changes;
}
