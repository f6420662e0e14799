import { z } from "zod";
import { invalidField } from "../errors.ts";
import { pageFields } from "../fields.ts";
import { keys } from "../keys.ts";
import { parseInput, query } from "../operation.ts";
import type { Page } from "../page.ts";
import { readTaskPage } from "../tasks/list.ts";
import { parseJson } from "../tasks/record.ts";
import { type Task, TaskListing } from "../tasks/schema.ts";
import { settleTaskFilters } from "../tasks/settle.ts";
import { scopedFilters } from "./listing.ts";
import { readView } from "./read.ts";

/**
 * The tasks that a task view shows, page by page: none to somebody for whom what it filters by isn't there (any more).
 * @throws NotFound; Invalid for a view of projects
 */
export const listViewTasks = query({
  name: "views.tasks",
  scope: "tasks.read",
  input: z.strictObject({ viewId: keys.view, ...pageFields }),
  async run({ db, actor, services }, { viewId, ...page }): Promise<Page<Task>> {
    const view = parseJson((await readView(db, actor, viewId)).view);
    if (view.kind !== "task") throw invalidField("viewId", "This view shows projects.");
    const { sort, ...given } = parseInput(TaskListing, {
      ...scopedFilters(view),
      sort: view.sorting,
    });
    const { filters, unknown } = await settleTaskFilters(db, actor, given);
    if (unknown.length > 0) return { records: "[]", size: 0, nextCursor: null };
    return await readTaskPage(db, actor, services.settings.origin, { ...filters, sort, ...page });
  },
});
