import { type FilterField, filterFields } from "./tasks/filters/fields.ts";
import type { DisplayParameter } from "./tasks/display_parameters.ts";
import type { TaskProperty } from "./tasks/properties/all.ts";

/** All URLs of the product. References and IDs need no escaping, but typed text does. */

export const landingPath = "/";
export const signInPath = "/auth/signin";
export const signUpPath = "/auth/signup";
export const verifyPath = "/auth/verify";
export const signOutPath = "/auth/signout";
export const onboardingPath = "/onboarding";
export const openWorkspacePath = `${onboardingPath}/workspaces`;
/** Onboarding without the step for invitations. */
export const newWorkspacePath = "/onboarding?new=1";
export const answerInvitationPath = "/onboarding/invitations";
/** The page for unsubscribing without signing in. The recipient is in the query, which isn't logged. */
export const unsubscribePath = "/unsubscribe";
/** @param more the single kind, and `mail` for requests by an email program. RFC 8058 */
export const unsubscribeFor = (token: string, more: { kind?: "invitation"; by?: "mail" } = {}) =>
  withQuery(unsubscribePath, { token, ...more });
export const workspacePath = "/workspace";
/** Renders a text for its preview. */
export const previewPath = "/workspace/preview";
/** Streams news to open pages. */
export const livePath = "/workspace/live";
/** Searches for suggestions and for the palette. */
export const suggestionsPath = "/api/workspace/command";
/** The search page. The palette also posts its commands here. */
export const commandPath = "/workspace/command";
export const switchWorkspacePath = "/workspace/switch";
/** The parameter for a URL's workspace, for readers who might have another one open. */
export const workspaceParameter = "workspace";
/** @param address the page's path, without a query */
export const inWorkspace = (address: string, workspaceId: string) =>
  withQuery(address, { [workspaceParameter]: workspaceId });

export const tasksPath = "/workspace/tasks";
/** A list's tasks as a CSV file. */
export const tasksCsvPath = `${tasksPath}.csv` as const;
/** The composer, in its dialog or as a page. */
export const composerPath = `${tasksPath}/compose` as const;
export const taskFilterPath = `${tasksPath}/filter` as const;
export const filterOperatorPath = `${taskFilterPath}/operator` as const;
export const filterValuesPath = `${taskFilterPath}/values` as const;
export const taskDisplayPath = `${tasksPath}/display` as const;
export const taskColumnPath = `${tasksPath}/column` as const;

/** A saved view of tasks, by its key. */
export const viewPagePath = "/workspace/view/:viewKey";
export const viewPath = (key: string) => `/workspace/view/${key}`;

/** Patterns for pages of one task. */
export const taskPagePath = `${tasksPath}/:taskId` as const;
/** Moves a card of a board. */
export const taskPlacePath = `${taskPagePath}/place` as const;
export const taskActionsPath = `${taskPagePath}/actions` as const;
export const commentsPagePath = `${taskPagePath}/comments` as const;
export const commentPagePath = `${commentsPagePath}/:commentId` as const;

/** The list of the viewer's tasks. */
export const myTasksPath = withQuery(tasksPath, { assigneeId: "me" });

/** Adds, removes, or moves a favorite. */
export const favoritePagePath = "/workspace/favorites/:kind/:id";
export const favoritePlacePath = `${favoritePagePath}/:position` as const;
/** @param id its ID, key, or reference */
export const favoritePath = (kind: string, id: string) => `/workspace/favorites/${kind}/${id}`;

/** Whether the sidebar is open, and which groups are collapsed. */
export const sidebarPath = "/workspace/sidebar";

/** Changes several tasks, given in the query: `?tasks=ENG-1,ENG-2`. */
export const selectedPath = `${tasksPath}/selected` as const;
/** Undoes following tasks or adding them to favorites, for newly added ones. */
export const selectedFollowsPath = `${selectedPath}/follows/:tasks` as const;
export const selectedFavoritesPath = `${selectedPath}/favorites/:tasks/:positions` as const;
/** Moves several cards of a board together. */
export const selectedPlacePath = `${selectedPath}/place` as const;
/** The menu of other actions for several tasks. */
export const selectedActionsPath = `${selectedPath}/actions` as const;

/** An activity entry of the viewer, which can be undone. */
export const entryPagePath = "/workspace/activity/:activityId";
export const entryPath = (activityId: string) => entryPagePath.replace(":activityId", activityId);

/**
 * The page that asks for the code sent to an address.
 * @param wait seconds until another code can be requested
 * @param next the page to open after signing in
 */
export function verifyFor(
  email: string,
  purpose: "signin" | "signup",
  wait: number,
  next?: string,
): string {
  return withQuery(verifyPath, { email, purpose, wait: String(wait), next });
}

/**
 * Returns the sign-in page, which then opens the requested page.
 * @param kept whether that page stored typed text
 */
export function signInFor(next: string, kept = false): string {
  return withQuery(signInPath, { next, kept: kept ? "1" : undefined });
}

/**
 * The range of comments and activity in the URL of a task's page: the number of each, and the cursors of earlier ones.
 */
export interface HistoryRange {
  comments?: string | undefined;
  commentsBefore?: string | undefined;
  history?: string | undefined;
  historyBefore?: string | undefined;
}

