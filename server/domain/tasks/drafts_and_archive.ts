import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { query } from "../core/operation.ts";
import { type ListPage, readPage } from "../core/page.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { draftConditions } from "./filters/sql.ts";
import { taskFilters } from "./filters/schema.ts";
import { readTaskPage } from "./list.ts";
import type { Task } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";

const { includeDrafts: _drafts, archived: _archived, ...filters } = taskFilters;
const input = z.strictObject({ ...filters, ...pageFields });

/** Lists the drafts that the actor can see, newest first, with a list's filters. @throws errors of the list */
export const listDrafts = query({
  name: "tasks.listDrafts",
  scope: "tasks.read",
  input,
  async run(context, { limit, cursor, ...given }): Promise<ListPage<Task>> {
    const { actor, services } = context;
    const resolved = await requireResolved(context, given);
    return await readPage(context, { list: "drafts", by: ["t.id"], descending: true }, {
      limit,
      cursor,
    }, {
      json: sql`json_object(${taskJsonFields(services.settings.origin)})`,
      from: sql`tasks t ${taskJoinsFor(actor)}`,
      where: [draftConditions(actor, resolved)],
    });
  },
});

/** Lists the archived tasks and discarded drafts that the actor can see, newest first, with a list's filters. */
export const listArchivedTasks = query({
  name: "tasks.listArchived",
  scope: "tasks.read",
  input,
  async run(context, { limit, cursor, ...given }): Promise<ListPage<Task>> {
    const filters = await requireResolved(context, { ...given, archived: true });
    return await readTaskPage(context, { ...filters, sort: "-createdAt", limit, cursor });
  },
});
