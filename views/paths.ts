import { type FilterField, filterFields } from "./tasks/filters/fields.ts";
import type { DisplayParameter } from "./tasks/display_parameters.ts";
import type { TaskProperty } from "./tasks/properties/all.ts";

/** Every URL that the product emits. References and ids need no escaping; what people type does. */

export const landingPath = "/";
export const signInPath = "/auth/signin";
export const signUpPath = "/auth/signup";
export const verifyPath = "/auth/verify";
export const signOutPath = "/auth/signout";
export const onboardingPath = "/onboarding";
export const openWorkspacePath = `${onboardingPath}/workspaces`;
/** Onboarding that goes past the invitations. */
export const newWorkspacePath = "/onboarding?new=1";
export const answerInvitationPath = "/onboarding/invitations";
/** Where one stops mails without signing in. Whose they are stands in the query, which no log keeps. */
export const unsubscribePath = "/unsubscribe";
/** @param more of which kind alone, and `mail` where the reader's program asks by itself. RFC 8058 */
export const unsubscribeFor = (token: string, more: { kind?: "invitation"; by?: "mail" } = {}) =>
  withQuery(unsubscribePath, { token, ...more });
export const workspacePath = "/workspace";
/** Where a text is drawn as it will be shown. */
export const previewPath = "/workspace/preview";
/** Where open pages are told what there is news of. */
export const livePath = "/workspace/live";
/** Where what is typed is looked for: the palette. */
export const suggestionsPath = "/api/workspace/command";
/** What is found in the workspace and what can be done there, as a page; a command of the palette is sent there. */
export const commandPath = "/workspace/command";
export const switchWorkspacePath = "/workspace/switch";
/** The parameter by which an address says which workspace it is in, where its reader may be in another one. */
export const workspaceParameter = "workspace";
/** @param address a page's, without a query */
export const inWorkspace = (address: string, workspaceId: string) =>
  withQuery(address, { [workspaceParameter]: workspaceId });

export const tasksPath = "/workspace/tasks";
/** The tasks of a list as a file. */
export const tasksCsvPath = `${tasksPath}.csv` as const;
/** The composer; in its dialog, or as a page. */
export const composerPath = `${tasksPath}/compose` as const;
export const taskFilterPath = `${tasksPath}/filter` as const;
export const filterOperatorPath = `${taskFilterPath}/operator` as const;
export const filterValuesPath = `${taskFilterPath}/values` as const;
export const taskDisplayPath = `${tasksPath}/display` as const;
export const taskColumnPath = `${tasksPath}/column` as const;

/** A saved view of tasks, by its key. */
export const viewPagePath = "/workspace/view/:viewKey";
export const viewPath = (key: string) => `/workspace/view/${key}`;

/** Patterns of what is about one task. */
export const taskPagePath = `${tasksPath}/:taskId` as const;
/** Where a card of a board is put. */
export const taskPlacePath = `${taskPagePath}/place` as const;
export const taskActionsPath = `${taskPagePath}/actions` as const;
export const commentsPagePath = `${taskPagePath}/comments` as const;
export const commentPagePath = `${commentsPagePath}/:commentId` as const;

/** The list of one's own tasks. */
export const myTasksPath = withQuery(tasksPath, { assigneeId: "me" });

/** One's favorites, one by one: added and removed, or put among the others. */
export const favoritePagePath = "/workspace/favorites/:kind/:id";
export const favoritePlacePath = `${favoritePagePath}/:position` as const;
/** @param id its id, key or reference */
export const favoritePath = (kind: string, id: string) => `/workspace/favorites/${kind}/${id}`;

/** Whether the sidebar is open, and which of its groups are folded. */
export const sidebarPath = "/workspace/sidebar";

/** What is about several tasks at once, which the query names: `?tasks=ENG-1,ENG-2`. */
export const selectedPath = `${tasksPath}/selected` as const;
/** Where following them, and having them as favorites, is undone of those of which it was new. */
export const selectedFollowsPath = `${selectedPath}/follows/:tasks` as const;
export const selectedFavoritesPath = `${selectedPath}/favorites/:tasks/:positions` as const;
/** Where several cards of a board are put together. */
export const selectedPlacePath = `${selectedPath}/place` as const;
/** The menu of everything else that one can do with several tasks. */
export const selectedActionsPath = `${selectedPath}/actions` as const;

