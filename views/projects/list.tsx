import type { Child } from "hono/jsx";
import type { Named } from "../../server/domain/refs/named.ts";
import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import {
  projectDisplayMenuPath,
  projectDisplayPath,
  type ProjectFilterField,
  projectFilterMenuPath,
  projectListFields,
  projectListPagePath,
  projectListPath,
  type ProjectQuery,
  projectSearchOf,
  unfilteredProjects,
} from "../project_list_paths.ts";
import type { View } from "../../server/domain/saved_views/schema.ts";
import { ListBar } from "../parts/list_bar.tsx";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { ArchivedView, Edited } from "../saved_views/edited.tsx";
import type { FavoriteChoice } from "../ui/favorite.tsx";
import { newProjectPath } from "../project_paths.ts";
import { saveProjectViewPath } from "../view_paths.ts";
import { projectFilterWords, projectListWords } from "./list_words.ts";
import { Empty } from "../ui/empty.tsx";
import { type InvalidFilters, InvalidFiltersNote } from "../parts/invalid_filters.tsx";
import type { PageClock } from "../ui/time.tsx";
import { type ProjectChip, ProjectChips } from "./filter_bar.tsx";
import { type ProjectGroup, ProjectGroupSection } from "./group.tsx";

export interface ProjectListProps {
  title: string;
  query: ProjectQuery;
  chips: readonly ProjectChip[];
  groups: readonly ProjectGroup[];
  /** Keys of the folded groups. */
  folded: readonly string[];
  /** Number of projects, or null if a filter is invalid. */
  total: number | null;
  /** The invalid filters, or null. */
  invalid: InvalidFilters<ProjectFilterField | "q"> | null;
  /** Whether the viewer can create a project. */
  mayMake: boolean;
  /** Owners and admins to ask. Empty for one of them. */
  managers: readonly Named[];
  clock: PageClock;
  /** The saved view, if the list is one. */
  shown?: ShownProjectView;
  favorite?: FavoriteChoice | null;
  /** The URL with the list's options, if the requested URL lacks them. */
  address?: string | null;
}

/** A saved view of projects as shown. */
interface ShownProjectView {
  view: View;
  /** Whether the viewer changed the view without saving. */
  edited: boolean;
  /** A description of the saved version, if it changed since the viewer's first change. */
  saved: Child;
  /** Whether the viewer can change the view. */
  mayChange: boolean;
}

/** The bar of the project list: title, filters, and display. */
export function ProjectListBar({ title, query, total, shown, favorite }: ProjectListProps) {
  return (
    <ListBar
      title={title}
      shown={shown}
      total={total === null ? null : { count: total, more: false }}
      noun="project"
      favorite={favorite}
      parts={<Tabs query={query} />}
      filter={projectFilterMenuPath(query)}
      display={projectDisplayMenuPath(query)}
      layouts={<LayoutSwitch query={query} />}
      save={saveProjectViewPath(query)}
      text={{
        action: projectListPagePath(query),
        q: query.q,
        fields: projectListFields({ ...query, q: undefined, rows: undefined }),
        without: projectListPath({ ...query, q: undefined }),
      }}
    />
  );
}

/** The link to the other layout. */
function LayoutSwitch({ query }: { query: ProjectQuery }) {
  const board = query.layout === "board";
  const name = board ? "Show as a list" : "Show as a board by status";
  return (
    <a
      class="button"
      data-kind="quiet"
      data-shape="icon"
      href={projectListPath({ ...query, layout: board ? undefined : "board", rows: undefined })}
      aria-label={name}
      aria-keyshortcuts="Control+B"
      title={`${name} (Ctrl B)`}
      data-next="here"
      data-layout
    >
      <Icon name={board ? "list" : "board"} />
    </a>
  );
}

/** Links to all projects, to those the viewer leads, and to active ones. */
function Tabs({ query }: { query: ProjectQuery }) {
  const owned = query.leadId === "me";
  const active = query.status === "active";
  const next = { ...query, rows: undefined };
  return (
    <nav class="bar-parts" aria-label="Project filters">
      <Tab name="All" on={!query.leadId} is="page" to={{ ...next, leadId: undefined }} />
      <Tab name="Led by me" on={owned} is="page" to={{ ...next, leadId: "me" }} />
      <Tab
        name="Active only"
        on={active}
        is="true"
        to={{ ...next, status: active ? undefined : "active" }}
      />
    </nav>
  );
}

