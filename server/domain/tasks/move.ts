import { listReaders } from "../visibility/readers.ts";
import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { resolveTeam } from "../teams/resolve.ts";
import { firstState } from "../workflows/pick_state.ts";
import type { PlannedChange } from "../change/plan.ts";
import type { TaskColumns, TaskPlanner } from "./planners.ts";
import { takeNumber } from "./create.ts";
import { requireTaskWriter, type StoredTask } from "./locate.ts";

/**
 * Moves a task to another team. It gets that team's next number and the same status, and its old reference keeps
 * working. An assignee who can't see the team is removed.
 * @throws Invalid for a missing team; Conflict for an archived one; Forbidden unless a task writer there too
 */
export const moveToTeam: TaskPlanner<string> = async (context, teamId) => {
  const { db, actor, record: task } = context;
  const team = await resolveTeam(context, teamId);
  if (team.id === task.team_id) return null;
  requireTaskWriter(actor, team.id);
  const from = await db.selectFrom("teams").select(["id", "key", "name"])
    .where("id", "=", task.team_id).executeTakeFirstOrThrow();
  const { number } = await db.selectFrom("teams").select("next_number as number")
    .where("id", "=", team.id).executeTakeFirstOrThrow();
  const state = await firstState(context, team.id, task.status);
  const moved: PlannedChange<TaskColumns> = {
    columns: { team_id: team.id, number, state_id: state.id, position: null },
    fact: {
      kind: "task.moved",
      data: {
        from: { id: from.id, key: from.key, name: from.name },
        to: { id: team.id, key: team.key, name: team.name },
      },
    },
    undo: {
      teamId: [from.id, team.id],
      stateId: [task.state_id, state.id],
      ...(task.position ? { position: [task.position, null] } as const : {}),
    },
    async also() {
      await leaveTeam(context, from);
      await takeNumber(context, team.id);
    },
  };
  const taken = await takeFromBlind(context, { ...task, team_id: team.id });
  return taken ? [moved, taken] : moved;
};

/** Keeps the task's old reference, and updates the former team's count. */
async function leaveTeam(
  { tx, actor, record: task }: WriteContext<Member> & { record: StoredTask },
  from: { id: string; key: string },
): Promise<void> {
  await tx.insertInto("task_former_references").values({
    workspace_id: actor.workspace.id,
    reference: `${from.key}-${task.number}`,
    task_id: task.id,
  }).execute();
  await tx.updateTable("teams").set((e) => ({ task_count: e("task_count", "-", 1) }))
    .where("id", "=", from.id).execute();
}

/** Removes an assignee who can't see the task's new team. */
async function takeFromBlind(
  context: ReadContext,
  task: StoredTask,
): Promise<PlannedChange<TaskColumns> | null> {
  if (!task.assignee_id) return null;
  const [sighted] = await listReaders(context, task.team_id, [task.assignee_id]);
  if (sighted) return null;
  const from = await context.db.selectFrom("profiles").select(["id", "name"])
    .where("id", "=", task.assignee_id).executeTakeFirstOrThrow();
  return {
    columns: { assignee_id: null },
    fact: { kind: "task.assigned", data: { from, to: null } },
    undo: { assigneeId: [from.id, null] },
  };
}