/** Something that one did, which can be undone. */
export const entryPagePath = "/workspace/activity/:activityId";
export const entryPath = (activityId: string) => entryPagePath.replace(":activityId", activityId);

/**
 * The page that asks for the code sent to an address.
 * @param wait seconds until another code may be asked for
 * @param next where to go once it is right
 */
export function verifyFor(
  email: string,
  purpose: "signin" | "signup",
  wait: number,
  next?: string,
): string {
  return withQuery(verifyPath, { email, purpose, wait: String(wait), next });
}

/** Sign-in that comes back to the page asked for. @param kept whether that page keeps what was typed on it */
export function signInFor(next: string, kept = false): string {
  return withQuery(signInPath, { next, kept: kept ? "1" : undefined });
}

/**
 * How far back a task's page tells, as its URL spells it, where that is further than at first: how many comments and
 * how many entries of history, and from which cursor on where not from the newest.
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

/** Where a task's new comments go. */
export function commentsPath(reference: string): string {
  return `${taskPath(reference)}/comments`;
}

/** Where one comment is changed or deleted. */
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

/** A menu of a task: one for each property, and one of everything else that one can do with it. */
export function taskMenuPath(reference: string, menu: TaskProperty | "actions"): string {
  return `${taskPath(reference)}/${menu}`;
}

/** The same menus for several tasks at once. @param list the address of the list that they are selected in, where it isn't asked from there */
export function selectedMenuPath(
  references: readonly string[],
  menu: TaskProperty | "actions",
  list?: string,
): string {
  return withQuery(`${selectedPath}/${menu}`, { tasks: references.join(","), list });
}

/** The composer, with what is known already. */
export function composePath(defaults: Query = {}): string {
  return withQuery(composerPath, defaults);
}

/**
 * What narrows a list, and how it is shown, as its URL spells it. It is laid out as a list unless it says otherwise;
 * what it doesn't say of its rows is as its viewer has them.
 */
export type ListQuery =
  & { [F in FilterField | "q" | Exclude<DisplayParameter, "layout">]?: string | undefined }
  & { layout?: "list" | "board" | undefined }
  & {
    /** The key of the saved view that it is. */
    view?: string | undefined;
    /** The version of that view from which it was made, where it says all that it is, whatever was saved. */
    since?: string | undefined;
  };

/** The one record that a filter names; nothing where it names several, or means that there is none. */
export function onlyRecord(filter: string | undefined): string | undefined {
  return filter === "none" || filter?.includes(",") ? undefined : filter;
}

/** The page that a list is on: that of its view, or of all lists. */
export function listPagePath({ view }: ListQuery): string {
  return view ? viewPath(view) : tasksPath;
}

/** A list's page; with a cursor, from there on. */
export function listPath(query: ListQuery, cursor?: string): string {
  return listUrl(listPagePath(query), { ...query, view: undefined }, cursor);
}

/** A list's tasks as a file, whichever way it is shown. */
export function tasksCsvOf({ sort, q, view: _view, ...query }: ListQuery): string {
  const narrowed = Object.fromEntries(filterFields.map((field) => [field, query[field]]));
  return listUrl(tasksCsvPath, { ...narrowed, q, sort });
}

/** The menu that filters a list, and the one that groups and sorts it. */
export function listMenuPath(menu: "filter" | "display", query: ListQuery): string {
  return listUrl(menu === "filter" ? taskFilterPath : taskDisplayPath, query);
}

/** The menu of one column of a board. @param of its key @param heading how it is called */
export function columnMenuPath(query: ListQuery, of: string, heading: string): string {
  return listUrl(taskColumnPath, query, undefined, { of, heading });
}

/** The menu of how one filter of a list compares, and the one of what it compares with. */
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
  // Lists are named many times on each page, and narrowed by few of the fields.
  for (const field of filterFields) if (query[field]) given[field] = query[field];
  const display = {
    group: group === "status" ? undefined : group,
    subgroup,
    sort: sort === "-createdAt" ? undefined : sort,
    subTasks,
    hidden,
    density,
  };
  // An address that says anything else is that of a list.
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

/** A path with a query: empty values are left out, so that equal lists have equal URLs. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().flatMap((one) => one || one === 0 ? [[name, String(one)]] : [])
  );
  if (given.length === 0) return path;
  const search = new URLSearchParams(given);
  return `${path}?${search.toString().replaceAll("%2C", ",")}`;
}
