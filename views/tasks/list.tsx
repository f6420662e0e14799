import { Icon } from "../icons.tsx";
import type { ShellFrame } from "../layouts/frame.ts";
import { Main, Shell } from "../layouts/shell.tsx";
import { composePath, listMenuPath, listPath, type ListQuery, tasksPath } from "../paths.ts";
import { Empty } from "../ui/empty.tsx";
import type { Reading } from "../ui/time.tsx";
import { GroupSection, type ListGroup } from "./group.tsx";

/** A filter that holds, in words, and the same list without it. */
export interface FilterChip {
  field: string;
  value: string;
  without: string;
}

export interface TaskListProps {
  reading: Reading;
  query: ListQuery;
  chips: FilterChip[];
  groups: ListGroup[];
  /** Set where the list starts in the middle, reached without JavaScript. */
  continued?: boolean;
}

/** The list of tasks as a page. */
export function TaskListPage(props: TaskListProps & { frame: ShellFrame; title: string }) {
  const { frame, title, query } = props;
  return (
    <Shell
      frame={frame}
      title={title}
      compose={composeDefaults(query)}
      bar={
        <>
          <h1>{title}</h1>
          <a
            class="button"
            data-kind="quiet"
            href={listMenuPath("filter", query)}
            data-menu="filter"
            aria-keyshortcuts="f"
            aria-label="Filter"
          >
            <Icon name="filter" />
            <span class="optional">Filter</span>
          </a>
          <a
            class="button"
            data-kind="quiet"
            href={listMenuPath("display", query)}
            data-menu="display"
            aria-label="Display"
          >
            <Icon name="display" />
            <span class="optional">Display</span>
          </a>
        </>
      }
    >
      <TaskListMain {...props} />
    </Shell>
  );
}

/** The list itself: chips, groups, rows, or what to do when there are none. */
export function TaskListMain({ reading, query, chips, groups, continued }: TaskListProps) {
  return (
    <Main kind="list">
      {chips.length > 0 && <Chips chips={chips} query={query} />}
      {continued && (
        <p class="list-note">
          You are further down the list. <a href={listPath(query)}>Back to its start</a>
        </p>
      )}
      {groups.length === 0
        ? <NoTasks filtered={chips.length > 0} query={query} />
        : groups.map((group) => <GroupSection group={group} query={query} reading={reading} />)}
    </Main>
  );
}

function Chips({ chips, query }: { chips: FilterChip[]; query: ListQuery }) {
  return (
    <ul class="chips" aria-label="Filters">
      {chips.map(({ field, value, without }) => (
        <li class="chip">
          <span>{field}</span>
          <strong>{value}</strong>
          <a href={without} aria-label={`Remove the filter ${field}: ${value}`}>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="button" data-kind="quiet" href={listPath({ group: query.group })}>Clear</a>
        </li>
      )}
    </ul>
  );
}

function NoTasks({ filtered, query }: { filtered: boolean; query: ListQuery }) {
  if (filtered) {
    return (
      <Empty
        icon="filter"
        title="No task matches"
        actions={<a class="button" href={tasksPath}>Clear the filters</a>}
      >
        Nothing here fits every filter. Remove one, or look at all tasks.
      </Empty>
    );
  }
  return (
    <Empty
      icon="layers"
      title="Nothing to do yet"
      actions={
        <a
          class="button"
          data-kind="primary"
          href={composePath(composeDefaults(query))}
          data-compose
        >
          Create the first task
        </a>
      }
    >
      This is where the work of your teams stands: what is under way, what comes next, what is done.
    </Empty>
  );
}

function composeDefaults(query: ListQuery) {
  return { teamId: query.teamId, assigneeId: query.assigneeId === "none" ? "" : query.assigneeId };
}