function Tab({ name, on, is, to }: {
  name: string;
  on: boolean;
  is: "page" | "true";
  to: ProjectQuery;
}) {
  return (
    <a
      class="button"
      data-kind="quiet"
      id={`tab-${name.split(" ")[0]!.toLowerCase()}`}
      href={projectListPath(to)}
      aria-current={on ? is : undefined}
      data-next="here"
    >
      {name}
    </a>
  );
}

/** The project list: filters and groups, or an empty state. */
export function ProjectListMain(listing: ProjectListProps) {
  const { query, chips, groups, clock, folded, managers } = listing;
  return (
    <Main kind="list" list folds={projectDisplayPath} address={listing.address ?? null}>
      {listing.shown && <ProjectViewState {...listing} shown={listing.shown} />}
      <ProjectChips query={query} chips={chips} />
      {NoProjectsListed(listing) ??
        groups.map((group) => <ProjectGroupSection group={group} clock={clock} folded={folded} />)}
      <WhomToAsk managers={managers}>Only owners and admins can create projects.</WhomToAsk>
    </Main>
  );
}

/** The notice of an archived or changed view. */
export function ProjectViewState(
  { shown, query, chips }: ProjectListProps & { shown: ShownProjectView },
) {
  const { view, edited, saved, mayChange } = shown;
  if (view.archivedAt !== null) return <ArchivedView view={view} mayChange={mayChange} />;
  if (!edited) return null;
  return (
    <Edited
      view={view}
      mayChange={mayChange}
      search={projectSearchOf(query)}
      since={query.since}
      saveAs={saveProjectViewPath(query)}
      saved={saved}
      yours={projectListWords(query, chips)}
    />
  );
}

/** The notice about invalid filters, with a link that removes them. */
function InvalidProjectFilters({ invalid, chips, query }: {
  invalid: InvalidFilters<ProjectFilterField | "q">;
  chips: readonly ProjectChip[];
  query: ProjectQuery;
}) {
  const left = { ...query };
  for (const field of invalid.fields) delete left[field];
  const filters = chips.filter(({ field }) => invalid.fields.includes(field));
  const isOther = chips.length > filters.length;
  return (
    <InvalidFiltersNote
      invalid={invalid}
      misread={filters.map(({ field, names }) =>
        `${projectFilterWords[field]} is ${names.join(", ")}`
      )}
      guide={guides.projects}
      without={projectListPath(left)}
      cleared={isOther ? projectListPath(unfilteredProjects(query)) : null}
    />
  );
}

/** The empty state of a project list, or null if there are projects. */
export function NoProjectsListed({ query, chips, groups, invalid, mayMake }: ProjectListProps) {
  if (invalid) return <InvalidProjectFilters invalid={invalid} chips={chips} query={query} />;
  if (groups.some(({ count }) => count > 0)) return null;
  if (query.q) {
    return (
      <Empty
        icon="search"
        title={`No projects match “${query.q}”`}
        guide={guides.projects}
        actions={
          <a class="button" href={projectListPath({ ...query, q: undefined })}>Clear text</a>
        }
      >
        All words must appear in the project's key, name, summary, or description.
      </Empty>
    );
  }
  if (chips.length > 0) {
    return (
      <Empty
        icon="filter"
        title="No matching projects"
        guide={guides.projects}
        actions={
          <a class="button" href={projectListPath(unfilteredProjects(query))}>Clear filters</a>
        }
      >
        No project matches all filters. Remove one filter, or clear them all.
      </Empty>
    );
  }
  return (
    <Empty
      icon="project"
      title="No projects yet"
      guide={guides.projects}
      actions={mayMake && (
        <a class="button" data-kind="primary" href={newProjectPath} data-compose>
          Create first project
        </a>
      )}
    >
      A project groups work toward a goal and a target date.
    </Empty>
  );
}
