import type { z } from "zod";
import type { Member } from "../actor.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { Db } from "../operation.ts";
import { pickState } from "../workflows/state.ts";
import { currentState } from "../workflows/successors.ts";
import { deadlineMoment } from "./deadline.ts";
import type { StoredTask } from "./locate.ts";
import { milestone, project } from "./placement.ts";
import { parseJson } from "./record.ts";
import { resolveAssignee, resolveParent } from "./references.ts";
import { priorities, type TaskPatch } from "./schema.ts";

/** One field's change: the columns it sets, the activity it becomes, and what else it writes. */
export interface PlannedChange {
  columns: Record<string, unknown>;
  kind: string;
  data: { from?: unknown; to?: unknown };
  also?: () => Promise<void>;
}

export type Fields = Omit<z.output<typeof TaskPatch>, "teamId">;
export type Planner = (context: Context, fields: Fields) => Promise<PlannedChange | null>;

interface Context {
  tx: Db;
  actor: Member;
  now: Date;
  task: StoredTask;
}

/**
 * What a patch really changes, in the order in which history tells it.
 * @throws Invalid for an assignee, parent, label, project or milestone that doesn't exist
 */
export async function planChanges(
  tx: Db,
  actor: Member,
  now: Date,
  task: StoredTask,
  fields: Fields,
): Promise<PlannedChange[]> {
  const context = { tx, actor, now, task };
  const planned: PlannedChange[] = [];
  for (const plan of planners) {
    const change = await plan(context, fields);
    if (change) planned.push(change);
  }
  return planned;
}

const title: Planner = ({ task }, fields) => {
  const to = fields.title;
  return settled(
    to === undefined || to === task.title
      ? null
      : { columns: { title: to }, kind: "task.title_changed", data: { from: task.title, to } },
  );
};

/** History says that a description changed, not what it was: the text alone can be 100,000 characters. */
const description: Planner = ({ task }, fields) => {
  const to = fields.description;
  return settled(
    to === undefined || to === task.description
      ? null
      : { columns: { description: to }, kind: "task.description_changed", data: {} },
  );
};

/** A status picks its first state; a state brings its status along. */
const status: Planner = async ({ tx, task, now }, fields) => {
  const to = await pickState(tx, task, fields);
  if (!to) return null;
  if (to.status === task.status) return await stateAlone(tx, task, to);
  return {
    columns: {
      status: to.status,
      state_id: to.id,
      completed_at: to.status === "completed" ? now.toISOString() : null,
    },
    kind: "task.status_changed",
    data: { from: task.status, to: to.status },
  };
};

async function stateAlone(
  tx: Db,
  task: StoredTask,
  { id, name }: { id: string; name: string },
): Promise<PlannedChange | null> {
  const from = await currentState(tx, task);
  if (from.id === id) return null;
  return {
    columns: { state_id: id },
    kind: "task.state_changed",
    data: { from, to: { id, name } },
  };
}

const priority: Planner = ({ task }, fields) => {
  const to = fields.priority;
  const from = priorities[task.priority];
  return settled(
    to === undefined || to === from ? null : {
      columns: { priority: priorities.indexOf(to) },
      kind: "task.priority_changed",
      data: { from, to },
    },
  );
};

const assignee: Planner = async ({ tx, actor, task }, fields) => {
  const wanted = fields.assigneeId === "me" ? actor.profile.id : fields.assigneeId;
  if (wanted === undefined || wanted === task.assignee_id) return null;
  const to = wanted ? await resolveAssignee(tx, actor, task.team_id, wanted) : null;
  const from = task.assignee_id
    ? await tx.selectFrom("profiles").select(["id", "name"])
      .where("id", "=", task.assignee_id).executeTakeFirstOrThrow()
    : null;
  return { columns: { assignee_id: to?.id ?? null }, kind: "task.assigned", data: { from, to } };
};

const deadline: Planner = ({ actor, task }, fields) => {
  if (fields.deadlineAt === undefined) return settled(null);
  const to = fields.deadlineAt ? deadlineMoment(fields.deadlineAt, actor.workspace.timeZone) : null;
  return settled(
    to === task.deadline_at ? null : {
      columns: { deadline_at: to },
      kind: "task.deadline_changed",
      data: { from: task.deadline_at, to },
    },
  );
};

const parent: Planner = async ({ tx, actor, task }, fields) => {
  if (fields.parentId === undefined) return null;
  const to = fields.parentId ? await resolveParent(tx, actor, fields.parentId, task.id) : null;
  if ((to?.id ?? null) === task.parent_id) return null;
  const from = task.parent_id
    ? await tx.selectFrom("tasks").select(["id", "title"])
      .where("id", "=", task.parent_id).executeTakeFirstOrThrow()
    : null;
  return {
    columns: { parent_id: to?.id ?? null },
    kind: "task.parent_changed",
    data: { from, to: to && { id: to.id, title: to.title } },
  };
};

const labels: Planner = async ({ tx, actor, task }, fields) => {
  if (fields.tags === undefined) return null;
  const to = await resolveLabels(tx, actor, taskLabels, fields.tags, task.id);
  const from = parseJson(task.labels);
  const same = from.length === to.length && to.every((l) => from.some((f) => f.id === l.id));
  if (same) return null;
  return {
    columns: {},
    kind: "task.labels_changed",
    data: { from: from.map((l) => l.name), to: to.map((l) => l.name) },
    also: async () => {
      await tx.deleteFrom("task_label_links").where("task_id", "=", task.id).execute();
      for (const label of to) {
        await tx.insertInto("task_label_links")
          .values({ task_id: task.id, label_id: label.id }).execute();
      }
    },
  };
};

const publication: Planner = ({ task }, fields) =>
  settled(
    fields.draft === false && task.draft === 1
      ? { columns: { draft: 0 }, kind: "task.published", data: {} }
      : null,
  );

/** In the order of history; publishing comes last, when the task is as it will be. */
const planners = [
  title,
  description,
  status,
  priority,
  assignee,
  labels,
  deadline,
  parent,
  project,
  milestone,
  publication,
];

function settled(change: PlannedChange | null): Promise<PlannedChange | null> {
  return Promise.resolve(change);
}
