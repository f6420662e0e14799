import { sql } from "kysely";
import { isProjectVisible } from "../../visibility/projects.ts";
import type { Reader } from "../../visibility/readers.ts";
import { nameKey } from "../../core/name_key.ts";
import type { ReadContext } from "../../core/operation.ts";
import type { Named } from "../../refs/named.ts";
import { type Json, parseJson } from "../../core/json.ts";
import { hasWords } from "../../text/match.ts";
import { folded } from "../../text/words.ts";
import { priorityOf, type ProjectStatus } from "../../vocabulary.ts";
import type { ProjectListing } from "../schema.ts";

/** A project with the values that the filters of lists need. */
export interface ListedProject {
  id: string;
  status: ProjectStatus;
  health: string | null;
  priority: number;
  leadId: string | null;
  memberIds: string[];
  updatedAt: string;
  archivedAt: string | null;
  teams: { id: string; key: string }[];
  labels: Named[];
  /** The key and name, with the other searched text. */
  title: string;
  text: string;
}

/** Returns a project's current values. */
export async function listedProject({ db }: ReadContext, id: string): Promise<ListedProject> {
  const { rows } = await sql<{ project: Json<ListedProject> }>`
    select json_object('id', p.id, 'status', p.status, 'health', p.health,
      'priority', p.priority, 'leadId', p.lead_id,
      'memberIds', (select json_group_array(k.profile_id) from project_members k
        where k.project_id = p.id),
      'updatedAt', p.updated_at, 'archivedAt', p.archived_at,
      'teams', (select json_group_array(json_object('id', t.id, 'key', t.key))
        from project_teams k join teams t on t.id = k.team_id where k.project_id = p.id),
      'labels', (select json_group_array(json_object('id', l.id, 'name', l.name))
        from project_label_links k join project_labels l on l.id = k.label_id
        where k.project_id = p.id),
      'title', p.key || char(10) || p.name,
      'text', concat_ws(char(10), p.summary, p.description)) as project
    from projects p where p.id = ${id}`.execute(db);
  return parseJson(rows[0]!.project);
}

/**
 * The meaning of each filter for a single project, as `sql.ts` has it for lists. A test compares the two. Conditions
 * that depend on the reader aren't checked here.
 */
const checks: Checks = {
  status: (statuses, { status }) => statuses.includes(status),
  leadId: (wanted, { leadId }) =>
    wanted === "me" ? leadId !== null : leadId === (wanted === "none" ? null : wanted),
  memberId: (wanted, { memberIds }) =>
    wanted === "me" ? memberIds.length > 0 : memberIds.includes(wanted),
  teamId: (wanted, { teams }) => teams.some((team) => isCalled(team, wanted)),
  label: (wanted, project) => isLabelled(project, wanted),
  health: (words, { health }) => words.some((word) => word === (health ?? "none")),
  priority: (words, { priority }) => words.includes(priorityOf(priority)),
  updatedSince: (moment, { updatedAt }) => updatedAt >= new Date(moment).toISOString(),
  archived: () => true,
  q: (text, project) => hasWords(folded(project.title), folded(project.text), text),
  sort: () => true,
};

type Wanted = Required<ProjectListing>;
type Checks = {
  [F in keyof Wanted]: (wanted: NonNullable<Wanted[F]>, project: ListedProject) => boolean;
};
const names = Object.keys(checks) as (keyof Wanted)[];

/** Returns whether a project is in a list for at least one reader. */
export function projectMatches(listing: ProjectListing, project: ListedProject): boolean {
  const archived = project.archivedAt !== null;
  return archived === (listing.archived ?? false) &&
    names.every((name) => passes(name, listing, project));
}

function passes<F extends keyof Wanted>(
  name: F,
  listing: Partial<Wanted>,
  project: ListedProject,
): boolean {
  const wanted: Partial<Wanted>[F] = listing[name];
  return wanted === undefined || checks[name](wanted as NonNullable<Wanted[F]>, project);
}

/** Returns whether a matching project is in the list for this reader too. */
export function projectMatchesFor(
  { leadId, memberId, teamId }: ProjectListing,
  project: ListedProject,
  reader: Reader,
): boolean {
  if (leadId === "me" && project.leadId !== reader.id) return false;
  if (memberId === "me" && !project.memberIds.includes(reader.id)) return false;
  if (teamId === undefined) return isProjectVisible(reader, project.teams.map(({ id }) => id));
  const seen = project.teams.filter(({ id }) => !reader.hiddenTeamIds.includes(id));
  return seen.some((team) => isCalled(team, teamId));
}

/**
 * Returns the values of a project that decide which readers have it in a list. If they don't change, the readers don't
 * either.
 */
export function projectSight({ leadId, memberId }: ProjectListing, project: ListedProject): string {
  const teamIds = project.teams.map(({ id }) => id).sort();
  return JSON.stringify([
    leadId === "me" && project.leadId,
    memberId === "me" && project.memberIds.toSorted(),
    teamIds,
  ]);
}

function isCalled({ id, key }: { id: string; key: string }, wanted: string): boolean {
  return wanted.startsWith("team_") ? id === wanted : key === wanted.toUpperCase();
}

/** Returns whether a project has a label with this name or ID. */
function isLabelled({ labels }: ListedProject, wanted: string): boolean {
  const wantedKey = nameKey(wanted);
  return labels.some((label) => label.id === wanted || nameKey(label.name) === wantedKey);
}
