import type { Member } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import { listTaskLabels } from "../domain/task_labels/list.ts";
import { listMembers } from "../domain/members/list.ts";
import { listProjects } from "../domain/projects/list.ts";
import type { PageContext } from "./context.ts";

/** How many projects a menu offers; any other is named by its key. */
const OFFERED_PROJECTS = 250;

/** The workspace's members, people and agents. */
export function membersOf(at: PageContext<Member>) {
  return at.askAll(listMembers);
}

/** The people whom a member can ask to approve something. */
export async function approversOf(at: PageContext<Member>) {
  const others = (await membersOf(at)).filter(({ id }) => id !== at.viewer.profile.id);
  return others.filter(({ kind, suspended }) => kind === "human" && !suspended);
}

/** The workspace's task labels. */
export function labelsOf(at: PageContext<Member>) {
  return at.askAll(listTaskLabels);
}

/** The newest projects that the member sees. */
export async function projectsOf(at: PageContext<Member>) {
  return parseJson((await at.ask(listProjects, { limit: OFFERED_PROJECTS })).records);
}
