import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { priorities, taskStatuses } from "../vocabulary.ts";
import { currentStateId, currentStateOf } from "../workflows/successors.ts";
import {
  anyOf,
  isOneOf,
  type Meaning,
  MOST_HAVING,
  narrowing,
  saidOf,
  type Word,
} from "./meaning.ts";

/**
 * Returns the properties of tasks that a word can mean: the name of a label, state, assignee, project, team, priority,
 * or status, or that the task is a draft. Words for "task" or "assigned" count only beside other words.
 */
export function taskMeaning(actor: Member, word: Word): Meaning | null {
  const { named } = word;
  const ranks = saidOf(word, priorities.slice(1)).map((one) => priorities.indexOf(one));
  return anyOf([
    labelled(named.taskLabel),
    inState(actor, named.state),
    having("assignee_id", named.person, 1, (id) => sql`assignee_id = ${id}`),
    having("project_id", named.project, 1, (id) => sql`${here(actor)} and project_id = ${id}`),
    having("team_id", named.team, 2, (id) => sql`team_id = ${id}`),
    having("priority", ranks, 4, (rank) => sql`${here(actor)} and priority = ${rank}`),
    having(
      "status",
      saidOf(word, taskStatuses),
      5,
      (one) => sql`${here(actor)} and status = ${one}`,
    ),
    having(
      "draft",
      saidOf(word, ["drafts"]).map(() => 1),
      1,
      () => sql`${here(actor)} and draft = 1`,
    ),
    narrowing(word, ["task", "tasks"]),
    narrowing(word, ["assign", "assigned", "assignee"], sql`r.assignee_id is not null`),
  ]);
}

const here = (actor: Member) => sql`workspace_id = ${actor.workspace.id}`;

/**
 * Returns the tasks with one of some values in a column.
 * @param where the condition for one value, which one index answers together with the order
 */
function having<T>(
  column: string,
  values: readonly T[],
  breadth: number,
  where: (value: T) => RawBuilder<unknown>,
): Meaning | null {
  if (values.length === 0) return null;
  const newest = values.map((value) =>
    sql`select seq, id from tasks where ${where(value)} and archived_at is null
      order by id desc limit ${sql.lit(MOST_HAVING)}`
  );
  return { holds: isOneOf(`r.${column}`, values), newest, breadth };
}

/** The number of newest tasks of a state's status that are checked for the state itself. */
const MOST_OF_STATUS = 3 * MOST_HAVING;

/** Returns the tasks in a state, among the newest of its status, because no index includes replaced states. */
function inState(actor: Member, stateIds: readonly string[]): Meaning | null {
  if (stateIds.length === 0) return null;
  const newest = stateIds.map((id) =>
    sql`select t.seq, t.id from (
        select seq, id, team_id, state_id from tasks
        where ${here(actor)} and archived_at is null
          and status = (select status from workflow_states where id = ${id})
        order by id desc limit ${sql.lit(MOST_OF_STATUS)}) t
      cross join teams team on team.id = t.team_id
      where ${sql.raw(currentStateId)} = ${id} limit ${sql.lit(MOST_HAVING)}`
  );
  return { holds: isOneOf(currentStateOf("r", "m"), stateIds), newest, breadth: 3 };
}

function labelled(labelIds: readonly string[]): Meaning | null {
  if (labelIds.length === 0) return null;
  return {
    holds: sql`exists (select 1 from task_label_links k
      where k.task_id = r.id and ${isOneOf("k.label_id", labelIds)})`,
    newest: labelIds.map((id) =>
      sql`select t.seq, t.id from task_label_links k join tasks t on t.id = k.task_id
        where k.label_id = ${id} order by k.task_id desc limit ${sql.lit(MOST_HAVING)}`
    ),
    breadth: 1,
  };
}
