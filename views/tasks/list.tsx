import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import type { ListLook } from "../../server/domain/preferences/schema.ts";
import {
  composePath,
  listMenuPath,
  listPagePath,
  listPath,
  type ListQuery,
  taskDisplayPath,
} from "../paths.ts";
import { Empty } from "../ui/empty.tsx";
import { FurtherDown } from "../ui/more_entries.tsx";
import type { FavoriteChoice } from "../ui/favorite.tsx";
import { composeDefaults } from "./compose_defaults.ts";
import { ListBar } from "../parts/list_bar.tsx";
import { RoadmapLink } from "../parts/roadmap_link.tsx";
import { type ShownView, ViewState } from "../saved_views/edited.tsx";
import { saveViewPath } from "../view_paths.ts";
import { Chips, type FilterChip } from "./filter_bar.tsx";
import { MenuForm } from "../ui/menu.tsx";
import type { FilterField } from "./filters/fields.ts";
import { listFields, searchOf, unfiltered } from "./list_search.ts";
import { GroupSection, type ListGroup } from "./group.tsx";
import { whyNotPlaced } from "./order_by_hand.ts";
import { Selection } from "./selection.tsx";
import type { InvalidFilters } from "../parts/invalid_filters.tsx";
import { InvalidTaskFilters, type ListField } from "./invalid_filters.tsx";

export interface TaskListProps {
  query: ListQuery;
  chips: FilterChip[];
  groups: ListGroup[];
  /** The invalid filters of the URL, or `null` if all are valid. */
  invalid: InvalidFilters<ListField> | null;
  /** The counted tasks and whether there are more, or `null` if unknown. */
  total: { count: number; more: boolean } | null;
  look: ListLook;
  /** The URL with all display options, if the requested URL lacks some. */
  address?: string | null;
  /** Whether the list starts in the middle, as pages without JavaScript can. */
  continued?: boolean;
  /** The maximum number of tasks to change at once. */
  mostSelected: number;
  /** The saved view of the list, if any. */
  shown: ShownView | null;
  /** Whether the viewer can change the view. */
  mayChange: boolean;
  /** Filters with values that are missing or hidden. */
  gone: readonly FilterField[];
}

/** The filters and display options of a list, beside its title. */
export function TaskListBar(
  listing: TaskListProps & {
    title: string;
    favorite: FavoriteChoice | null;
    /** Whether the viewer can see the roadmap. */
    seesRoadmap: boolean;
  },
) {
  const { title, query, favorite, total, groups, look, shown, seesRoadmap } = listing;
  return (
    <ListBar
      title={title}
      shown={shown}
      total={total}
      noun="task"
      favorite={favorite}
      filter={listMenuPath("filter", query)}
      display={listMenuPath("display", query)}
      layouts={
        <>
          {query.layout !== "board" && groups.length > 1 && (
            <FoldAll groups={groups} folded={look.folded} query={query} />
          )}
          <LayoutSwitch query={query} />
          {seesRoadmap && <RoadmapLink />}
        </>
      }
      save={saveViewPath(query)}
      text={{
        action: listPagePath(query),
        q: query.q,
        fields: listFields({ ...query, q: undefined }),
        without: listPath({ ...query, q: undefined }),
      }}
    />
  );
}

/** Collapses all groups, or expands them if all are collapsed. */
function FoldAll({ groups, folded, query }: {
  groups: readonly ListGroup[];
  folded: readonly string[];
  query: ListQuery;
}) {
  const keys = groups.map(({ id }) => id);
  const all = keys.every((key) => folded.includes(key));
  const name = all ? "Expand all groups" : "Collapse all groups";
  return (
    <form method="post" action={taskDisplayPath} class="fold-all" data-fold-all>
      <input type="hidden" name="query" value={searchOf(query)} />
      <button
        type="submit"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        name={all ? "unfold" : "fold"}
        value={keys.join(",")}
        aria-label={name}
        title={name}
      >
        <Icon name="fold" />
      </button>
    </form>
  );
}

