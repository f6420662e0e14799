import { z } from "zod";
import { readHistory } from "../activity/read_history.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateProject } from "./locate.ts";

/** All that happened to a project, newest first. Its record carries the latest of it. @throws NotFound */
export const listProjectActivity = query({
  name: "projects.activity",
  scope: "projects.read",
  input: z.strictObject({ projectId: keys.project, ...pageFields }),
  async run(context, { projectId, ...page }) {
    const { id } = await locateProject(context, projectId);
    return await readHistory(context, { kind: "project", id }, page);
  },
});
