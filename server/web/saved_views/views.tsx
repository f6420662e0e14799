import { withQuery } from "../../../views/paths.ts";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import {
  newProjectViewPath,
  newViewPath,
  viewsPath,
  viewsPathFor,
  type ViewsQuery,
} from "../../../views/view_paths.ts";
import { projectViewsPath } from "../../../views/project_paths.ts";
import { ViewsBar, ViewsMain, type ViewsProps } from "../../../views/saved_views/views.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { listViews } from "../../domain/saved_views/list.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { projectViews } from "../projects/views.ts";
import { taskViews } from "../tasks/views.ts";
import { ownerAndScopeOf } from "./owner_and_scope.ts";

/** How many views the page shows; a word finds the others. */
const MOST_SHOWN = 50;

const shown: Parameters<ReturnType<typeof page<string, ViewsProps>>["shows"]>[0] = {
  title: ({ kind }) => kind === "project" ? "Project views" : "Views",
  bar: (props) => <ViewsBar {...props} />,
  main: (props) => <ViewsMain {...props} />,
  live: () => ["views", "favorites"],
};

/** The saved views of tasks that one sees. */
export const viewsPage = page({
  path: viewsPath,
  who: "members",
  typedInto: { form: textFilterId, address: (url) => viewsPathFor(queryIn(url.searchParams)) },
  // The palette's way to a new one
  instead: ({ url: { searchParams } }) =>
    searchParams.has("create") ? withQuery(newViewPath, { name: searchParams.get("name") }) : null,
  read: (at) => readViews(at, "task"),
}).shows(shown);

/** The saved views of projects that one sees. */
export const projectViewsPage = page({
  path: projectViewsPath,
  who: "members",
  typedInto: {
    form: textFilterId,
    address: (url) => viewsPathFor(queryIn(url.searchParams), "project"),
  },
  sidebarPaths: ({ pathname }) => [pathname, viewsPath],
  // The palette's way to a new one
  instead: ({ url: { searchParams } }) =>
    searchParams.has("create")
      ? withQuery(newProjectViewPath, { name: searchParams.get("name") })
      : null,
  read: (at) => readViews(at, "project"),
}).shows(shown);

async function readViews(at: PageContext<Member>, kind: View["kind"]) {
  const query = queryIn(at.url.searchParams);
  const found = await viewsFor(at, kind, query);
  const first = found.slice(0, MOST_SHOWN);
  const [words, whose, favorites] = await Promise.all([
    (kind === "project" ? projectViews : taskViews).inWords(at, first),
    ownerAndScopeOf(at, first),
    at.favorites(),
  ]);
  const isFavorite = new Set(favorites.map(({ id }) => id));
  const rows = first.map((view, n) => ({
    view,
    what: words[n],
    ...whose(view),
    favorite: isFavorite.has(view.id),
  }));
  return { kind, query, rows, more: found.length - first.length };
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
  if (!q && !archived) return (await at.views()).filter((view) => view.kind === kind);
  const all = await at.askAll(listViews, {
    kind,
    ...(q ? { q } : {}),
    ...(archived ? { includeArchived: "true" } : {}),
  });
  return archived ? all.filter(({ archivedAt }) => archivedAt !== null) : all;
}
