import { z } from "zod";
import { invalidField } from "../errors.ts";
import { pageFields } from "../fields.ts";
import { keys } from "../keys.ts";
import { parseInput, query } from "../operation.ts";
import type { Page } from "../page.ts";
import { readProjectPage } from "../projects/list.ts";
import { type Project, ProjectList } from "../projects/schema.ts";
import { parseJson } from "../tasks/record.ts";
import { scopedFilters } from "./listing.ts";
import { readView } from "./read.ts";

/** The projects that a project view shows, page by page. @throws NotFound; Invalid for a view of tasks */
export const listViewProjects = query({
  name: "views.projects",
  scope: "projects.read",
  input: z.strictObject({ viewId: keys.view, ...pageFields }),
  async run({ db, actor, services }, { viewId, ...page }): Promise<Page<Project>> {
    const view = parseJson((await readView(db, actor, viewId)).view);
    if (view.kind !== "project") throw invalidField("viewId", "This view shows tasks.");
    const list = parseInput(ProjectList, scopedFilters(view));
    return await readProjectPage(db, actor, services.settings.origin, { ...list, ...page });
  },
});
