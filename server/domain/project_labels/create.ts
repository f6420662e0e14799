import { recordActivity } from "../activity/record.ts";
import { newId } from "../ids.ts";
import { named } from "../name_key.ts";
import { operation } from "../operation.ts";
import { requireFreeName } from "../free_name.ts";
import { requireManager } from "../permission.ts";
import { readProjectLabel } from "./record.ts";
import { type ProjectLabel, ProjectLabelCreate } from "./schema.ts";

/** Makes a project label. @throws Forbidden unless a workspace manager; Conflict for a name that is taken */
export const createProjectLabel = operation({
  name: "projectLabels.create",
  scope: "projects.write",
  input: ProjectLabelCreate,
  async run({ tx, actor, now }, { name, color, description }): Promise<ProjectLabel> {
    requireManager(actor, "make project labels");
    await requireFreeName(tx, "project_labels", actor.workspace.id, name);
    const id = newId("plabel", now);
    await tx.insertInto("project_labels").values({
      id,
      workspace_id: actor.workspace.id,
      ...named(name),
      color,
      description: description ?? null,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "projectLabel", id },
      kind: "projectLabel.created",
      data: { to: name },
    });
    return await readProjectLabel(tx, actor, id);
  },
});