/** The same tasks in the other layout. */
function LayoutSwitch({ query }: { query: ListQuery }) {
  const board = query.layout === "board";
  const name = board ? "Show as a list" : "Show as a board";
  return (
    <MenuForm action={taskDisplayPath} along={{ query: searchOf(query) }}>
      <button
        type="submit"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        name="show"
        value={searchOf({ ...query, layout: board ? undefined : "board" })}
        aria-label={name}
        aria-keyshortcuts="Control+B"
        title={`${name} (Ctrl B)`}
        data-layout
      >
        <Icon name={board ? "list" : "board"} />
      </button>
    </MenuForm>
  );
}

/** The list: its filters, groups, and rows, or its empty state. */
export function TaskListMain(
  listing: TaskListProps,
) {
  const { query, chips, groups, continued, look } = listing;
  return (
    <Main kind="list" list look={look} folds={taskDisplayPath} address={listing.address}>
      <ListState {...listing} />
      <Chips query={query} chips={chips} />
      {continued && <FurtherDown what="the list" start={listPath(query)} />}
      {NothingListed(listing) ??
        groups.map((group) => (
          <GroupSection
            group={group}
            query={query}
            unmoved={whyNotPlaced(query, look)}
            folded={look.folded}
          />
        ))}
      <Selection most={listing.mostSelected} query={query} />
    </Main>
  );
}

/** Notices about a saved view. */
export function ListState({ shown, ...listing }: TaskListProps) {
  return shown && <ViewState shown={shown} {...listing} />;
}

/** The empty state of a list, or `null` if it has tasks. */
export function NothingListed({ query, chips, groups, invalid, gone }: TaskListProps) {
  if (invalid) return <InvalidTaskFilters invalid={invalid} chips={chips} query={query} />;
  if (groups.some(({ count }) => count > 0)) return null;
  const filtered = chips.length > 0 || gone.length > 0;
  const mine = chips.length === 1 && query.assigneeId === "me" && gone.length === 0;
  return mine && !query.q
    ? <NoneOfMine query={query} />
    : <NoTasks filtered={filtered} query={query} />;
}

/** Explains an empty list of the viewer's own tasks. */
function NoneOfMine({ query }: { query: ListQuery }) {
  return (
    <Empty
      icon="user-circle"
      title="No tasks assigned to you"
      guide={guides.boardsAndLists}
      actions={
        <>
          <a
            class="button"
            data-kind="primary"
            href={composePath(composeDefaults(query))}
            data-compose
          >
            Create task for yourself
          </a>
          <a class="button" href={listPath({ ...query, assigneeId: "none" })}>
            Show unassigned tasks
          </a>
        </>
      }
    >
      Tasks assigned to you appear here, whichever team they belong to.
    </Empty>
  );
}

/** Explains an empty list and offers the next step. */
function NoTasks({ filtered, query }: { filtered: boolean; query: ListQuery }) {
  const { q, ...others } = query;
  if (q) {
    return (
      <Empty
        icon="search"
        title={`No tasks match “${q}”`}
        guide={guides.search}
        actions={
          <>
            <a class="button" href={listPath({ ...query, q: undefined })}>Clear text</a>
            {filtered && <a class="button" href={listPath(unfiltered(query))}>Search all tasks</a>}
            {!query.archived && (
              <a class="button" href={listPath({ ...query, archived: "true" })}>
                Search archived tasks
              </a>
            )}
            <a
              class="button"
              data-kind="primary"
              href={composePath({ ...composeDefaults(others), title: q })}
              data-compose
            >
              Create task
            </a>
          </>
        }
      >
        All words must appear in the reference, title, or description. Try fewer words, or parts of
        words with at least three letters.
      </Empty>
    );
  }
  if (filtered) {
    return (
      <Empty
        icon="filter"
        title="No matching tasks"
        guide={guides.boardsAndLists}
        actions={<a class="button" href={listPath(unfiltered(query))}>Clear filters</a>}
      >
        No tasks match all filters. Remove a filter, or clear them all.
      </Empty>
    );
  }
  return (
    <Empty
      icon="layers"
      title="No tasks yet"
      guide={guides.createTask}
      actions={
        <a
          class="button"
          data-kind="primary"
          href={composePath(composeDefaults(query))}
          data-compose
        >
          Create first task
        </a>
      }
    >
      Your teams' tasks appear here: what's in progress, what's next, and what's done.
    </Empty>
  );
}
