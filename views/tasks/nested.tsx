import type { TaskRef } from "../../server/domain/refs/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";

/** How a task stands in a list that has sub-tasks below their parents. */
export interface Nesting {
  /** How many it stands below. */
  depth: number;
  /** Whether one of those is folded. */
  hidden: boolean;
  /** What folds those below it; null where there are none. */
  fold: { key: string; folded: boolean; count: number } | null;
  /** Its parent, where that isn't shown above it. */
  parent: TaskRef | null;
}

/** A row that was drawn for everybody, as it stands among others: `static/js/nested_rows.js` folds those below it. */
export function nestedRow(row: string, { depth, hidden, fold, parent }: Nesting): string {
  const level = depth > 0 ? ` data-depth="${depth}" aria-level="${depth + 1}"` : "";
  const drawn = level || hidden
    ? row.replace(' id="row-', `${level}${hidden ? " hidden" : ""} id="row-`)
    : row;
  const behind = `${fold ? String(<Fold {...fold} />) : ""}${
    parent ? String(<Parent {...parent} />) : ""
  }`;
  if (!behind) return drawn;
  return drawn.replace(/<a class="row-title".*?<\/a>/s, (title) => title + behind);
}

/** What a sub-task is part of. */
function Parent({ reference, title }: TaskRef) {
  return (
    <a class="row-parent" href={taskPath(reference)}>
      {Icon({ name: "parent" })}
      <span>
        <span class="unseen">Sub-task of</span>
        {` ${reference}`}
      </span>
      <span class="row-parent-title">{title}</span>
    </a>
  );
}

function Fold({ key, folded, count }: NonNullable<Nesting["fold"]>) {
  return (
    <button
      type="button"
      class="row-fold"
      data-fold-row={key}
      aria-expanded={folded ? "false" : "true"}
      aria-label={count === 1 ? "1 sub-task" : `${count} sub-tasks`}
    >
      {Icon({ name: "chevron-down" })}
      <span class="row-fold-count number">{String(count)}</span>
    </button>
  );
}
