import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../actor.ts";
import { pageFields } from "../fields.ts";
import { query, type ReadContext } from "../operation.ts";
import { type Page, readPage } from "../page.ts";
import { taskJoinsFor, taskMembers } from "./record.ts";
import type { Task } from "./schema.ts";

const input = z.strictObject(pageFields);

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

function readShelf(
  { db, actor, services }: ReadContext<Member>,
  shelf: keyof typeof shelves,
  page: z.output<typeof input>,
): Promise<Page<Task>> {
  return readPage(db, { list: shelf, by: ["t.id"], descending: true }, page, {
    json: sql`json_object(${taskMembers(services.settings.origin)})`,
    from: sql`tasks t ${taskJoinsFor(actor)}`,
    where: [
      sql`t.workspace_id = ${actor.workspace.id}`,
      shelves[shelf],
      ...(actor.hiddenTeamIds.length > 0
        ? [sql`t.team_id not in (${sql.join([...actor.hiddenTeamIds])})`]
        : []),
    ],
  });
}
