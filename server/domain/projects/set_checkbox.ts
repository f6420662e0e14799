import { z } from "zod";
import { changeRecord } from "../change/change_record.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { boxFields, setCheckbox } from "../text/checkbox.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { locateProject } from "./locate.ts";
import { requireProjectWriter } from "./permission.ts";
import { projectRules } from "./update.ts";

/**
 * Checks or unchecks a checkbox in the current description of a project. Simultaneous changes all take effect.
 * @throws NotFound; Forbidden unless a project writer; Conflict if it is archived, or if no checkbox matches the
 *   text
 */
export const setProjectCheckbox = operation({
  name: "projects.tick",
  scope: "projects.write",
  input: z.strictObject({ projectId: keys.project, ...boxFields }),
  async run(context, { projectId, done, at, words }): Promise<VersionedProject> {
    const project = await locateProject(context, projectId);
    requireProjectWriter(context.actor, project);
    const patch = { description: setCheckbox(project.description ?? "", { at, words }, done) };
    const { id } = await changeRecord(context, projectRules, project.id, { patch });
    return await readProject(context, id);
  },
});
