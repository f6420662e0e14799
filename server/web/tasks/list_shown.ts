import { displayParameters } from "../../../views/tasks/display_parameters.ts";
import { listPath, type ListQuery, onlyRecord } from "../../../views/paths.ts";
import { rowsAsSaid, shownAsKept } from "../../../views/tasks/display.ts";
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
  const kept = at.viewer.preferences.lists.find((look) => look.list === list);
  const look = { ...firstLook, ...kept, list, ...rowsAsSaid(asked) };
  if (!kept || isView(list)) return { query: asked, look, address: null };
  const left = shownAsKept(asked, kept);
  if (isAlone(asked, list) && !displayParameters.some((one) => search.has(one))) {
    const address = listPath(left);
    return { query: left, look, address: address === listPath(asked) ? null : address };
  }
  // A link from here to the list alone says that it is a list, or it would lead to what is kept.
  const other = listPath(shownAsKept({}, kept)) !== listPath({});
  return {
    query: other ? { ...asked, layout: asked.layout ?? "list" } : asked,
    look,
    address: null,
  };
}

/** Whether a query narrows to nothing but the list that it is. */
function isAlone(query: ListQuery, list: string): boolean {
  const narrowing = ["q" as const, ...filterFields].filter((field) => query[field]);
  const [only, ...more] = narrowing;
  if (only === undefined || more.length > 0) return only === undefined;
  if (only === "assigneeId") return list === "mine";
  return list !== "all" && (only === "teamId" || only === "projectId");
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
  const [exact] = inEachLayout(query).flatMap((address) =>
    views.filter(({ href }) => href === address)
  );
  if (exact) return exact;
  const narrowing = listPath(undisplayed(query));
  const narrowed = filterFields.filter((field) => query[field]).length;
  const home = narrowed < 2 && (query.teamId ?? query.projectId ?? query.assigneeId) !== undefined;
  return narrowed === 0 || home ? undefined : views.find((view) => view.narrowing === narrowing);
}

/** A list's address as it is laid out, then in the other layout: a view is the same one in both. */
export function inEachLayout(query: ListQuery): string[] {
  const laidOut = (board: boolean) => listPath({ ...query, layout: board ? "board" : undefined });
  const board = query.layout === "board";
  return [laidOut(board), laidOut(!board)];
}
