import { z } from "zod";
import { changeRecord } from "../change/change_record.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { boxFields, ticked } from "../text/tick_box.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { locateProject } from "./locate.ts";
import { requireProjectWriter } from "./permission.ts";
import { projectRules } from "./update.ts";

/**
 * Ticks a box of a checklist in a project's description, or takes the tick away, in the text as it stands: of several who
 * tick at once nobody loses a tick.
 * @throws NotFound; Forbidden unless a project writer; Conflict when it is archived, or where no box has those words any
 *   more
 */
export const tickProjectBox = operation({
  name: "projects.tick",
  scope: "projects.write",
  input: z.strictObject({ projectId: keys.project, ...boxFields }),
  async run(context, { projectId, done, at, words }): Promise<VersionedProject> {
    const project = await locateProject(context, projectId);
    requireProjectWriter(context.actor, project);
    const patch = { description: ticked(project.description ?? "", { at, words }, done) };
    const { id } = await changeRecord(context, projectRules, project.id, { patch });
    return await readProject(context, id);
  },
});
