import {
  listPath,
  type ListQuery,
  onlyRecord,
  tasksPath,
  viewPagePath,
} from "../../../views/paths.ts";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { ToastPartial } from "../../../views/layouts/fragments.tsx";
import { TaskListBar, TaskListMain } from "../../../views/tasks/list.tsx";
import type { FavoriteChoice } from "../../../views/ui/favorite.tsx";
import { TaskBoardMain } from "../../../views/tasks/board.tsx";
import { InvalidTaskFilters } from "../../../views/tasks/invalid_filters.tsx";
import { MoreRows } from "../../../views/tasks/more_rows.tsx";
import { viewsPath } from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { seesRoadmap } from "../../domain/projects/roadmap.ts";
import { isViewEditor } from "../../domain/saved_views/read.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { page, type Part } from "../page.ts";
import { chipsOf } from "./filter_chips.ts";
import { invalidFiltersIn } from "../invalid_filters.ts";
import { furtherRows } from "./list_groups.ts";
import { filtersOf, isListField, queryOf, searchIn } from "./list_query.ts";
import { inEachLayout, teamOf } from "./list_shown.ts";
import { knownOf, readListing } from "./listing.ts";
import { tasksTopic } from "./tasks_topic.ts";

const list = {
  who: "members",
  // Typing in the text filter creates a single history entry.
  typedInto: { form: textFilterId, address: (url: URL) => listPath(queryOf(searchIn(url))) },
  parts: { shown: furtherPart, selectable: selectablePart },
  async read(at: PageContext<Member>) {
    const [listing, canSeeRoadmap] = await Promise.all([
      readListing(at),
      at.askOnce(seesRoadmap, {}),
    ]);
    return { ...listing, ...await nameOf(at, listing), seesRoadmap: canSeeRoadmap };
  },
} as const;

type Listing = Awaited<ReturnType<typeof list.read>>;

const shown = {
  title: ({ title }: Listing) => title,
  bar: (listing: Listing) => <TaskListBar {...listing} />,
  main: (listing: Listing) =>
    listing.query.layout === "board"
      ? <TaskBoardMain {...listing} />
      : <TaskListMain {...listing} />,
  compose: ({ compose }: Listing) => compose,
  live,
  opens: ({ shown }: Listing) => shown ? { kind: "view", id: shown.view.id } as const : undefined,
};

export const taskListPage = page({
  ...list,
  path: tasksPath,
  sidebarPaths: sidebarPathsOf,
  // A view has its own page
  instead: ({ url }) => url.searchParams.has("view") ? listPath(queryOf(url.searchParams)) : null,
}).shows(shown);

/** A saved view of tasks, which works like any other list. */
export const viewPage = page({
  ...list,
  path: viewPagePath,
  sidebarPaths: ({ pathname }) => [pathname, viewsPath],
}).shows(shown);

/** The live topics of a list and its view. */
function live({ query, shown }: Pick<Awaited<ReturnType<typeof readListing>>, "query" | "shown">) {
  const view = shown ? [`view:${shown.view.id}`, "views"] as const : [];
  return [tasksTopic(query), "favorites", "preferences", ...view] as const;
}

/** Filters and sorting don't change whether a list is a team's or the viewer's own. */
function sidebarPathsOf(url: URL): string[] {
  const query = queryOf(url.searchParams);
  const { assigneeId } = query;
  const teamId = onlyRecord(query.teamId);
  const within: ListQuery[] = teamId
    ? [{ teamId }, { teamId: teamId.toUpperCase() }]
    : [assigneeId === "me" ? { assigneeId } : {}];
  return [...inEachLayout(query), ...within.map((query) => listPath(query))];
}

/** Returns the title of a list, and the view or team that can be a favorite. */
async function nameOf(
  at: PageContext<Member>,
  { query, shown }: Pick<Awaited<ReturnType<typeof readListing>>, "query" | "shown">,
): Promise<{ title: string; favorite: FavoriteChoice | null; mayChange: boolean }> {
  const [team, favorites] = await Promise.all([teamOf(at, query), at.favorites()]);
  const isFavorite = (id: string) => favorites.some((one) => one.id === id);
  if (shown) {
    const { view } = shown;
    const favorite = { kind: "view", id: view.key, on: isFavorite(view.id) } as const;
    return {
      title: view.name,
      favorite: view.archivedAt === null ? favorite : null,
      mayChange: isViewEditor(at.viewer, view.ownerId),
    };
  }
  const mayChange = false;
  if (team) {
    const favorite = { kind: "team", id: team.key, on: isFavorite(team.id) } as const;
    return { title: team.name, favorite, mayChange };
  }
  return { title: query.assigneeId === "me" ? "My tasks" : "Tasks", favorite: null, mayChange };
}

/**
 * Returns more rows and the URL that includes them, or an explanation if the list's filters became invalid.
 */
async function furtherPart(at: PageContext<Member>): Promise<Part> {
  const search = at.url.searchParams;
  const cursor = search.get("cursor") ?? undefined;
  const query = queryOf(search);
  const place = {
    url: at.asking,
    key: search.get("key") ?? "all",
    shown: Number(search.get("shown")) || 0,
  };
  try {
    const { opened, ...rows } = await furtherRows(at, query, cursor, place);
    const name = search.get("heading") ?? "this list";
    return { view: <MoreRows {...rows} name={name} />, address: opened };
  } catch (error) {
    const invalid = invalidFiltersIn(error, isListField);
    const chips = await chipsOf(at, query);
    const why = <InvalidTaskFilters invalid={invalid} chips={chips} query={query} />;
    return { view: <li class="more">{why}</li>, address: null };
  }
}

/**
 * Returns the tasks of a list to select, up to the limit, or a toast if the list's filters became invalid.
 */
async function selectablePart(at: PageContext<Member>): Promise<Part> {
  try {
    const { query, fitsNone } = await knownOf(at);
    if (fitsNone) return nothingSelectable("A filter uses a value that no longer exists.");
    const references = (await referencesIn(at, query)).join(",");
    return { view: <span data-references={references}></span>, address: null };
  } catch (error) {
    return nothingSelectable(
      invalidFiltersIn(error, isListField).gone.join(" ") || "A filter isn't valid.",
    );
  }
}

function nothingSelectable(why: string): Part {
  return {
    view: <ToastPartial kind="error" text={`${why} No more tasks were selected.`} />,
    address: null,
  };
}

async function referencesIn(at: PageContext<Member>, query: ListQuery): Promise<string[]> {
  const page = await at.ask(listTasks, {
    ...filtersOf(query),
    ...(query.sort ? { sort: query.sort } : {}),
    limit: MOST_AT_ONCE,
  });
  return parseJson(page.records).map(({ reference }) => reference);
}
