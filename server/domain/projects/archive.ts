import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving } from "../change/columns.ts";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { listedProject } from "./filters/snapshot.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { notifySubscribersOfProject } from "./notify_view_subscribers.ts";
import { requireProjectWriter } from "./permission.ts";
import { archiveReminder } from "../side_effects/archive_subject.ts";

const input = z.strictObject({ projectId: keys.project, version: seenVersion });

/**
 * Archives a project. It leaves the lists and the roadmap, blocks nothing, accepts no more tasks, and can't be changed.
 * Its tasks keep it, and it keeps its key. Archiving it again changes nothing.
 * @throws NotFound; Forbidden unless a project writer; Stale
 */
export const archiveProject = operation({
  name: "projects.archive",
  scope: "projects.write",
  input,
  run: (context, input) => setArchived(context, input, true),
});

/** Restores an archived project. @throws NotFound; Forbidden unless a project writer; Stale */
export const restoreProject = operation({
  name: "projects.restore",
  scope: "projects.write",
  input,
  run: (context, input) => setArchived(context, input, false),
});

const shelved: ChangeRules<"projects", string, StoredProject, { archived: boolean }> = {
  name: "project",
  table: "projects",
  dated: true,
  locate: locateProject,
  allow: ({ actor }, project) => requireProjectWriter(actor, project),
  planners: { archived: archiving({ archived: "project.archived", restored: "project.restored" }) },
  async around(context, { before: { id, lead_id } }, write) {
    const before = await listedProject(context, id);
    await write();
    if (lead_id) await archiveReminder(context, lead_id, id);
    await notifySubscribersOfProject(context, before, id);
  },
  subject: ({ id }) => id,
};

async function setArchived(
  context: WriteContext<Member>,
  { projectId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<VersionedProject> {
  const change = { version, patch: { archived } };
  const { id } = await changeRecord(context, shelved, projectId, change);
  return await readProject(context, id);
}
