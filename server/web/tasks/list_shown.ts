import { displayParameters } from "../../../views/tasks/display_parameters.ts";
import { listPath, type ListQuery, onlyRecord } from "../../../views/paths.ts";
import { type ListDisplay, rowsAsSaid, shownAs } from "../../../views/tasks/display.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import { undisplayed } from "../../../views/tasks/list_search.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { firstLook, type ListLook } from "../../domain/preferences/schema.ts";
import { findProject } from "../../domain/projects/find.ts";
import type { PageContext } from "../context.ts";
import type { ListedView } from "../visit.ts";
import { queryOf } from "./list_query.ts";

/** A list as it is shown to somebody. */
export interface ListShown {
  query: ListQuery;
  look: ListLook;
  /** Its address where that says how it is shown, which the one that was asked for doesn't; null otherwise. */
  address: string | null;
}

/**
 * How a list is shown at an address: as that says, and as its viewer left it where it names a list alone: all tasks,
 * one's own, a team's, a project's. What rows show is as the viewer has that list, however it is narrowed further,
 * unless the address says it.
 */
export async function listShown(
  at: PageContext<Member>,
  search: URLSearchParams = at.url.searchParams,
): Promise<ListShown> {
  const asked = queryOf(search);
  const list = await listOf(at, asked);
  const left = at.viewer.preferences.lists.find((look) => look.list === list);
  const look = { ...firstLook, ...left, list, ...rowsAsSaid(asked) };
  if (!left || isView(list)) return { query: asked, look, address: null };
  if (!namesListAlone(asked, list) || saysDisplay(search)) {
    return { query: leadingBackTo(asked, left), look, address: null };
  }
  const query = shownAs(asked, left);
  const address = listPath(query);
  return { query, look, address: address === listPath(asked) ? null : address };
}

/** Whether a query narrows to nothing but the list that it is. */
function namesListAlone(query: ListQuery, list: string): boolean {
  const narrowing = (["q", ...filterFields] as const).filter((field) => query[field]);
  const names = list === "all" ? [] : list === "mine" ? ["assigneeId"] : ["teamId", "projectId"];
  return narrowing.length <= 1 && narrowing.every((field) => names.includes(field));
}

/** Whether an address says how its list is shown. */
function saysDisplay(search: URLSearchParams): boolean {
  return displayParameters.some((parameter) => search.has(parameter));
}

/**
 * A list as its address says it. Links of its page are made from that, and one that said nothing of how it is shown
 * would lead to the list as it was left: so it says that it is no board.
 */
function leadingBackTo(query: ListQuery, left: ListDisplay): ListQuery {
  const leftAsListsBegin = listPath(shownAs({}, left)) === listPath({});
  return leftAsListsBegin ? query : { ...query, layout: query.layout ?? "list" };
}

export const isView = (list: string) => list.startsWith("view_");

/** Which list an address is of, as what is kept of it is named. */
export async function listOf(at: PageContext<Member>, query: ListQuery): Promise<string> {
  const view = await viewOf(at, query);
  if (view) return view.id;
  const word = onlyRecord(query.teamId);
  const team = word &&
    (await at.teams()).find(({ id, key }) => id === word || key === word.toUpperCase());
  if (team) return team.id;
  const project = onlyRecord(query.projectId);
  const projectId = project && await projectIdOf(at, project);
  if (projectId) return projectId;
  return query.assigneeId === "me" ? "mine" : "all";
}

async function projectIdOf(at: PageContext<Member>, word: string): Promise<string | null> {
  if (/^proj_\w{1,59}$/.test(word)) return word;
  try {
    return parseJson((await at.ask(findProject, { projectId: word })).json).id;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** The view that a list is: at its address, in either layout, or narrowed as it is and shown otherwise. */
export async function viewOf(
  at: PageContext<Member>,
  query: ListQuery,
): Promise<ListedView | undefined> {
  const views = await at.views();
  for (const address of inEachLayout(query)) {
    const view = views.find(({ href }) => href === address);
    if (view) return view;
  }
  if (isNobodysView(query)) return undefined;
  const narrowing = listPath(undisplayed(query));
  return views.find((view) => view.narrowing === narrowing);
}

/** Whether a list that is shown otherwise than any view is all tasks, or those of one team, project or person. */
function isNobodysView(query: ListQuery): boolean {
  const [field, ...more] = filterFields.filter((one) => query[one]);
  return more.length === 0 && [undefined, "teamId", "projectId", "assigneeId"].includes(field);
}

/** A list's address as it is laid out, then in the other layout: a view is the same one in both. */
export function inEachLayout(query: ListQuery): string[] {
  const laidOut = (board: boolean) => listPath({ ...query, layout: board ? "board" : undefined });
  const board = query.layout === "board";
  return [laidOut(board), laidOut(!board)];
}
