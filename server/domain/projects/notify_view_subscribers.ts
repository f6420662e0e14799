import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { isProjectVisible } from "../visibility/projects.ts";
import { archiveReminder } from "../side_effects/archive_subject.ts";
import { type Matching, notifySubscribers } from "../side_effects/view_updates.ts";
import {
  type ListedProject,
  listedProject,
  projectMatches,
  projectMatchesFor,
  projectSight,
} from "./filters/snapshot.ts";
import { ProjectListing } from "./schema.ts";
import type { ProjectStatus } from "../vocabulary.ts";

const teamIds = ({ teams }: ListedProject) => teams.map(({ id }) => id);

const projects: Matching<ProjectListing, ListedProject> = {
  kind: "project",
  listing: ProjectListing,
  matches: projectMatches,
  matchesFor: projectMatchesFor,
  sight: projectSight,
  teamIds,
  isSeenBy: (project, reader) => isProjectVisible(reader, teamIds(project)),
  isCompleted: ({ status }) => status === "completed",
};

/**
 * Notifies view subscribers about a project that a write brought into their views or completed there.
 * @param before the project before the write; null if it is new
 */
export async function notifySubscribersOfProject(
  context: WriteContext<Member>,
  before: ListedProject | null,
  id: string,
): Promise<void> {
  await notifySubscribers(context, projects, async () => [{
    before,
    after: await listedProject(context, id),
  }]);
  await sql`update projects set status_told = status
    where id = ${id} and status_told is not status`.execute(context.tx);
}

/**
 * Notifies them about projects whose status might have changed with their tasks. If a project is no longer active, its
 * lead's reminder is archived. The former status is passed along, because triggers change it.
 */
export async function notifySubscribersOfProgress(
  context: WriteContext<Member>,
  projectIds: (string | null | undefined)[],
): Promise<void> {
  for (const id of new Set(projectIds)) {
    if (!id) continue;
    const { rows } = await sql<{ was: ProjectStatus; lead_id: string | null }>`
      select status_told as was, lead_id from projects
      where id = ${id} and status_told is not null and status_told <> status
      limit 1`.execute(context.tx);
    if (!rows[0]) continue;
    const { was, lead_id } = rows[0];
    if (was === "active" && lead_id) await archiveReminder(context, lead_id, id);
    const before = { ...await listedProject(context, id), status: was };
    await notifySubscribersOfProject(context, before, id);
  }
}
