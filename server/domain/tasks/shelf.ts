import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../actor.ts";
import { cutPage, readCursor } from "../cursor.ts";
import { pageLimit } from "../fields.ts";
import { query, type ReadContext } from "../operation.ts";
import type { TaskPage } from "./list.ts";
import { taskJoinsFor, taskMembers } from "./record.ts";

const input = z.strictObject({ limit: pageLimit, cursor: z.string().max(500).optional() });

/** The unpublished drafts that the actor may see, newest first. */
export const listDrafts = query({
  name: "tasks.listDrafts",
  scope: "tasks.read",
  input,
  run: (context, page) => readShelf(context, "drafts", page),
});

/** The archived tasks that the actor may see, discarded drafts too, newest first. */
export const listArchivedTasks = query({
  name: "tasks.listArchived",
  scope: "tasks.read",
  input,
  run: (context, page) => readShelf(context, "archived", page),
});

/** Each has an index of its own with exactly these conditions. */
const shelves = {
  drafts: sql`t.archived_at is null and t.draft = 1`,
  archived: sql`t.archived_at is not null`,
};

async function readShelf(
  { db, actor, services }: ReadContext<Member>,
  shelf: keyof typeof shelves,
  { limit, cursor }: z.output<typeof input>,
): Promise<TaskPage> {
  const hidden = actor.hiddenTeamIds.length > 0
    ? sql`and t.team_id not in (${sql.join([...actor.hiddenTeamIds])})`
    : sql``;
  const after = cursor ? sql`and t.id < ${readCursor(shelf, cursor)}` : sql``;
  const { rows } = await sql<{ key: string; json: string }>`
    select t.id as key, json_object(${taskMembers(services.settings.origin)}) as json
    from tasks t ${taskJoinsFor(actor)}
    where t.workspace_id = ${actor.workspace.id} and ${shelves[shelf]} ${hidden} ${after}
    order by t.id desc limit ${limit + 1}`.execute(db);
  const { json, nextCursor } = cutPage(shelf, rows, limit);
  return { tasks: json, nextCursor };
}
