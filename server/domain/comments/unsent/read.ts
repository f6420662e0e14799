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

/** A cross join, so that the walk begins at what is somebody's own. */
const source = sql`unsent_comments u cross join tasks t on t.id = u.task_id`;

/**
 * The comments that the actor began and didn't send, the newest first. Those on tasks that are archived or hidden from
 * them by now are left out, and are back with them while they are kept.
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

/** What the actor began to say about a task and didn't send. @throws NotFound for the task; where there is nothing */
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

/** The actor's unsent comment on a task that they may see, if there is one. */
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
