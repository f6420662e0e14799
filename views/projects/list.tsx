import type { Child } from "hono/jsx";
import type { Named } from "../../server/domain/refs/named.ts";
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
  /** Those that are folded, by their keys. */
  folded: readonly string[];
  /** How many there are; null where its filters can't be asked for. */
  total: number | null;
  /** The filters for which it can't be asked; null where it can. */
  invalid: InvalidFilters<ProjectFilterField | "q"> | null;
  /** Whether who looks may begin one. */
  mayMake: boolean;
  /** Whom who may not can ask. */
  managers: readonly Named[];
  clock: PageClock;
  /** The saved view that it is. */
  shown?: ShownProjectView;
  favorite?: FavoriteChoice | null;
  /** The address that says how it is shown, where the one that was asked for says no more. */
  address?: string | null;
}

/** A saved view of projects as somebody has it before them. */
interface ShownProjectView {
  view: View;
  /** Whether it is shown otherwise than it was saved. */
  edited: boolean;
  /** What it is saved as by now, in words, where that was changed since one began to change it. */
  saved: Child;
  /** Whether who looks may change it. */
  mayChange: boolean;
}

/** What narrows the projects and how they are shown, beside their title. */
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

/** The same projects in the other layout. */
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

/** All projects or one's own, and those alone that are under way. */
function Tabs({ query }: { query: ProjectQuery }) {
  const owned = query.leadId === "me";
  const active = query.status === "active";
  const next = { ...query, rows: undefined };
  return (
    <nav class="bar-parts" aria-label="Which projects">
      <Tab name="All" on={!query.leadId} is="page" to={{ ...next, leadId: undefined }} />
      <Tab name="Owned" on={owned} is="page" to={{ ...next, leadId: "me" }} />
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

/** The projects: what narrows them, their groups, or what to do where there are none. */
export function ProjectListMain(listing: ProjectListProps) {
  const { query, chips, groups, clock, folded, managers } = listing;
  return (
    <Main kind="list" list folds={projectDisplayPath} address={listing.address ?? null}>
      {listing.shown && <ProjectViewState {...listing} shown={listing.shown} />}
      <ProjectChips query={query} chips={chips} />
      {NoProjectsListed(listing) ??
        groups.map((group) => <ProjectGroupSection group={group} clock={clock} folded={folded} />)}
      <WhomToAsk managers={managers}>Owners and admins begin projects.</WhomToAsk>
    </Main>
  );
}

/** What is to be known of a view above its projects: that it is archived, or changed and not saved. */
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

/** Says why a list's filters can't be asked for, and leads to it without them. */
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
      without={projectListPath(left)}
      cleared={isOther ? projectListPath(unfilteredProjects(query)) : null}
    />
  );
}

/** What stands in place of a list's projects; null where there are some. */
export function NoProjectsListed({ query, chips, groups, invalid, mayMake }: ProjectListProps) {
  if (invalid) return <InvalidProjectFilters invalid={invalid} chips={chips} query={query} />;
  if (groups.some(({ count }) => count > 0)) return null;
  if (query.q) {
    return (
      <Empty
        icon="search"
        title={`No project contains “${query.q}”`}
        actions={
          <a class="button" href={projectListPath({ ...query, q: undefined })}>Clear the text</a>
        }
      >
        Every word has to stand in the key, the name, the summary or the description.
      </Empty>
    );
  }
  if (chips.length > 0) {
    return (
      <Empty
        icon="filter"
        title="No project matches"
        actions={
          <a class="button" href={projectListPath(unfilteredProjects(query))}>Clear the filters</a>
        }
      >
        Nothing here fits every filter. Remove one, or look at all projects.
      </Empty>
    );
  }
  return (
    <Empty
      icon="project"
      title="No projects yet"
      actions={mayMake && (
        <a class="button" data-kind="primary" href={newProjectPath} data-compose>
          New project
        </a>
      )}
    >
      A project is work of one or several teams towards a goal and a day.
    </Empty>
  );
}
