import { displayParameters } from "../../../views/tasks/display_parameters.ts";
import { listPath, type ListQuery, onlyRecord, viewPath } from "../../../views/paths.ts";
import { type ListDisplay, rowOptionsIn, shownAs } from "../../../views/tasks/display.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { type ListLook, lookAsBegun } from "../../domain/preferences/schema.ts";
import { findProject } from "../../domain/projects/find.ts";
import { findView } from "../../domain/saved_views/list.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import type { PageContext } from "../context.ts";
import { queryOf, searchIn } from "./list_query.ts";
import { savedQuery, scopeOf, showsAsSaved } from "./view_query.ts";

/** A saved view as it is shown. */
export interface ViewShown {
  view: View;
  /** Whether it has unsaved changes. */
  edited: boolean;
  /** Whether it was saved again since the changes started. */
  stale: boolean;
}

/** A list as it is shown. */
export interface ListShown {
  query: ListQuery;
  look: ListLook;
  /** The URL with all display options, or `null` if the requested URL has them. */
  address: string | null;
  /** The saved view of the list, if any. */
  shown: ViewShown | null;
}

/**
 * Returns a list as shown. The URL's display options apply, or the viewer's stored ones if the URL only names a list:
 * all tasks, their own, a team's, or a project's. Row display is stored per list, regardless of filters. A view is
 * shown as saved, except for options in the URL.
 * @throws NotFound if the view doesn't exist
 */
export async function listShown(
  at: PageContext<Member>,
  search: URLSearchParams = searchIn(at.url),
): Promise<ListShown> {
  const asked = queryOf(search);
  if (search.has("view") && !asked.view) throw new NotFound("No view has this key.");
  const view = await viewOf(at, asked);
  if (view) return viewShown(at, view, asked);
  const list = await listOf(at, asked);
  const left = leftLook(at, list);
  const look = { ...begun(at), ...left, list, ...rowOptionsIn(asked) };
  if (!left) return { query: asked, look, address: null, shown: null };
  if (!namesListAlone(asked, list) || saysDisplay(search)) {
    return { query: leadingBackTo(asked, left), look, address: null, shown: null };
  }
  const query = shownAs(asked, left);
  const address = listPath(query);
  return { query, look, address: address === listPath(asked) ? null : address, shown: null };
}

const begun = (at: PageContext<Member>) => lookAsBegun(at.viewer.preferences);

function leftLook(at: PageContext<Member>, list: string) {
  return at.viewer.preferences.lists.find((look) => look.list === list);
}

/** Returns a view with the options in its URL, which has either all of them or only changed ones. */
function viewShown(at: PageContext<Member>, view: View, asked: ListQuery): ListShown {
  const { view: named, since, ...said } = asked;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value));
  const saved = savedQuery(view);
  const query = since
    ? { ...given, ...scopeOf(view), view: view.key, since }
    : { ...saved, ...given, ...scopeOf(view) };
  const look = { ...begun(at), ...leftLook(at, view.id), list: view.id, ...rowOptionsIn(query) };
  const edited = !showsAsSaved(view, query);
  const bare = named === view.key && !since && Object.keys(given).length === 0;
  const address = !edited ? (bare ? null : viewPath(view.key)) : since ? null : listPath(query);
  const stale = edited && Number(query.since) < view.version;
  return { query, look, address, shown: { view, edited, stale } };
}

/** Returns whether a query has no filters besides the list's own. */
function namesListAlone(query: ListQuery, list: string): boolean {
  const narrowing = (["q", ...filterFields] as const).filter((field) => query[field]);
  const names = list === "all" ? [] : list === "mine" ? ["assigneeId"] : ["teamId", "projectId"];
  return narrowing.length <= 1 && narrowing.every((field) => names.includes(field));
}

/** Returns whether a URL contains display options. */
function saysDisplay(search: URLSearchParams): boolean {
  return displayParameters.some((parameter) => search.has(parameter));
}

/**
 * Returns the query that the page's links start from. A query without a layout would lead to the stored display, so
 * this one says that it isn't a board.
 */
function leadingBackTo(query: ListQuery, left: ListDisplay): ListQuery {
  const leftAsListsBegin = listPath(shownAs({}, left)) === listPath({});
  return leftAsListsBegin ? query : { ...query, layout: query.layout ?? "list" };
}

export const isView = (list: string) => list.startsWith("view_");

/** Returns the key under which a list's display is stored, unless the list is a view. */
async function listOf(at: PageContext<Member>, query: ListQuery): Promise<string> {
  const team = await teamOf(at, query);
  if (team) return team.id;
  const project = onlyRecord(query.projectId);
  const projectId = project && await projectIdOf(at, project);
  if (projectId) return projectId;
  return query.assigneeId === "me" ? "mine" : "all";
}

/** Returns the team of a list, which the query names by ID or key. */
export async function teamOf(at: PageContext<Member>, { teamId }: ListQuery) {
  const word = onlyRecord(teamId);
  return word === undefined
    ? undefined
    : (await at.teams()).find(({ id, key }) => id === word || key === word.toUpperCase());
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

/** Returns the view of a list, or null. @throws NotFound if the view doesn't exist or isn't a view of tasks */
export async function viewOf(
  at: PageContext<Member>,
  { view: key }: ListQuery,
): Promise<View | null> {
  if (!key) return null;
  const view = parseJson((await at.askOnce(findView, { viewId: key })).json);
  if (view.kind === "task") return view;
  throw new NotFound(`Task view ${key} not found.`);
}

/** Returns the URLs of a list in its layout and in the other one. */
export function inEachLayout(query: ListQuery): string[] {
  const laidOut = (board: boolean) => listPath({ ...query, layout: board ? "board" : undefined });
  const board = query.layout === "board";
  return [laidOut(board), laidOut(!board)];
}
