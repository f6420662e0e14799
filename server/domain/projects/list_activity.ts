import { z } from "zod";
import { readHistory } from "../activity/read_history.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateProject } from "./locate.ts";

/** Lists a project's activity, newest first. The project's record contains the latest entries. @throws NotFound */
export const listProjectActivity = query({
  name: "projects.activity",
  scope: "projects.read",
  input: z.strictObject({ projectId: keys.project, ...pageFields }),
  async run(context, { projectId, ...page }) {
    const { id } = await locateProject(context, projectId);
    return await readHistory(context, { kind: "project", id }, page);
  },
});
