import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { sameMembers } from "../change/columns.ts";
import type { PlannedChange, Planner, Planners } from "../change/plan.ts";
import { calendarDay } from "../core/days.ts";
import { invalidField } from "../core/errors.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { ReadContext } from "../core/operation.ts";
import { pickState } from "../workflows/pick_state.ts";
import { currentState } from "../workflows/successors.ts";
import { plainFields } from "./plain_fields.ts";
import type { StoredTask } from "./locate.ts";
import { moveToTeam } from "./move.ts";
import { keysAtEnd, siblingOrder } from "./hand_order.ts";
import { beside, besideSibling, position, siblingPosition } from "./place.ts";
import { milestone, project } from "./project_and_milestone.ts";
import { parseJson } from "../core/json.ts";
import { assigneeIdOf, resolveAssignee, resolveParent } from "./references.ts";
import { priorities, type Priority, priorityOf, UNTITLED } from "../vocabulary.ts";
import type { TaskPatch } from "./schema.ts";

export type TaskColumns = Updateable<Tables["tasks"]>;
/** The planner of a task's field. */
export type TaskPlanner<V> = Planner<StoredTask, TaskChange, TaskColumns, V>;

/** A change of a task: a patch's fields, and positions for undo. */
export type TaskChange = TaskPatch & {
  position?: string | null;
  siblingPosition?: string | null;
};

/** A status selects its first state; a state also sets its status. */
const status: TaskPlanner<unknown> = async (context, _, patch) => {
  const { record: task, now } = context;
  const to = await pickState(context, task, patch);
  if (!to) return null;
  if (to.status === task.status) return await stateAlone(context, task, to);
  return {
    columns: {
      status: to.status,
      state_id: to.id,
      completed_at: to.status === "completed" ? now.toISOString() : null,
    },
    fact: { kind: "task.status_changed", data: { from: task.status, to: to.status } },
    undo: { stateId: [task.state_id, to.id] },
  };
};

async function stateAlone(
  context: ReadContext,
  task: StoredTask,
  { id, name }: { id: string; name: string },
): Promise<PlannedChange<TaskColumns> | null> {
  const from = await currentState(context, task);
  if (from.id === id) return null;
  return {
    columns: { state_id: id },
    fact: { kind: "task.state_changed", data: { from, to: { id, name } } },
    undo: { stateId: [task.state_id, id] },
  };
}

const priority: TaskPlanner<Priority> = ({ record: task }, to) => {
  const from = priorityOf(task.priority);
  if (to === from) return null;
  const columns = { priority: priorities.indexOf(to) };
  return {
    columns,
    fact: { kind: "task.priority_changed", data: { from, to } },
    undo: { priority: [from, to] },
  };
};

const assignee: TaskPlanner<string | null> = async (context, assigneeId) => {
  const { tx, record: task } = context;
  const wanted = assigneeId && await assigneeIdOf(context, assigneeId);
  if (wanted === task.assignee_id) return null;
  const to = assigneeId ? await resolveAssignee(context, task.team_id, assigneeId) : null;
  const from = task.assignee_id
    ? await tx.selectFrom("profiles").select(["id", "name"])
      .where("id", "=", task.assignee_id).executeTakeFirstOrThrow()
    : null;
  const columns = { assignee_id: to?.id ?? null };
  const undo = { assigneeId: [task.assignee_id, columns.assignee_id] } as const;
  return { columns, fact: { kind: "task.assigned", data: { from, to } }, undo };
};

const deadline: TaskPlanner<string | null> = ({ actor, record: task }, deadlineAt) => {
  const to = deadlineAt && calendarDay(deadlineAt, actor.workspace.timeZone, "deadlineAt");
  if (to === task.deadline_at) return null;
  const data = { from: task.deadline_at, to };
  return {
    columns: { deadline_at: to },
    fact: { kind: "task.deadline_changed", data },
    undo: { deadlineAt: [data.from, to] },
  };
};

/** A hidden parent reads as none, so setting none keeps it. A new sub-task comes last. */
const parent: TaskPlanner<string | null> = async (context, parentId) => {
  const { tx, actor, record: task } = context;
  const from = task.parent_id
    ? await tx.selectFrom("tasks").select(["id", "title", "team_id"])
      .where("id", "=", task.parent_id).executeTakeFirstOrThrow()
    : null;
  if (parentId === null && from && actor.hiddenTeamIds.includes(from.team_id)) return null;
  const to = parentId ? await resolveParent(context, parentId, task.id) : null;
  if (to?.id === from?.id) return null;
  const [place = null] = to ? await keysAtEnd(context, siblingOrder, to.id, 1) : [];
  return {
    columns: { parent_id: to?.id ?? null, sibling_position: place },
    fact: {
      kind: "task.parent_changed",
      data: {
        from: from && { id: from.id, title: from.title },
        to: to && { id: to.id, title: to.title },
      },
    },
    undo: {
      parentId: [task.parent_id, to?.id ?? null],
      siblingPosition: [task.sibling_position, place],
    },
  };
};

const labels: TaskPlanner<string[]> = async (context, tags) => {
  const { tx, record: task } = context;
  const to = await resolveLabels(context, taskLabels, tags, task.id);
  const from = parseJson(task.labels);
  if (sameMembers(from.map(({ id }) => id), to.map(({ id }) => id))) return null;
  return {
    columns: {},
    fact: {
      kind: "task.labels_changed",
      data: { from: from.map((l) => l.name), to: to.map((l) => l.name) },
    },
    undo: { tags: [from.map((l) => l.id), to.map((l) => l.id)] },
    also: async () => {
      await tx.deleteFrom("task_label_links").where("task_id", "=", task.id).execute();
      for (const label of to) {
        await tx.insertInto("task_label_links")
          .values({ task_id: task.id, label_id: label.id }).execute();
      }
    },
  };
};

const publication: TaskPlanner<false> = ({ record: task }, _, patch) => {
  if (task.draft === 0) return null;
  if ((patch.title ?? task.title) === UNTITLED) {
    throw invalidField("title", "Enter a title before you publish this draft.");
  }
  return { columns: { draft: 0 }, fact: { kind: "task.published" } };
};

/**
 * The planners in the order of activity: a move first, because other values depend on the team, and publishing last,
 * when all other values are set.
 */
export const taskPlanners: Planners<StoredTask, TaskChange, TaskColumns> = {
  teamId: moveToTeam,
  ...plainFields,
  status,
  stateId: (context, to, patch) => patch.status === undefined ? status(context, to, patch) : null,
  priority,
  assigneeId: assignee,
  tags: labels,
  deadlineAt: deadline,
  parentId: parent,
  projectId: project,
  milestoneId: milestone,
  position,
  after: beside("after"),
  before: beside("before"),
  siblingPosition,
  afterSibling: besideSibling("after"),
  beforeSibling: besideSibling("before"),
  draft: publication,
};
