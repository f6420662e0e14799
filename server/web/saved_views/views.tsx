import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { viewsPath, viewsPathFor, type ViewsQuery } from "../../../views/view_paths.ts";
import { projectViewsPath } from "../../../views/project_paths.ts";
import { type ViewRow, ViewsBar, ViewsMain } from "../../../views/saved_views/views.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { listViews } from "../../domain/saved_views/list.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { hasWords } from "../../domain/text/match.ts";
import { folded } from "../../domain/text/words.ts";
import type { PageContext } from "../context.ts";
import { orNew, page } from "../page.ts";
import { projectViews } from "../projects/views.ts";
import { taskViews } from "../tasks/views.ts";
import { ownerAndScopeOf } from "./owner_and_scope.ts";
import type { ListAddress, ViewsOf } from "./views_of.ts";

/** The maximum number of views on the page. A text filter finds others. */
const MOST_SHOWN = 50;

/** Creates the page of the saved views that the viewer can see. */
function viewsPageOf<Q extends ListAddress>(
  of: ViewsOf<Q>,
  path: typeof viewsPath | typeof projectViewsPath,
) {
  const { kind, paths } = of;
  return page({
    path,
    who: "members",
    typedInto: {
      form: textFilterId,
      address: (url) => viewsPathFor(queryIn(url.searchParams), kind),
    },
    sidebarPaths: ({ pathname }) => [pathname, viewsPath],
    instead: orNew(paths.made),
    read: (at) => readViews(at, of),
  }).shows({
    title: () => kind === "project" ? "Project views" : "Views",
    bar: (props) => <ViewsBar {...props} />,
    main: (props) => <ViewsMain {...props} />,
    live: () => ["views", "favorites"],
  });
}

export const viewsPage = viewsPageOf(taskViews, viewsPath);
export const projectViewsPage = viewsPageOf(projectViews, projectViewsPath);

async function readViews<Q extends ListAddress>(
  at: PageContext<Member>,
  of: ViewsOf<Q>,
) {
  const { kind } = of;
  const query = queryIn(at.url.searchParams);
  const found = await viewsFor(at, kind, query);
  const rows = await viewRowsOf(at, of, found.slice(0, MOST_SHOWN));
  return { kind, query, rows, more: found.length - rows.length };
}

/** Returns views as rows of a list. */
export async function viewRowsOf<Q extends ListAddress>(
  at: PageContext<Member>,
  { inWords }: ViewsOf<Q>,
  views: readonly View[],
): Promise<ViewRow[]> {
  const [words, whose, favorites] = await Promise.all([
    inWords(at, views),
    ownerAndScopeOf(at, views),
    at.favorites(),
  ]);
  const isFavorite = new Set(favorites.map(({ id }) => id));
  return views.map((view, n) => ({
    view,
    what: words[n],
    ...whose(view),
    favorite: isFavorite.has(view.id),
  }));
}

function queryIn(search: URLSearchParams): ViewsQuery {
  const q = search.get("q")?.trim().slice(0, 200);
  return { q: q || undefined, archived: search.has("archived") ? "1" : undefined };
}

async function viewsFor(
  at: PageContext<Member>,
  kind: View["kind"],
  { q, archived }: ViewsQuery,
): Promise<readonly View[]> {
  const shown = archived
    ? (await at.askAll(listViews, { kind, includeArchived: "true" }))
      .filter(({ archivedAt }) => archivedAt !== null)
    : (await at.views()).filter((view) => view.kind === kind);
  return q ? shown.filter((view) => hasText(view, q)) : shown;
}

/** Returns whether a view has a text in its key, name, or description, as `listViews` finds it. */
function hasText({ key, name, description }: View, q: string): boolean {
  return hasWords(folded(`${key} ${name}`), folded(description ?? ""), q);
}
