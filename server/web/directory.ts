import type { Context } from "hono";
import { listLabels } from "../domain/labels/list.ts";
import { perform } from "../domain/core/operation.ts";
import { listAll } from "../domain/core/page.ts";
import { listMembers } from "../domain/members/list.ts";
import { listProjects } from "../domain/projects/list.ts";
import { parseJson } from "../domain/core/json.ts";
import type { Env } from "../http/env.ts";

/** How many projects a menu offers; any other is named by its key. */
const OFFERED_PROJECTS = 250;

/** The workspace's members, people and agents. */
export function membersOf(c: Context<Env>) {
  return listAll(c.get("deps"), c.get("member"), listMembers);
}

/** The workspace's task labels. */
export function labelsOf(c: Context<Env>) {
  return listAll(c.get("deps"), c.get("member"), listLabels);
}

/** The newest projects that the member sees. */
export async function projectsOf(c: Context<Env>) {
  const limit = OFFERED_PROJECTS;
  const page = await perform(c.get("deps"), c.get("member"), listProjects, { limit });
  return parseJson(page.records);
}
