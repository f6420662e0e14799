import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../core/actor.ts";
import { requireVersion } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { listedProject } from "./filters/snapshot.ts";
import { locateProject } from "./locate.ts";
import { notifySubscribersOfProject } from "./subscriptions.ts";
import { requireProjectWriter } from "./permission.ts";

const input = z.strictObject({ projectId: keys.project, version: z.int().optional() });

/**
 * Archives a project: it leaves the lists and the roadmap, blocks nothing any more, takes no more tasks and can't
 * be changed. Its tasks stay where they are and keep naming it, and it keeps its key, so that it can come back
 * whole. Archiving it again changes nothing.
 * @throws NotFound; Forbidden unless a project writer; Stale
 */
export const archiveProject = operation({
  name: "projects.archive",
  scope: "projects.write",
  input,
  run: (context, input) => setArchived(context, input, true),
});

/** Brings an archived project back as it was. @throws NotFound; Forbidden unless a project writer; Stale */
export const restoreProject = operation({
  name: "projects.restore",
  scope: "projects.write",
  input,
  run: (context, input) => setArchived(context, input, false),
});

async function setArchived(
  context: WriteContext<Member>,
  { projectId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<VersionedProject> {
  const { tx, actor, now } = context;
  const project = await locateProject(context, projectId);
  requireProjectWriter(actor, project);
  requireVersion("project", project.version, version);
  if ((project.archived_at !== null) !== archived) {
    const at = now.toISOString();
    const before = await listedProject(context, project.id);
    await tx.updateTable("projects")
      .set((e) => ({
        archived_at: archived ? at : null,
        updated_at: at,
        version: e("version", "+", 1),
      }))
      .where("id", "=", project.id).execute();
    await recordActivity(context, project.id, {
      kind: archived ? "project.archived" : "project.restored",
    });
    await notifySubscribersOfProject(context, before, project.id);
  }
  return await readProject(context, project.id);
}
