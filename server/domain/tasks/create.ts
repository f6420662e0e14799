import { sql } from "kysely";
import type { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import { isTaskCreator, type Member } from "../core/actor.ts";
import { calendarDay } from "../core/days.ts";
import { Forbidden } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import type { Named } from "../refs/named.ts";
import { countNewTask } from "../projects/recount.ts";
import { addStartingRelations } from "../relations/add.ts";
import { addStartingResources } from "../resources/create.ts";
import { indexTask } from "../side_effects/search_index.ts";
import type { StoredTeam } from "../teams/locate.ts";
import { firstState } from "../workflows/pick_state.ts";
import {
  chooseTemplate,
  type FilledTask,
  fillTaskFromTemplate,
} from "../task_templates/fill_from_template.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { resolveMilestone, resolveProject } from "./project_and_milestone.ts";
import { plainValuesOf } from "./plain_fields.ts";
import { type StoredTask, writerHint } from "./locate.ts";
import { notifyOfNewTask } from "./notify.ts";
import { resolveAssignee, resolveParent } from "./references.ts";
import { requireTaskLimit } from "./task_limit.ts";
import { priorities } from "../vocabulary.ts";
import { TaskCreate } from "./schema.ts";

/**
 * Creates a task, or with `draft` an unpublished one, in a visible team: the given one, or the template's. Links and
 * relations are created with it, all or nothing.
 * @throws Forbidden unless a task creator, or at the workspace's task limit; Invalid for a missing team, assignee,
 * parent, label, template, project, milestone, or related task; Conflict for an archived team or related task, or for
 * relations that would create a circle. `RULES.md`, Permissions
 */
export const createTask = operation({
  name: "tasks.create",
  scope: "tasks.write",
  input: TaskCreate,
  async run(context, given): Promise<VersionedTask> {
    const { id } = await addTask(context, given);
    return await readTask(context, id);
  },
});

/** Creates a task, without reading its record. */
export async function addTask(
  context: WriteContext<Member>,
  given: z.output<typeof TaskCreate>,
): Promise<StoredTask> {
  const { team, template } = await chooseTemplate(context, given);
  requireTaskCreator(context.actor);
  await requireTaskLimit(context);
  const input = await fillTaskFromTemplate(context, team, template, given);
  const task = await insertTask(context, team, input);
  await addStartingResources(context, task.id, input.resources ?? []);
  await addStartingRelations(context, task, input.relations ?? []);
  indexTask(context, task.id);
  const kind = input.draft ? "task.drafted" : "task.created";
  await recordActivity(context, task.id, { kind }, { archived: [true, false] });
  await notifyOfNewTask(context, task);
  return task;
}

/** @throws Forbidden unless the actor is a manager, or a lead or member of a team */
export function requireTaskCreator(actor: Member): void {
  if (isTaskCreator(actor)) return;
  throw new Forbidden(
    "Only owners, admins, and the leads and members of a team can create tasks.",
    {
      code: "not_task_creator",
      hint: actor.kind === "automation"
        ? writerHint(actor)
        : "Ask an owner or admin to add you to a team as a member.",
    },
  );
}

async function insertTask(
  context: WriteContext<Member>,
  team: StoredTeam,
  input: FilledTask,
): Promise<StoredTask> {
  const { actor, now } = context;
  const at = now.toISOString();
  const status = input.status ?? "backlogged";
  const assignee = input.assigneeId
    ? await resolveAssignee(context, team.id, input.assigneeId)
    : null;
  const parent = input.parentId ? await resolveParent(context, input.parentId) : null;
  const labels = await resolveLabels(context, taskLabels, input.tags ?? []);
  const project = input.projectId ? await resolveProject(context, input.projectId) : null;
  const milestone = input.milestoneId
    ? await resolveMilestone(context, project?.id ?? null, input.milestoneId)
    : null;
  const state = await firstState(context, team.id, status);
  return await storeTask(context, {
    team_id: team.id,
    ...plainValuesOf(input),
    status,
    state_id: state.id,
    priority: priorities.indexOf(input.priority ?? "none"),
    assignee_id: assignee?.id ?? null,
    creator_id: actor.profile.id,
    parent_id: parent?.id ?? null,
    project_id: project?.id ?? null,
    milestone_id: milestone?.id ?? null,
    deadline_at: input.deadlineAt
      ? calendarDay(input.deadlineAt, actor.workspace.timeZone, "deadlineAt")
      : null,
    draft: input.draft ? 1 as const : 0 as const,
    created_at: at,
    updated_at: at,
    completed_at: status === "completed" ? at : null,
  }, labels);
}

/** The stored values of a new task, without those that every new task gets. */
type NewTask = Omit<
  StoredTask,
  | "id"
  | "workspace_id"
  | "number"
  | "version"
  | "labels"
  | "archived_team"
  | "archived_at"
  | "position"
  | "sibling_position"
  | "field_versions"
>;

/**
 * Stores a new task with valid values, at its given creation time.
 * @param number an unused number of the team; defaults to the next
 */
export async function storeTask(
  context: WriteContext<Member>,
  task: NewTask,
  labels: Named[],
  number?: number,
): Promise<StoredTask> {
  const { tx, actor } = context;
  const row = {
    id: newId("task", new Date(task.created_at)),
    workspace_id: actor.workspace.id,
    number: await takeNumber(context, task.team_id, number),
    ...task,
    archived_at: null,
    position: null,
    sibling_position: null,
    field_versions: "{}",
  };
  await tx.insertInto("tasks").values(row).execute();
  for (const label of labels) {
    await tx.insertInto("task_label_links").values({ task_id: row.id, label_id: label.id })
      .execute();
  }
  if (row.project_id) await countNewTask(context, row);
  return {
    ...row,
    version: 1,
    labels: JSON.stringify(labels) as StoredTask["labels"],
    archived_team: null,
  };
}

/**
 * Takes the team's next task number. A number is never used twice, not even after a task is archived.
 * @param number an unused number to take instead of the next
 */
export async function takeNumber(
  { tx }: WriteContext,
  teamId: string,
  number?: number,
): Promise<number> {
  const next = number === undefined ? sql`next_number + 1` : sql`max(next_number, ${number + 1})`;
  const { rows } = await sql<{ number: number }>`
    update teams set next_number = ${next}, task_count = task_count + 1
    where id = ${teamId} returning next_number - 1 as number`.execute(tx);
  return number ?? rows[0]!.number;
}
