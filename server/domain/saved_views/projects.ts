import { z } from "zod";
import { invalidField } from "../core/errors.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { looking, parseInput, query } from "../core/operation.ts";
import type { ListPage } from "../core/page.ts";
import { readProjectPage } from "../projects/list.ts";
import { type Project, ProjectListing } from "../projects/schema.ts";
import { resolveProjectFilters } from "../projects/resolve_filters.ts";
import { parseJson } from "../core/json.ts";
import { scopedFilters } from "../side_effects/scoped_filters.ts";
import { readView } from "./read.ts";

/**
 * Lists the projects in a view, page by page. If a record in its filters is hidden or missing, there are none.
 * @throws NotFound; Invalid for a view of tasks
 */
export const listViewProjects = query({
  name: "views.projects",
  scope: "projects.read",
  input: z.strictObject({ viewId: keys.view, ...pageFields }),
  async run(context, { viewId, ...page }): Promise<ListPage<Project>> {
    const { actor, services } = context;
    const view = parseJson((await readView(context, viewId)).json);
    if (view.kind !== "project") throw invalidField("viewId", "This view shows tasks.");
    const listing = parseInput(ProjectListing, { ...scopedFilters(view), sort: view.sorting });
    const { filters, unknown } = await resolveProjectFilters(context, listing);
    if (unknown.length > 0) return { records: "[]", size: 0, nextCursor: null };
    const list = { ...filters, ...page };
    return await looking(
      actor,
      services,
      filters.q,
      () => readProjectPage(context, list),
    );
  },
});
