import type { Member } from "../domain/core/actor.ts";
import { key } from "../domain/core/fields.ts";
import { offerMembers } from "../domain/members/offer.ts";
import { offerMilestones } from "../domain/milestones/offer.ts";
import { offerProjects } from "../domain/projects/offer.ts";
import { offerTaskLabels } from "../domain/task_labels/offer.ts";
import { type Offered, offeredOf } from "../domain/text/offered.ts";
import type { PageContext } from "./context.ts";

/** The records that a menu requests. */
export interface Wanted {
  /** The typed text; omitted if empty. */
  q?: string;
  /** The name of the group, which can be typed too: "Label". */
  around?: string;
  /** IDs or names of chosen records, which are included in addition to the first ones. */
  named?: readonly (string | null | undefined)[];
  /** Set to 0 to include only the named records. */
  most?: 0;
}

/** Returns the text to search for in a menu's URL, which is empty by default. */
export function searchTextIn({ searchParams }: URL, field = "q"): string {
  return searchParams.get(field)?.trim() ?? "";
}

type Asking = Pick<PageContext<Member>, "ask" | "teams">;

/** Returns the values that could be an ID or a name. A URL can contain anything. */
function namesIn(words: readonly (string | null | undefined)[]): string[] {
  return words.flatMap((word) => key.safeParse(word).data ?? []);
}

function asked({ q, named = [], ...around }: Wanted) {
  return { ...around, named: namesIn(named), ...(q ? { q: q.slice(0, 200) } : {}) };
}

/** Returns members of the workspace, people and agents. @param who which members to include */
export function membersOf(
  at: Asking,
  wanted: Wanted,
  who: { working?: true; kind?: "human"; seeing?: string | undefined; outside?: string } = {},
) {
  return at.ask(offerMembers, { ...asked(wanted), ...who });
}

/** Returns the people who can approve a member's request. */
export async function approversOf(
  at: Asking & Pick<PageContext<Member>, "viewer">,
  wanted: Wanted,
) {
  const { records, more } = await membersOf(at, wanted, { kind: "human", working: true });
  return { records: records.filter(({ id }) => id !== at.viewer.profile.id), more };
}

/** Returns the workspace's task labels. */
export function labelsOf(at: Asking, wanted: Wanted) {
  return at.ask(offerTaskLabels, asked(wanted));
}

/** Returns the projects that the member can see. */
export function projectsOf(at: Asking, wanted: Wanted) {
  return at.ask(offerProjects, asked(wanted));
}

/** Returns the matching teams that the member can see. */
export async function teamsOf(
  at: Asking,
  { named = [], ...sought }: Wanted,
  fits: (team: { id: string }) => boolean = () => true,
) {
  const teams = (await at.teams()).filter(fits);
  return offeredOf(teams, { ...sought, named: named.flatMap((one) => one ?? []) });
}

/** Returns milestones of projects, given by ID or key, or of all visible projects if those have none. */
export async function milestonesOf(at: Asking, wanted: Wanted, projects: readonly string[]) {
  const within = await at.ask(offerMilestones, { ...asked(wanted), projects: namesIn(projects) });
  return within.records.length > 0 || wanted.q || projects.length === 0
    ? within
    : await at.ask(offerMilestones, asked(wanted));
}

/** Creates a function that returns the records of some IDs or names, without archived ones. */
function namedAmong<T>(offer: (at: Asking, wanted: Wanted) => Promise<Offered<T>>) {
  return async (at: Asking, named: readonly string[]): Promise<T[]> =>
    named.length === 0 ? [] : (await offer(at, { named, most: 0 })).records;
}

/** Returns task labels by ID or name. */
export const labelsNamed = namedAmong(labelsOf);
/** Returns projects by ID or key. */
export const projectsNamed = namedAmong(projectsOf);
/** Returns members by ID or username. */
export const membersNamed = namedAmong(membersOf);
