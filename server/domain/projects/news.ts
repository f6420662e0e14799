import { sql } from "kysely";
import type { Member } from "../actor.ts";
import type { Db } from "../operation.ts";
import { type Matching, tellOfArrival } from "../views/arrivals.ts";
import {
  type ListedProject,
  listedProject,
  projectMatches,
  projectMatchesFor,
  projectSight,
} from "./listed.ts";
import { ProjectListing, type ProjectStatus } from "./schema.ts";

const projects: Matching<ProjectListing, ListedProject> = {
  kind: "project",
  listing: ProjectListing,
  matches: projectMatches,
  matchesFor: projectMatchesFor,
  sight: projectSight,
  teamIds: ({ teams }) => teams.map(({ id }) => id),
};

/**
 * Tells those who subscribed to views that a write to a project brought it into them.
 * @param before as it was; null where it is new
 */
export async function tellOfProject(
  tx: Db,
  actor: Member,
  now: Date,
  before: ListedProject | null,
  id: string,
): Promise<void> {
  await tellOfArrival(tx, actor, now, projects, id, async () => ({
    before,
    after: await listedProject(tx, id),
  }));
  await sql`update projects set status_told = status
    where id = ${id} and status_told is not status`.execute(tx);
}

/**
 * The same of projects whose status may have followed from a write to their tasks. What it was is kept with each of
 * them, since triggers change it.
 */
export async function tellOfProgress(
  tx: Db,
  actor: Member,
  now: Date,
  projectIds: (string | null | undefined)[],
): Promise<void> {
  for (const id of new Set(projectIds)) {
    if (!id) continue;
    const { rows } = await sql<{ was: ProjectStatus }>`
      select status_told as was from projects
      where id = ${id} and status_told is not null and status_told <> status`.execute(tx);
    if (!rows[0]) continue;
    const before = { ...await listedProject(tx, id), status: rows[0].was };
    await tellOfProject(tx, actor, now, before, id);
  }
}
