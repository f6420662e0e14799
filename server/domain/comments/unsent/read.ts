import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../../core/actor.ts";
import { NotFound } from "../../core/errors.ts";
import { query, type ReadContext } from "../../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../../core/page.ts";
import { pageFields } from "../../core/page_size.ts";
import type { Versioned } from "../../core/versioned.ts";
import { taskRefJson } from "../../refs/json.ts";
import { locateTask } from "../../tasks/locate.ts";
import { unhidden } from "../../visibility/teams.ts";
import { type UnsentComment, UnsentKey } from "../schema.ts";
import { firstKept } from "./limits.ts";

const newestFirst: ListOrder = {
  list: "unsent comments",
  by: ["u.saved_at", "u.task_id"],
  descending: true,
};

const json = sql<string>`json_object('id', u.task_id, 'task', ${
  sql.raw(taskRefJson("t"))
}, 'body', u.body, 'version', u.version, 'savedAt', u.saved_at)`;

/** The cross join makes SQLite start with the person's drafts. */
const source = sql`unsent_comments u cross join tasks t on t.id = u.task_id`;

/**
 * Lists the actor's draft comments, newest first. Those on archived or hidden tasks are left out until the task is
 * restored or visible again.
 */
export const listUnsentComments = query({
  name: "comments.listUnsent",
  scope: "comments.write",
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<UnsentComment>> =>
    readPage(context, newestFirst, page, {
      json,
      from: source,
      where: [
        sql`u.profile_id = ${context.actor.profile.id}`,
        sql`u.saved_at > ${firstKept(context.now)}`,
        sql`t.archived_at is null`,
        ...unhidden(context.actor, "t.team_id"),
      ],
    }),
});

/** Reads the actor's draft comment on a task. @throws NotFound for the task, and without a draft */
export const findUnsentComment = query({
  name: "comments.findUnsent",
  scope: "comments.write",
  input: UnsentKey,
  async run(context, { taskId }): Promise<Versioned<UnsentComment>> {
    const task = await locateTask(context, taskId);
    const found = await readUnsent(context, task.id);
    if (found) return found;
    throw new NotFound("You have no draft comment on this task.");
  },
});

/** Returns the actor's draft comment on a visible task, if there is one. */
export async function readUnsent(
  { db, actor, now }: ReadContext<Member>,
  taskId: string,
): Promise<Versioned<UnsentComment> | undefined> {
  const { rows } = await sql<Versioned<UnsentComment>>`
    select u.task_id as id, u.version, ${json} as json from ${source}
    where u.profile_id = ${actor.profile.id} and u.task_id = ${taskId}
      and u.saved_at > ${firstKept(now)}`.execute(db);
  return rows[0];
}
