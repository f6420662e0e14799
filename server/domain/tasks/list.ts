import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { type Db, query } from "../operation.ts";
import { afterCursor, cursorAfter, orderBy, sortColumn } from "./cursor.ts";
import { taskConditions } from "./filter.ts";
import { type Json, taskJoinsFor, taskMembers } from "./record.ts";
import { type Task, TaskList } from "./schema.ts";

/** One page of tasks as JSON text, and the cursor of the next, null on the last. */
export interface TaskPage {
  tasks: Json<Task[]>;
  nextCursor: string | null;
}

/**
 * Tasks that the actor may see, newest first unless sorted otherwise; drafts only when asked for; archived ones
 * never. With `sort=deadlineAt` tasks without a deadline are left out.
 */
export const listTasks = query({
  name: "tasks.list",
  scope: "tasks.read",
  input: TaskList,
  run: ({ db, actor, services }, input) => readTaskPage(db, actor, services.settings.origin, input),
});

/** One page of a list, its filters and sort checked already. */
export async function readTaskPage(
  db: Db,
  actor: Member,
  origin: string,
  input: TaskList,
): Promise<TaskPage> {
  const { limit, sort } = input;
  // The newest matches of a text make up most first pages; only where they don't, all that count are read.
  const few = input.q && !input.cursor && sort === "-createdAt" ? 2 * limit : undefined;
  let rows = await readRows(db, actor, origin, input, few);
  if (few && rows.length <= limit) rows = await readRows(db, actor, origin, input);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tasks: `[${page.map((row) => row.json).join(",")}]`,
    nextCursor: last && rows.length > limit ? cursorAfter(sort, last.key, last.id) : null,
  };
}

/** One row more than the page holds, to know whether there are more. */
async function readRows(
  db: Db,
  actor: Member,
  origin: string,
  { sort, limit, cursor, ...filters }: TaskList,
  matches?: number,
) {
  const conditions = [taskConditions(actor, filters, sort, matches)];
  if (cursor) conditions.push(afterCursor(sort, cursor));
  if (sort === "deadlineAt") conditions.push(sql`t.deadline_at is not null`);
  const { rows } = await sql<{ id: string; key: string | number | null; json: string }>`
    select t.id, ${sortColumn(sort)} as key, json_object(${taskMembers(origin)}) as json
    from tasks t ${taskJoinsFor(actor)}
    where ${sql.join(conditions, sql` and `)}
    order by ${orderBy(sort)} limit ${limit + 1}`.execute(db);
  return rows;
}
