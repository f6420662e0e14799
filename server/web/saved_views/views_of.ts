import type { Child } from "hono/jsx";
import type { viewPagePath } from "../../../views/paths.ts";
import type { projectViewPagePath } from "../../../views/project_paths.ts";
import type {
  newProjectViewPath,
  newViewPath,
  projectViewActionsPagePath,
  projectViewEditPagePath,
  viewActionsPagePath,
  viewEditPagePath,
} from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import type { PageContext } from "../context.ts";

/** The parts of a list's URL that name its view and its scope. */
export interface ListAddress {
  view?: string | undefined;
  /** The version of the view that unsaved changes started from. */
  since?: string | undefined;
  teamId?: string | undefined;
  projectId?: string | undefined;
}

/** A list as shown, with its view. */
interface Listed<Q> {
  query: Q;
  view: View | null;
  /**
   * Returns the values that a view stores.
   * @param anew whether it is a new view, which also stores the viewer's display of rows
   */
  kept(anew: boolean): { layout: string; filters: Record<string, string> };
}

/** The differences between views of tasks and views of projects: their paths and lists. */
export interface ViewsOf<Q extends ListAddress> {
  kind: View["kind"];
  /** The patterns of a view's page, of its dialogs, and of the page that creates one. */
  paths: {
    page: typeof viewPagePath | typeof projectViewPagePath;
    edit: typeof viewEditPagePath | typeof projectViewEditPagePath;
    actions: typeof viewActionsPagePath | typeof projectViewActionsPagePath;
    made: typeof newViewPath | typeof newProjectViewPath;
  };
  /** Returns the list that a URL requests. */
  asked(url: URL): Q;
  /** Returns the list of a URL as shown. @throws NotFound if the view doesn't exist */
  shown(at: PageContext<Member>, url: URL): Promise<Listed<Q>>;
  /** Returns a view's filters that lists can show. */
  known(filters: Record<string, string>): Record<string, string>;
  /** Returns the URL of a list. */
  listPath(query: Q): string;
  /** Returns the URL that saves a list as a new view. */
  savePath(query: Q): string;
  /** Returns a list's parameters as a query. */
  searchOf(query: Q): string;
  /** Describes what views show. */
  inWords(at: PageContext<Member>, views: readonly View[]): Promise<readonly Child[]>;
}

/** The format of a view's key. */
const KEY = /^[\w-]{1,80}$/;

/**
 * Returns the view in a list's URL, with the version that unsaved changes started from.
 * @param key of the view, if it is in the path
 */
export function viewNamed(
  search: URLSearchParams,
  key = search.get("view") ?? "",
): Pick<ListAddress, "view" | "since"> {
  if (!KEY.test(key)) return {};
  const since = search.get("since") ?? "";
  return { view: key, ...(/^\d{1,9}$/.test(since) ? { since } : {}) };
}

/** Returns the URL of a list that a form or menu names. @param viewKey the view's key, which replaces any other */
export function listNamed(search: string, viewKey?: string): URL {
  const url = new URL("http://list");
  url.search = search;
  if (viewKey !== undefined) url.searchParams.set("view", viewKey);
  return url;
}

/** Returns the view at a URL. @throws NotFound if the view doesn't exist */
export async function viewAt<Q extends ListAddress>(
  of: ViewsOf<Q>,
  at: PageContext<Member>,
  url: URL,
) {
  const { view, ...listed } = await of.shown(at, url);
  if (!view) throw new NotFound("No view has this key.");
  return { ...listed, view };
}

/** Returns a view's filters that lists don't show. */
export function unlisted<Q extends ListAddress>(
  of: ViewsOf<Q>,
  { filters }: View,
): Record<string, string> {
  const known = of.known(filters);
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !(name in known)));
}
