import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { pageFields } from "../core/page_size.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type ListPage, readPage } from "../core/page.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { unlistedConditions } from "./filters/sql.ts";
import { taskFilters } from "./filters/schema.ts";
import type { Task } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";

const { includeDrafts: _, q, ...filters } = taskFilters;
const drafts = z.strictObject({ ...filters, q, ...pageFields });
/** Search knows no archived tasks, so that a text finds none of them. */
const archived = z.strictObject({ ...filters, ...pageFields });

/** The unpublished drafts that the actor may see, newest first, narrowed as a list is. @throws as that does */
export const listDrafts = query({
  name: "tasks.listDrafts",
  scope: "tasks.read",
  input: drafts,
  run: (context, page) => readUnlisted(context, "drafts", page),
});

/** The archived tasks that the actor may see, discarded drafts too, newest first, narrowed as a list is. */
export const listArchivedTasks = query({
  name: "tasks.listArchived",
  scope: "tasks.read",
  input: archived,
  run: (context, page) => readUnlisted(context, "archived", page),
});

/** Each has an index of its own with exactly these conditions. */
const shelves = {
  drafts: sql`t.archived_at is null and t.draft = 1`,
  archived: sql`t.archived_at is not null`,
};

async function readUnlisted(
  context: ReadContext<Member>,
  unlisted: keyof typeof shelves,
  { limit, cursor, ...given }: z.output<typeof drafts>,
): Promise<ListPage<Task>> {
  const { actor, services } = context;
  const resolved = await requireResolved(context, given);
  return await readPage(context, { list: unlisted, by: ["t.id"], descending: true }, {
    limit,
    cursor,
  }, {
    json: sql`json_object(${taskJsonFields(services.settings.origin)})`,
    from: sql`tasks t ${taskJoinsFor(actor)}`,
    where: [unlistedConditions(actor, shelves[unlisted], resolved)],
  });
}
