import type { Member } from "../actor.ts";
import type { Db } from "../operation.ts";
import { resolveWorkflow } from "../workflows/locate.ts";
import { adoptStates } from "../workflows/successors.ts";
import { giveUpKey, requireFreeKey } from "./key.ts";
import type { StoredTeam } from "./locate.ts";
import type { TeamPatch } from "./schema.ts";

/** One field's change: the columns it sets, the activity it becomes, and what else it writes. */
export interface TeamChange {
  columns: Record<string, unknown>;
  kind: string;
  data: { from?: unknown; to?: unknown };
  also?: () => Promise<void>;
}

/**
 * What a patch really changes of a team, in the order in which history tells it.
 * @throws Conflict when the key is or was another team's; Invalid for a workflow that doesn't exist
 */
export async function planTeamChanges(
  tx: Db,
  actor: Member,
  now: Date,
  team: StoredTeam,
  patch: TeamPatch,
): Promise<TeamChange[]> {
  const planned = [
    plainChange("name", "name", team.name, patch.name),
    await keyChange(tx, actor, now, team, patch.key),
    plainChange("description", "description", team.description, patch.description),
    plainChange("expertise_area", "expertise_area", team.expertise_area, patch.expertiseArea),
    privacyChange(team, patch.private),
    await workflowChange(tx, actor, team, patch.workflowId),
  ];
  return planned.filter((change) => change !== null);
}

function plainChange<T>(column: string, field: string, from: T, to: T | undefined) {
  if (to === undefined || to === from) return null;
  // History says that a description changed, not what it was
  const data = field === "description" ? {} : { from, to };
  return { columns: { [column]: to }, kind: `team.${field}_changed`, data };
}

async function keyChange(
  tx: Db,
  actor: Member,
  now: Date,
  team: StoredTeam,
  to: string | undefined,
): Promise<TeamChange | null> {
  if (to === undefined || to === team.key) return null;
  await requireFreeKey(tx, actor, to, team.id);
  return {
    columns: { key: to },
    kind: "team.key_changed",
    data: { from: team.key, to },
    also: () => giveUpKey(tx, actor, team, to, now),
  };
}

function privacyChange(team: StoredTeam, to: boolean | undefined): TeamChange | null {
  const from = team.private === 1;
  if (to === undefined || to === from) return null;
  return { columns: { private: to ? 1 : 0 }, kind: "team.privacy_changed", data: { from, to } };
}

async function workflowChange(
  tx: Db,
  actor: Member,
  team: StoredTeam,
  workflowId: string | undefined,
): Promise<TeamChange | null> {
  if (workflowId === undefined || workflowId === team.workflow_id) return null;
  const to = await resolveWorkflow(tx, actor, workflowId);
  const from = await tx.selectFrom("workflows").select(["id", "name"])
    .where("id", "=", team.workflow_id).executeTakeFirstOrThrow();
  return {
    columns: { workflow_id: to.id },
    kind: "team.workflow_changed",
    data: { from, to: { id: to.id, name: to.name } },
    also: () => adoptStates(tx, from.id, to.id),
  };
}
