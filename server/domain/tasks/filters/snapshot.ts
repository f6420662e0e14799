import { sql } from "kysely";
import type { ReadContext } from "../../core/operation.ts";
import { searchText, type TaskText } from "../../side_effects/search_index.ts";
import { folded } from "../../text/words.ts";
import type { StoredTask } from "../locate.ts";
import { type Json, parseJson } from "../../core/json.ts";
import type { Named } from "../../refs/named.ts";

/** A task's project, with the facts that decide who can see it. */
export interface ProjectOfTask {
  id: string;
  teamIds: string[];
}

/** A task with the values that the filters of lists need. */
export interface ListedTask extends Omit<StoredTask, "labels"> {
  labels: Named[];
  project: ProjectOfTask | null;
  /** The parent's team. People who can't see it don't see the parent. */
  parentTeamId: string | null;
  /** The searched text, folded; empty without a text filter. */
  text: TaskText;
  /** The current and former references, such as `ENG-4`; none without a text filter. */
  references: string[];
}

/**
 * Returns a stored task, before or after a write, as lists see it.
 * @param withText whether a filter searches for text
 * @param said the text of the written comment at that time
 */
export async function listedTask(
  context: ReadContext,
  task: StoredTask,
  withText: boolean,
  said?: { id: string; body: string },
): Promise<ListedTask> {
  const { title, body } = withText
    ? await searchText(context, task, said)
    : { title: "", body: "" };
  return {
    ...task,
    labels: parseJson(task.labels),
    project: task.project_id === null ? null : await projectOf(context, task.project_id),
    parentTeamId: task.parent_id === null ? null : await teamOf(context, task.parent_id),
    text: { title: folded(title), body: folded(body) },
    references: withText ? await referencesOf(context, task) : [],
  };
}

async function projectOf({ db }: ReadContext, id: string): Promise<ProjectOfTask> {
  const { rows } = await sql<{ project: Json<ProjectOfTask> }>`
    select json_object('id', p.id, 'teamIds', (
      select json_group_array(k.team_id) from project_teams k where k.project_id = p.id)) as project
    from projects p where p.id = ${id}`.execute(db);
  return parseJson(rows[0]!.project);
}

async function teamOf({ db }: ReadContext, taskId: string): Promise<string> {
  const parent = await db.selectFrom("tasks").select("team_id").where("id", "=", taskId)
    .executeTakeFirstOrThrow();
  return parent.team_id;
}

async function referencesOf(
  { db }: ReadContext,
  { id, team_id, ...task }: StoredTask,
): Promise<string[]> {
  const end = `-${task.number}`;
  const { rows } = await sql<{ reference: string }>`
    select key || ${end} as reference from teams where id = ${team_id}
    union select key || ${end} from team_former_keys
    where workspace_id = ${task.workspace_id} and team_id = ${team_id}
    union select reference from task_former_references where task_id = ${id}`.execute(db);
  return rows.map(({ reference }) => reference);
}
