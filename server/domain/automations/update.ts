import { z } from "zod";
import type { Member } from "../actor.ts";
import { type Found, requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { type Db, operation } from "../operation.ts";
import { renameAgentProfile } from "../profiles/agent.ts";
import { parseJson } from "../tasks/record.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { requireGrantable } from "./grant.ts";
import { requireAutomationManager } from "./manager.ts";
import { readAutomation } from "./record.ts";
import { type Automation, AutomationPatch } from "./schema.ts";
import { resolveTeams, setTeams } from "./teams.ts";
import { tellAccess } from "./tell.ts";

interface PlannedChange {
  kind: string;
  columns: Record<string, string | null>;
  from?: unknown;
  to?: unknown;
}

/**
 * Changes an automation: only the fields that are named, each with an activity row of its own. It holds from the next
 * request on, for tokens exchanged before too. Suspended, it is refused everywhere; lifted, its tokens go on.
 * Kept to fewer teams, or to none, its agents leave the others; they don't come back by themselves.
 * @param version what the client last saw; when the automation has moved on, nothing is changed
 * @throws Forbidden unless a manager, and for scopes to add that their token lacks; NotFound; Stale; Invalid for a team
 *   that doesn't exist
 */
export const updateAutomation = operation({
  name: "automations.update",
  scope: "workspace.automation.manage",
  input: z.strictObject({
    automationId: keys.automation,
    version: z.int().optional(),
    patch: AutomationPatch,
  }),
  async run({ tx, actor, now }, { automationId, version, patch }): Promise<Found<Automation>> {
    requireAutomationManager(actor);
    const found = await readAutomation(tx, actor.workspace.id, automationId);
    requireVersion("automation", found.version, version);
    const before = parseJson(found.json);
    const added = patch.scopes?.filter((scope) => !before.scopes.includes(scope));
    requireGrantable(actor, added ?? []);
    const teamIds = patch.teamIds && await resolveTeams(tx, actor.workspace.id, patch.teamIds);
    const changes = planChanges(before, { ...patch, teamIds }, now);
    await apply(tx, actor, now, before, changes);
    return await readAutomation(tx, actor.workspace.id, automationId);
  },
});

function planChanges(before: Automation, patch: AutomationPatch, now: Date): PlannedChange[] {
  const { name, description, teamIds, scopes, suspended } = patch;
  const changes: PlannedChange[] = [];
  if (name !== undefined && name !== before.name) {
    changes.push({ kind: "renamed", columns: { name }, from: before.name, to: name });
  }
  if (description !== undefined && description !== before.description) {
    changes.push({ kind: "description_changed", columns: { description } });
  }
  if (teamIds !== undefined && !sameTeams(teamIds, before.teamIds)) {
    changes.push({ kind: "teams_changed", columns: {}, from: before.teamIds, to: teamIds });
  }
  if (scopes && !sameWords(scopes, before.scopes)) {
    const columns = { scopes: JSON.stringify(scopes) };
    changes.push({ kind: "scopes_changed", columns, from: before.scopes, to: scopes });
  }
  if (suspended !== undefined && suspended !== before.suspended) {
    const columns = { suspended_at: suspended ? now.toISOString() : null };
    changes.push({ kind: suspended ? "suspended" : "unsuspended", columns });
  }
  return changes;
}

/** Two lists of teams, where null is no list at all and not an empty one. */
function sameTeams(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return some && others ? sameWords(some, others) : some === others;
}

export function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

async function apply(
  tx: Db,
  actor: Member,
  now: Date,
  automation: Automation,
  changes: PlannedChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { id, profileId } = automation;
  await tx.updateTable("automations")
    .set((e) => ({
      ...Object.assign({}, ...changes.map((change) => change.columns)),
      version: e("version", "+", 1),
      updated_at: now.toISOString(),
    }))
    .where("id", "=", id).execute();
  // Members' records show it
  if (changes.some(({ kind }) => kind.endsWith("suspended"))) {
    await reviseWorkspace(tx, actor.workspace.id);
  }
  for (const change of changes) {
    if (change.kind === "teams_changed") await setTeams(tx, id, change.to as string[] | null);
    if (change.kind === "renamed") {
      const profile = { id: profileId, workspaceId: actor.workspace.id };
      await renameAgentProfile(tx, profile, change.to as string);
    }
    await tellAccess(tx, actor, now, { kind: "automation", id, name: automation.name }, change);
  }
}