/** A task's page. */
export function taskPath(reference: string, historyRange: HistoryRange = {}): string {
  return withQuery(`${tasksPath}/${reference}`, { ...historyRange });
}

/** A task's page with its title or description open for editing. */
export function editTaskPath(
  reference: string,
  field: "title" | "description",
  historyRange: HistoryRange = {},
): string {
  return withQuery(taskPath(reference), { ...historyRange, edit: field });
}

/** Creates comments of a task. */
export function commentsPath(reference: string): string {
  return `${taskPath(reference)}/comments`;
}

/** Changes or deletes a comment. */
export function commentPath(reference: string, commentId: string): string {
  return `${commentsPath(reference)}/${commentId}`;
}

/** A task's page with one comment open for editing. */
export function editCommentPath(
  reference: string,
  commentId: string,
  historyRange: HistoryRange = {},
): string {
  return withQuery(taskPath(reference), { ...historyRange, comment: commentId });
}

/** A task's menu: one per property, and one of other actions. */
export function taskMenuPath(reference: string, menu: TaskProperty | "actions"): string {
  return `${taskPath(reference)}/${menu}`;
}

/**
 * The same menus for several tasks.
 * @param list the URL of the list with the selection, if the request doesn't come from it
 */
export function selectedMenuPath(
  references: readonly string[],
  menu: TaskProperty | "actions",
  list?: string,
): string {
  return withQuery(`${selectedPath}/${menu}`, { tasks: references.join(","), list });
}

/** The composer, with prefilled values. */
export function composePath(defaults: Query = {}): string {
  return withQuery(composerPath, defaults);
}

/**
 * The filters and display of a list in its URL. The default layout is a list. Missing options of rows are the viewer's
 * stored ones.
 */
export type ListQuery =
  & { [F in FilterField | "q" | Exclude<DisplayParameter, "layout">]?: string | undefined }
  & { layout?: "list" | "board" | undefined }
  & {
    /** The key of the saved view, if the list is one. */
    view?: string | undefined;
    /** The version of the view that this list started from, if the URL has all options. */
    since?: string | undefined;
  };

/** Returns the only record in a filter, or nothing for several records or none. */
export function onlyRecord(filter: string | undefined): string | undefined {
  return filter === "none" || filter?.includes(",") ? undefined : filter;
}

/** Returns the page of a list: its view's page, or the page of all lists. */
export function listPagePath({ view }: ListQuery): string {
  return view ? viewPath(view) : tasksPath;
}

/** Returns a list's page. With a cursor, the page starts there. */
export function listPath(query: ListQuery, cursor?: string): string {
  return listUrl(listPagePath(query), { ...query, view: undefined }, cursor);
}

/** Returns the URL of a list's tasks as a CSV file, in any layout. */
export function tasksCsvOf({ sort, q, view: _view, ...query }: ListQuery): string {
  const narrowed = Object.fromEntries(filterFields.map((field) => [field, query[field]]));
  return listUrl(tasksCsvPath, { ...narrowed, q, sort });
}

/** The menus of a list's filters and display. */
export function listMenuPath(menu: "filter" | "display", query: ListQuery): string {
  return listUrl(menu === "filter" ? taskFilterPath : taskDisplayPath, query);
}

/** The menu of a board's column. @param of the column's key @param heading its name */
export function columnMenuPath(query: ListQuery, of: string, heading: string): string {
  return listUrl(taskColumnPath, query, undefined, { of, heading });
}

/** The menus of a filter's comparison and of its values. */
export function filterPartPath(
  part: "operator" | "values",
  field: FilterField,
  query: ListQuery,
): string {
  const path = part === "operator" ? filterOperatorPath : filterValuesPath;
  return listUrl(path, query, undefined, { of: field });
}

function listUrl(
  path: string,
  query: ListQuery,
  cursor?: string,
  more: Record<string, string> = {},
): string {
  const { view, since, group, subgroup, sort, q, layout, subTasks, hidden, density } = query;
  const given: Record<string, string | undefined> = { since, q };
  // Filters are added in a loop, because each page has many lists with few filters.
  for (const field of filterFields) if (query[field]) given[field] = query[field];
  const display = {
    group: group === "status" ? undefined : group,
    subgroup,
    sort: sort === "-createdAt" ? undefined : sort,
    subTasks,
    hidden,
    density,
  };
  // With other parameters, the default layout is a list.
  const { teamId: _team, projectId: _project, assigneeId: _assignee, ...others } = given;
  const says = [...Object.values(others), ...Object.values(display)].some(Boolean);
  return withQuery(path, {
    view,
    layout: layout === "list" && says ? undefined : layout,
    ...given,
    ...display,
    cursor,
    ...more,
  });
}

/** Values by the names of a URL's parameters. */
type Query = Readonly<Record<string, string | number | null | undefined | readonly string[]>>;

/** Returns a path with a query. Empty values are left out, so that equal lists have equal URLs. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().flatMap((one) => one || one === 0 ? [[name, String(one)]] : [])
  );
  if (given.length === 0) return path;
  const search = new URLSearchParams(given);
  return `${path}?${search.toString().replaceAll("%2C", ",")}`;
}
