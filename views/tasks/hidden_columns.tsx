import { Icon } from "../icons.tsx";
import { type ListQuery, taskDisplayPath } from "../paths.ts";
import { GroupMark, type ListGroup } from "./group.tsx";
import { columnKey } from "./grouping.ts";
import { searchOf } from "./list_search.ts";

/**
 * The hidden columns at the end of a board, with their number of tasks and a button that shows them. Cards can be dropped
 * on them.
 */
export function HiddenColumns({ groups, query }: {
  groups: readonly ListGroup[];
  query: ListQuery;
}) {
  if (groups.length === 0) return null;
  return (
    <section class="hidden-columns" aria-labelledby="hidden-columns">
      <h2 id="hidden-columns">Hidden columns</h2>
      <form
        method="post"
        action={taskDisplayPath}
        hx-post={taskDisplayPath}
        hx-sync="queue all"
      >
        <input type="hidden" name="query" value={searchOf(query)} />
        <ul>{groups.map(HiddenColumn)}</ul>
      </form>
    </section>
  );
}

/** A hidden column. Dropped cards stay in its list until the server responds. */
function HiddenColumn(group: ListGroup) {
  const { by, key, name, count, countedOut } = group;
  return (
    <li
      class="column"
      id={`group-${key}`}
      data-by={by}
      data-key={key}
      data-hidden
      data-empty={count === 0 ? "true" : undefined}
    >
      <button
        type="submit"
        id={`show-${key}`}
        name="showColumn"
        value={columnKey(by, key)}
        data-next={`#column-${key}-menu`}
        title={`Show ${name}`}
      >
        {GroupMark({ group })}
        <span class="unseen">Show</span>
        <bdi class="column-name">{name}</bdi>
        <span class="group-count number">
          <span data-count>{countedOut ? `${count}+` : String(count)}</span>
          <span class="unseen">{count === 1 ? " task" : " tasks"}</span>
        </span>
        {Icon({ name: "eye" })}
      </button>
      <ul class="cards" hidden></ul>
    </li>
  );
}
