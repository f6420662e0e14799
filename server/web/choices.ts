import type { Member } from "../domain/core/actor.ts";
import { key } from "../domain/core/fields.ts";
import { offerMembers } from "../domain/members/offer.ts";
import { offerMilestones } from "../domain/milestones/offer.ts";
import { offerProjects } from "../domain/projects/offer.ts";
import { offerTaskLabels } from "../domain/task_labels/offer.ts";
import { type Offered, offeredOf } from "../domain/text/offered.ts";
import type { PageContext } from "./context.ts";

/** What a menu is to offer of a kind of record. */
export interface Wanted {
  /** What is typed; nothing where it is empty. */
  q?: string;
  /** What they stand in, which may be typed too: "Label". */
  around?: string;
  /** Ids or names of those that are offered besides the first: what is chosen already. */
  named?: readonly (string | null | undefined)[];
  /** None of the first, where it is said. */
  most?: 0;
}

/** What a menu is to find, as its URL says; nothing typed is empty. */
export function soughtIn({ searchParams }: URL, field = "q"): string {
  return searchParams.get(field)?.trim() ?? "";
}

type Asking = Pick<PageContext<Member>, "ask" | "teams">;

/** The words that can be an id or a name: an address may say anything. */
function namesIn(words: readonly (string | null | undefined)[]): string[] {
  return words.flatMap((word) => key.safeParse(word).data ?? []);
}

function asked({ q, named = [], ...around }: Wanted) {
  return { ...around, named: namesIn(named), ...(q ? { q: q.slice(0, 200) } : {}) };
}

/** Members of the workspace, people and agents. @param who whom of them */
export function membersOf(
  at: Asking,
  wanted: Wanted,
  who: { working?: true; kind?: "human"; seeing?: string | undefined; outside?: string } = {},
) {
  return at.ask(offerMembers, { ...asked(wanted), ...who });
}

/** The people whom a member can ask to approve something. */
export async function approversOf(
  at: Asking & Pick<PageContext<Member>, "viewer">,
  wanted: Wanted,
) {
  const { records, more } = await membersOf(at, wanted, { kind: "human", working: true });
  return { records: records.filter(({ id }) => id !== at.viewer.profile.id), more };
}

/** The workspace's task labels. */
export function labelsOf(at: Asking, wanted: Wanted) {
  return at.ask(offerTaskLabels, asked(wanted));
}

/** The projects that the member sees. */
export function projectsOf(at: Asking, wanted: Wanted) {
  return at.ask(offerProjects, asked(wanted));
}

/** The teams that the member sees, of those that fit. */
export async function teamsOf(
  at: Asking,
  { named = [], ...sought }: Wanted,
  fits: (team: { id: string }) => boolean = () => true,
) {
  const teams = (await at.teams()).filter(fits);
  return offeredOf(teams, { ...sought, named: named.flatMap((one) => one ?? []) });
}

/** Milestones of some projects, by their ids or keys; of all that the member sees where none of those has any. */
export async function milestonesOf(at: Asking, wanted: Wanted, projects: readonly string[]) {
  const within = await at.ask(offerMilestones, { ...asked(wanted), projects: namesIn(projects) });
  return within.records.length > 0 || wanted.q || projects.length === 0
    ? within
    : await at.ask(offerMilestones, asked(wanted));
}

/** Of some words the records that they name by id or name; of one that isn't in use there is none. */
function namedAmong<T>(offer: (at: Asking, wanted: Wanted) => Promise<Offered<T>>) {
  return async (at: Asking, named: readonly string[]): Promise<T[]> =>
    named.length === 0 ? [] : (await offer(at, { named, most: 0 })).records;
}

/** Task labels by their ids or names. */
export const labelsNamed = namedAmong(labelsOf);
/** Projects by their ids or keys. */
export const projectsNamed = namedAmong(projectsOf);
/** Members by their ids or usernames. */
export const membersNamed = namedAmong(membersOf);
