import { withQuery } from "../../../views/paths.ts";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import {
  newViewPath,
  viewsPath,
  viewsPathFor,
  type ViewsQuery,
} from "../../../views/view_paths.ts";
import { ViewsBar, ViewsMain } from "../../../views/saved_views/views.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { listViews } from "../../domain/saved_views/list.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { chipsOf, namingFor } from "../tasks/filter_chips.ts";
import { savedQuery } from "../tasks/view_query.ts";
import { ownerAndScopeOf } from "./owner_and_scope.ts";

/** How many views the page shows; a word finds the others. */
const MOST_SHOWN = 50;

/** The saved views of tasks that one sees. */
export const viewsPage = page({
  path: viewsPath,
  who: "members",
  typedInto: { form: textFilterId, address: (url) => viewsPathFor(queryIn(url.searchParams)) },
  // The palette's way to a new one
  instead: ({ url: { searchParams } }) =>
    searchParams.has("create") ? withQuery(newViewPath, { name: searchParams.get("name") }) : null,
  async read(at) {
    const query = queryIn(at.url.searchParams);
    const found = await viewsFor(at, query);
    const shown = found.slice(0, MOST_SHOWN);
    const [views, favorites] = await Promise.all([rowsOf(at, shown), at.favorites()]);
    const isFavorite = new Set(favorites.map(({ id }) => id));
    const rows = views.map((row) => ({ ...row, favorite: isFavorite.has(row.view.id) }));
    return { query, rows, more: found.length - shown.length };
  },
}).shows({
  title: () => "Views",
  bar: ({ query }) => <ViewsBar query={query} />,
  main: (props) => <ViewsMain {...props} />,
  live: () => ["views", "favorites"],
});

function queryIn(search: URLSearchParams): ViewsQuery {
  const q = search.get("q")?.trim().slice(0, 200);
  return { q: q || undefined, archived: search.has("archived") ? "1" : undefined };
}

async function viewsFor(
  at: PageContext<Member>,
  { q, archived }: ViewsQuery,
): Promise<readonly View[]> {
  if (!q && !archived) return await at.views();
  const all = await at.askAll(listViews, {
    kind: "task",
    ...(q ? { q } : {}),
    ...(archived ? { includeArchived: "true" } : {}),
  });
  return archived ? all.filter(({ archivedAt }) => archivedAt !== null) : all;
}

/** What a row tells of a view: what it shows, whose it is and by whom. */
async function rowsOf(at: PageContext<Member>, views: readonly View[]) {
  const lists = views.map(savedQuery);
  const naming = namingFor(at, lists);
  const whose = await ownerAndScopeOf(at, views);
  return await Promise.all(views.map(async (view, n) => ({
    view,
    query: lists[n]!,
    chips: await chipsOf(at, lists[n]!, view, naming),
    ...whose(view),
  })));
}
