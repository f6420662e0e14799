import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../actor.ts";
import { pageFields } from "../fields.ts";
import { query, type ReadContext } from "../operation.ts";
import { type Page, readPage } from "../page.ts";
import { taskJoinsFor, taskMembers } from "./record.ts";
import { shelfConditions } from "./filter.ts";
import { type Task, taskFilters } from "./schema.ts";
import { requireSettled } from "./settle.ts";

const { includeDrafts: _, q, ...filters } = taskFilters;
const drafts = z.strictObject({ ...filters, q, ...pageFields });
/** Search knows no archived tasks, so that a text finds none of them. */
const archived = z.strictObject({ ...filters, ...pageFields });

/** The unpublished drafts that the actor may see, newest first, narrowed as a list is. @throws as that does */
export const listDrafts = query({
  name: "tasks.listDrafts",
  scope: "tasks.read",
  input: drafts,
  run: (context, page) => readShelf(context, "drafts", page),
});

/** The archived tasks that the actor may see, discarded drafts too, newest first, narrowed as a list is. */
export const listArchivedTasks = query({
  name: "tasks.listArchived",
  scope: "tasks.read",
  input: archived,
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
  { limit, cursor, ...given }: z.output<typeof drafts>,
): Promise<Page<Task>> {
  const settled = await requireSettled(db, actor, given);
  return await readPage(db, { list: shelf, by: ["t.id"], descending: true }, { limit, cursor }, {
    json: sql`json_object(${taskMembers(services.settings.origin)})`,
    from: sql`tasks t ${taskJoinsFor(actor)}`,
    where: [shelfConditions(actor, shelves[shelf], settled)],
  });
}
