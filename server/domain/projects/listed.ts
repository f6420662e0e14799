import { sql } from "kysely";
import type { Reader } from "../inbox/audience.ts";
import { nameKey } from "../name_key.ts";
import type { Db } from "../operation.ts";
import type { Named } from "../tasks/listed.ts";
import { type Json, parseJson } from "../tasks/record.ts";
import type { ProjectListing, ProjectStatus } from "./schema.ts";

/** A project as the filters of lists look at it. */
export interface ListedProject {
  id: string;
  status: ProjectStatus;
  leadId: string | null;
  archivedAt: string | null;
  teams: { id: string; key: string }[];
  labels: Named[];
}

/** A project as it is now. */
export async function listedProject(tx: Db, id: string): Promise<ListedProject> {
  const { rows } = await sql<{ project: Json<ListedProject> }>`
    select json_object('id', p.id, 'status', p.status, 'leadId', p.lead_id,
      'archivedAt', p.archived_at,
      'teams', (select json_group_array(json_object('id', t.id, 'key', t.key))
        from project_teams k join teams t on t.id = k.team_id where k.project_id = p.id),
      'labels', (select json_group_array(json_object('id', l.id, 'name', l.name))
        from project_label_links k join project_labels l on l.id = k.label_id
        where k.project_id = p.id)) as project
    from projects p where p.id = ${id}`.execute(tx);
  return parseJson(rows[0]!.project);
}

/**
 * Whether a project is in a list for somebody at least, as `projectConditions` says it for a list in SQL; a test holds
 * the two against each other. What depends on who looks isn't decided here.
 */
export function projectMatches(listing: ProjectListing, project: ListedProject): boolean {
  const { status, leadId, teamId, label } = listing;
  return project.archivedAt === null &&
    (status === undefined || status.includes(project.status)) &&
    (leadId === undefined ||
      (leadId === "me" ? project.leadId !== null : project.leadId === leadId)) &&
    (teamId === undefined || project.teams.some((team) => isCalled(team, teamId))) &&
    (label === undefined || isLabelled(project, label));
}

/** Whether a project that matches is in the list for this reader too. */
export function projectMatchesFor(
  { leadId, teamId }: ProjectListing,
  project: ListedProject,
  reader: Reader,
): boolean {
  if (leadId === "me" && project.leadId !== reader.id) return false;
  const seen = project.teams.filter(({ id }) => !reader.hiddenTeamIds.includes(id));
  if (teamId !== undefined) return seen.some((team) => isCalled(team, teamId));
  return seen.length > 0 || project.teams.length === 0;
}

/** What of a project decides for whom it is in a list: where it stays the same, it stays so for everybody. */
export function projectSight({ leadId }: ProjectListing, project: ListedProject): string {
  const teamIds = project.teams.map(({ id }) => id).sort();
  return JSON.stringify([leadId === "me" && project.leadId, teamIds]);
}

function isCalled({ id, key }: { id: string; key: string }, wanted: string): boolean {
  return wanted.startsWith("team_") ? id === wanted : key === wanted.toUpperCase();
}

/** Whether a project has a label of this name or id. */
function isLabelled({ labels }: ListedProject, wanted: string): boolean {
  const wantedKey = nameKey(wanted);
  return labels.some((label) => label.id === wanted || nameKey(label.name) === wantedKey);
}
