import type { Child } from "hono/jsx";
import type { View } from "../../server/domain/saved_views/schema.ts";
import { guides } from "../docs_paths.ts";
import { TextFilter } from "../ui/text_filter.tsx";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { listPath } from "../paths.ts";
import { projectListPath } from "../project_list_paths.ts";
import { Empty } from "../ui/empty.tsx";
import { counted } from "../ui/words.ts";
import {
  savedViewPath,
  saveProjectViewPath,
  saveViewPath,
  viewActionsPath,
  viewsPathFor,
  type ViewsQuery,
} from "../view_paths.ts";
import { describeOwnerAndAudience } from "./actions_menu.tsx";

/** A view with the data of its row. */
export interface ViewRow {
  view: View;
  /** The description of its filters and display. */
  what: Child;
  /** The owner's name, or `null` for the viewer. */
  owner: string | null;
  scopeName: string | null;
  favorite: boolean;
}

export interface ViewsProps {
  /** The kind of the views. */
  kind: View["kind"];
  query: ViewsQuery;
  rows: readonly ViewRow[];
  /** The number of views that aren't listed. */
  more: number;
}

/** The filters beside the title of the views. */
export function ViewsBar({ kind, query: { q, archived } }: Pick<ViewsProps, "kind" | "query">) {
  const part = (name: string, href: string, here: boolean, apart?: true) => (
    <a
      class={`button${apart ? " view-when" : ""}`}
      data-kind="quiet"
      href={href}
      aria-current={here ? "page" : undefined}
      data-next="#main"
    >
      {name}
    </a>
  );
  return (
    <>
      <h1>Views</h1>
      <nav class="bar-parts" aria-label="View filters">
        {part("Task views", viewsPathFor({ q, archived }), kind === "task")}
        {part("Project views", viewsPathFor({ q, archived }, "project"), kind === "project")}
        {part("Active", viewsPathFor({ q }, kind), !archived, true)}
        {part("Archived", viewsPathFor({ q, archived: "1" }, kind), archived !== undefined)}
      </nav>
      <a
        class="button"
        data-kind="quiet"
        id="new-view-here"
        href={kind === "project" ? saveProjectViewPath({}) : saveViewPath({})}
        data-menu="save-view"
      >
        <Icon name="plus" />
        <span class="optional">New view</span>
      </a>
      <TextFilter
        action={viewsPathFor({}, kind)}
        q={q}
        name="Filter views"
        fields={archived ? [["archived", archived]] : []}
        without={viewsPathFor({ archived }, kind)}
      />
    </>
  );
}

/** The views by name, or their empty state. */
export function ViewsMain({ kind, query, rows, more }: ViewsProps) {
  return (
    <Main kind="entries" list>
      {rows.length === 0
        ? <NoViews kind={kind} query={query} />
        : (
          <ul class="rows" aria-label="Views">
            {rows.map((row) => <ViewItem row={row} />)}
          </ul>
        )}
      {more > 0 && (
        <p class="list-note">{`${counted(more, "more view")}. To find a view, filter the list.`}</p>
      )}
    </Main>
  );
}

/** The row of a view. */
export function ViewItem({ row }: { row: ViewRow }) {
  const { view, what, favorite } = row;
  const { key, name, description, subscribed } = view;
  return (
    <li class="row entry" id={`row-${key}`}>
      <span class="entry-mark">
        <Icon name={view.layout === "board" ? "board" : "view"} />
      </span>
      <div class="entry-text">
        <p class="entry-subject">
          <a class="row-title" href={savedViewPath(view)}>{name}</a>
        </p>
        {description && <p class="entry-excerpt" dir="auto">{description}</p>}
        <p class="entry-what">{what}</p>
        <p class="entry-earlier">
          {describeOwnerAndAudience(row)}
          {favorite && ", favorite"}
          {subscribed && ", subscribed"}
        </p>
      </div>
      <div class="entry-marks">
        <a
          class="button"
          data-kind="quiet"
          data-shape="icon"
          id={`actions-${key}`}
          href={viewActionsPath(view)}
          data-menu="actions"
          aria-label={`Actions on ${name}`}
        >
          <Icon name="ellipsis" />
        </a>
      </div>
    </li>
  );
}

function NoViews({ kind, query: { q, archived } }: Pick<ViewsProps, "kind" | "query">) {
  if (q) {
    return (
      <Empty
        icon="search"
        title="No matching views"
        guide={guides.savedViews}
        actions={<a class="button" href={viewsPathFor({ archived }, kind)}>Clear text</a>}
      >
        All words must appear in the view's name or description.
      </Empty>
    );
  }
  if (archived) {
    return (
      <Empty
        icon="archive"
        title="No archived views"
        guide={guides.savedViews}
        actions={<a class="button" href={viewsPathFor({}, kind)}>Show active views</a>}
      >
        Archive views that nobody needs anymore. Lists hide them, and you can restore them at any
        time.
      </Empty>
    );
  }
  if (kind === "project") {
    return (
      <Empty
        icon="view"
        title="No project views yet"
        guide={guides.savedViews}
        actions={<a class="button" data-kind="primary" href={projectListPath({})}>Open projects</a>}
      >
        A view saves the filters, grouping, and sort order of a project list. To create a view,
        filter the project list and save it.
      </Empty>
    );
  }
  return (
    <Empty
      icon="view"
      title="No views yet"
      guide={guides.savedViews}
      actions={<a class="button" data-kind="primary" href={listPath({})}>Open tasks</a>}
    >
      A view saves the filters, grouping, and sort order of a list or board, for you or for others.
      To create a view, filter the task list and save it.
    </Empty>
  );
}
