import { listPath, onlyRecord, tasksPath } from "../../../views/paths.ts";
import { textFilterId } from "../../../views/tasks/filter_bar.tsx";
import { composeDefaults } from "../../../views/tasks/compose_defaults.ts";
import { TaskListBar, TaskListMain } from "../../../views/tasks/list.tsx";
import type { FavoriteChoice } from "../../../views/ui/favorite.tsx";
import { TaskBoardMain } from "../../../views/tasks/board.tsx";
import { MoreRows } from "../../../views/tasks/more.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { page, type Part } from "../page.ts";
import { furtherRows } from "./list_groups.ts";
import { filtersOf, queryOf } from "./list_query.ts";
import { inEachLayout, viewOf } from "./list_shown.ts";
import { readListing } from "./listing.ts";

export const taskListPage = page({
  path: tasksPath,
  who: "members",
  sidebarPaths: sidebarPathsOf,
  async read(at) {
    const [listing, named] = await Promise.all([readListing(at), nameOf(at)]);
    return { ...listing, ...named };
  },
  // What is typed letter by letter is one step of the browser's history.
  typedInto: { form: textFilterId, address: (url) => listPath(queryOf(url.searchParams)) },
  parts: { shown: furtherPart, selectable: selectablePart },
}).shows({
  title: ({ title }) => title,
  bar: (listing) => <TaskListBar {...listing} />,
  main: (listing) =>
    listing.query.layout === "board"
      ? <TaskBoardMain {...listing} />
      : <TaskListMain {...listing} />,
  compose: ({ query }) => composeDefaults(query),
});

/**
 * The list as it is, which may be a view's. However it is narrowed and sorted further, it is still that of its team, or
 * one's own.
 */
function sidebarPathsOf(url: URL): string[] {
  const query = queryOf(url.searchParams);
  const { assigneeId } = query;
  const teamId = onlyRecord(query.teamId);
  const within = teamId ? { teamId } : assigneeId === "me" ? { assigneeId } : {};
  return [...inEachLayout(query), listPath(within)];
}

/** What a list is called: a view, a team's or one's own tasks; and what of it can be a favorite. */
async function nameOf(
  at: PageContext<Member>,
): Promise<{ title: string; favorite: FavoriteChoice | null }> {
  const query = queryOf(at.url.searchParams);
  const { teamId, assigneeId } = query;
  const [view, teams, favorites] = await Promise.all([
    viewOf(at, query),
    at.teams(),
    at.favorites(),
  ]);
  const isFavorite = (id: string) => favorites.some((one) => one.id === id);
  if (view) {
    return { title: view.name, favorite: { kind: "view", id: view.key, on: isFavorite(view.id) } };
  }
  const team = teams.find(({ id }) => id === teamId);
  if (team) {
    return { title: team.name, favorite: { kind: "team", id: team.key, on: isFavorite(team.id) } };
  }
  return { title: assigneeId === "me" ? "My tasks" : "Tasks", favorite: null };
}

/** More rows for the page that asks; its URL remembers them, so that it comes back with them. */
async function furtherPart(at: PageContext<Member>): Promise<Part> {
  const search = at.url.searchParams;
  const cursor = search.get("cursor") ?? undefined;
  const { opened, ...rows } = await furtherRows(at, queryOf(search), cursor, {
    url: at.asking,
    key: search.get("key") ?? "all",
    shown: Number(search.get("shown")) || 0,
  });
  const name = search.get("heading") ?? "this list";
  return { view: <MoreRows {...rows} name={name} />, address: opened };
}

/** The tasks that the list holds, as many as can be changed at once, to be selected. */
async function selectablePart(at: PageContext<Member>): Promise<Part> {
  const query = queryOf(at.url.searchParams);
  const page = await at.ask(listTasks, {
    ...filtersOf(query),
    ...(query.sort ? { sort: query.sort } : {}),
    limit: MOST_AT_ONCE,
  });
  const references = parseJson(page.records).map(({ reference }) => reference);
  return { view: <span data-references={references.join(",")}></span>, address: null };
}
