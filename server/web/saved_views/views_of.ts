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

/** What the address of a list has of the view that it is, and of whose that may be. */
export interface ListAddress {
  view?: string | undefined;
  /** The version of the view that it was begun from. */
  since?: string | undefined;
  teamId?: string | undefined;
  projectId?: string | undefined;
}

/** A list as it is shown to somebody, and the view that it is. */
interface Listed<Q> {
  query: Q;
  view: View | null;
  /** What a view keeps of it. @param anew as a new one, which has the look too that its maker gave to rows */
  kept(anew: boolean): { layout: string; filters: Record<string, string> };
}

/** What views of tasks and those of projects have each for themselves: where they are, and what lists they are of. */
export interface ViewsOf<Q extends ListAddress> {
  kind: View["kind"];
  /** The pattern of a view's page, those of what is about one, and where one is made. */
  paths: {
    page: typeof viewPagePath | typeof projectViewPagePath;
    edit: typeof viewEditPagePath | typeof projectViewEditPagePath;
    actions: typeof viewActionsPagePath | typeof projectViewActionsPagePath;
    made: typeof newViewPath | typeof newProjectViewPath;
  };
  /** What an address asks for. */
  asked(url: URL): Q;
  /** The list at an address as it is shown. @throws NotFound where it is a view that isn't here */
  shown(at: PageContext<Member>, url: URL): Promise<Listed<Q>>;
  /** Those of a view's filters that lists show. */
  known(filters: Record<string, string>): Record<string, string>;
  /** The address of a list. */
  listPath(query: Q): string;
  /** Where a list is saved as a new view. */
  savePath(query: Q): string;
  /** All that tells a list from others, as a query. */
  searchOf(query: Q): string;
  /** What each of some views shows. */
  inWords(at: PageContext<Member>, views: readonly View[]): Promise<readonly Child[]>;
}

/** What a view is known by. */
const KEY = /^[\w-]{1,80}$/;

/** The view that a list's address names, and the version that it was begun from. @param key of the view, where its path has it */
export function viewNamed(
  search: URLSearchParams,
  key = search.get("view") ?? "",
): Pick<ListAddress, "view" | "since"> {
  if (!KEY.test(key)) return {};
  const since = search.get("since") ?? "";
  return { view: key, ...(/^\d{1,9}$/.test(since) ? { since } : {}) };
}

/** The address of a list that a form or a menu names. @param viewKey the view that it is, whatever it says */
export function listNamed(search: string, viewKey?: string): URL {
  const url = new URL("http://list");
  url.search = search;
  if (viewKey !== undefined) url.searchParams.set("view", viewKey);
  return url;
}

/** A view as an address shows it. @throws NotFound where there is none */
export async function viewAt<Q extends ListAddress>(
  of: ViewsOf<Q>,
  at: PageContext<Member>,
  url: URL,
) {
  const { view, ...listed } = await of.shown(at, url);
  if (!view) throw new NotFound("No view has this key.");
  return { ...listed, view };
}

/** What a view is narrowed by that lists don't show. */
export function unlisted<Q extends ListAddress>(
  of: ViewsOf<Q>,
  { filters }: View,
): Record<string, string> {
  const known = of.known(filters);
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !(name in known)));
}
