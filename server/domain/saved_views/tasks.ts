import { z } from "zod";
import { invalidField } from "../core/errors.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { looking, parseInput, query } from "../core/operation.ts";
import type { ListPage } from "../core/page.ts";
import { requireOneTeam } from "../tasks/order.ts";
import { readTaskPage } from "../tasks/list.ts";
import { parseJson } from "../core/json.ts";
import { type Task, TaskListing } from "../tasks/schema.ts";
import { resolveTaskFilters, withDays } from "../tasks/resolve_filters.ts";
import { scopedFilters } from "../side_effects/scoped_filters.ts";
import { readView } from "./read.ts";

/**
 * Lists the tasks in a view, page by page. Hidden and missing records in a filter are left out. A filter with no other
 * records matches nothing.
 * @throws NotFound; Invalid for a view of projects
 */
export const listViewTasks = query({
  name: "views.tasks",
  scope: "tasks.read",
  input: z.strictObject({ viewId: keys.view, ...pageFields }),
  async run(context, { viewId, ...page }): Promise<ListPage<Task>> {
    const { actor, services } = context;
    const view = parseJson((await readView(context, viewId)).json);
    if (view.kind !== "task") throw invalidField("viewId", "This view shows projects.");
    const { sort, ...given } = parseInput(TaskListing, {
      ...scopedFilters(view),
      sort: view.sorting,
    });
    const { filters, fitsNone } = await resolveTaskFilters(context, given);
    if (fitsNone) return { records: "[]", size: 0, nextCursor: null };
    requireOneTeam(sort, filters.teamId);
    const list = { ...withDays(filters, context.now, actor.workspace.timeZone), sort, ...page };
    return await looking(
      actor,
      services,
      filters.q,
      () => readTaskPage(context, list),
    );
  },
});
