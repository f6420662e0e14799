import { sql } from "kysely";
import { cutPage, readCursor } from "../cursor.ts";
import { query } from "../operation.ts";
import { locateProject } from "../projects/locate.ts";
import type { ProjectUpdate } from "../projects/schema.ts";
import type { Json } from "../tasks/record.ts";
import { updateJson } from "./record.ts";
import { UpdateList } from "./schema.ts";

/** One page of a project's updates as JSON text, and the cursor of the next, null on the last. */
export interface UpdatePage {
  updates: Json<ProjectUpdate[]>;
  nextCursor: string | null;
}

/** A project's updates, newest first. @throws NotFound */
export const listProjectUpdates = query({
  name: "projectUpdates.list",
  scope: "projects.read",
  input: UpdateList,
  async run({ db, actor }, { projectId, limit, cursor }): Promise<UpdatePage> {
    const project = await locateProject(db, actor, projectId);
    const after = cursor ? sql`and u.id < ${readCursor("updates", cursor)}` : sql``;
    const { rows } = await sql<{ key: string; json: string }>`
      select u.id as key, ${updateJson} as json from project_updates u
      join profiles author on author.id = u.author_id
      where u.project_id = ${project.id} ${after}
      order by u.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("updates", rows, limit);
    return { updates: json, nextCursor };
  },
});
