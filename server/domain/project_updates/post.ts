import { sql } from "kysely";
import { recordActivity } from "../activity/write.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { locateProject } from "../projects/locate.ts";
import { notifyOfUpdate } from "../projects/notify.ts";
import { requireProjectWriter, requireUnarchived } from "../projects/permission.ts";
import type { ProjectUpdate } from "../projects/schema.ts";
import { touchProject } from "../projects/touch.ts";
import { archiveReminder } from "../side_effects/archive_subject.ts";
import { type Json, parseJson } from "../core/json.ts";
import { updateJson } from "./record.ts";
import { UpdatePost } from "./schema.ts";

/**
 * Posts an update of a project, and sets its health. Updates are permanent. Another one can follow.
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived
 */
export const postProjectUpdate = operation({
  name: "projectUpdates.post",
  scope: "projects.write",
  input: UpdatePost,
  async run(context, { projectId, health, body }): Promise<ProjectUpdate> {
    const { tx, actor, now } = context;
    const project = await locateProject(context, projectId);
    requireProjectWriter(actor, project);
    requireUnarchived(project);
    const id = newId("upd", now);
    await tx.insertInto("project_updates").values({
      id,
      project_id: project.id,
      author_id: actor.profile.id,
      health,
      body,
      created_at: now.toISOString(),
    }).execute();
    await touchProject(context, project.id, { health });
    await recordActivity(context, project.id, {
      kind: "project.update_posted",
      data: { from: project.health, to: health },
    });
    if (project.lead_id) await archiveReminder(context, project.lead_id, project.id);
    await notifyOfUpdate(context, project.id, body);
    const { rows } = await sql<{ json: Json<ProjectUpdate> }>`
      select ${updateJson} as json from project_updates u
      join profiles author on author.id = u.author_id where u.id = ${id}`.execute(tx);
    return parseJson(rows[0]!.json);
  },
});
