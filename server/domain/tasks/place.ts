import type { PlannedChange } from "../change/plan.ts";
import type { Member } from "../core/actor.ts";
import { type Invalid, invalidField, NotFound } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { gapBeside, type HandOrder, keyIn, siblingOrder, spread, teamOrder } from "./hand_order.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import type { TaskColumns, TaskPlanner } from "./planners.ts";
import { keysBetween, LONGEST_KEY } from "./position_keys.ts";

type Side = "before" | "after";
type Placing = WriteContext<Member> & { record: StoredTask };

/** The fields of a patch that move a task beside another one, in its team's order or among sub-tasks. */
type Field = Side | `${Side}Sibling`;

/**
 * Moves a task directly above or below another one in the team's manual order. The task's record doesn't show its
 * position, so nobody is notified and there is no new version.
 * @throws Invalid unless the other task is in the team
 */
export function beside(side: Side): TaskPlanner<string> {
  return async (context, idOrReference) => {
    const { record: task } = context;
    const other = await otherTask(context, side, idOrReference);
    if (other.team_id !== task.team_id) {
      throw invalidField(
        side,
        "Choose a task from the same team. Each team has its own manual order.",
        {
          code: "other_team",
        },
      );
    }
    const position = await placeBeside(context, teamOrder, other, side);
    return position === null
      ? null
      : placed(task, position, () =>
        position.length > LONGEST_KEY
          ? spread(context, teamOrder, task.team_id, position)
          : Promise.resolve());
  };
}

/**
 * Moves a sub-task directly above or below another one of the same parent, in any team. The parent's record shows the
 * order and gets another ETag. The sub-task's record doesn't.
 * @throws Invalid unless the other task has the same parent and the actor can see the parent
 */
export function besideSibling(side: Side): TaskPlanner<string> {
  return async (context, idOrReference) => {
    const { record: task } = context;
    const field = `${side}Sibling` as const;
    const other = await otherTask(context, field, idOrReference);
    if (task.parent_id === null || other.parent_id !== task.parent_id) throw noSibling(field);
    await requireSeen(context, field, task.parent_id);
    const position = await placeBeside(context, siblingOrder, other, side);
    return position === null ? null : placedAmongSiblings(context, position);
  };
}

/** Restores a task's former position, for undo. */
export const position: TaskPlanner<string | null> = ({ record: task }, to) =>
  to === task.position ? null : placed(task, to);

/** Restores a sub-task's former position. */
export const siblingPosition: TaskPlanner<string | null> = (context, to) =>
  to === context.record.sibling_position ? null : placedAmongSiblings(context, to);

function placed(
  task: StoredTask,
  position: string | null,
  also?: () => Promise<unknown>,
): PlannedChange<TaskColumns> {
  return {
    columns: { position },
    fact: { kind: "task.placed" },
    undo: { position: [task.position, position] },
    unseen: true,
    ...(also && { also }),
  };
}

function placedAmongSiblings(context: Placing, to: string | null): PlannedChange<TaskColumns> {
  const { parent_id, sibling_position } = context.record;
  return {
    columns: { sibling_position: to },
    fact: { kind: "task.placed" },
    undo: { siblingPosition: [sibling_position, to] },
    unseen: true,
    async also() {
      if (to && to.length > LONGEST_KEY) await spread(context, siblingOrder, parent_id, to);
    },
  };
}

/** Returns a task's key in its team's order: the assigned one, or its ID. */
export function keyOf(task: StoredTask): string {
  return keyIn(teamOrder, task);
}

/** Returns a new key beside a task, or null if the task is already there. */
async function placeBeside(
  context: Placing,
  order: HandOrder,
  other: StoredTask,
  side: Side,
): Promise<string | null> {
  const { record: task } = context;
  const [lower, upper] = await gapBeside(context, order, { task, other, side });
  const at = keyIn(order, task);
  if ((lower === null || lower < at) && (upper === null || at < upper)) return null;
  return keysBetween(lower, upper, 1, Math.random)[0] ?? null;
}

async function otherTask(
  context: Placing,
  field: Field,
  idOrReference: string,
): Promise<StoredTask> {
  const other = await locateTask(context, idOrReference).catch((error) => {
    if (error instanceof NotFound) {
      throw invalidField(field, error.message, { code: "unknown_task" });
    }
    throw error;
  });
  if (other.id !== context.record.id) return other;
  throw invalidField(field, "Choose a task that you aren't moving.");
}

/** A hidden parent counts as none. */
async function requireSeen(context: ReadContext<Member>, field: Field, parentId: string) {
  await locateTask(context, parentId).catch((error) => {
    throw error instanceof NotFound ? noSibling(field) : error;
  });
}

function noSibling(field: Field): Invalid {
  return invalidField(field, "Choose another sub-task of the same parent task.", {
    code: "no_sibling",
  });
}
