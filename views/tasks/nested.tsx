import type { TaskRef } from "../../server/domain/refs/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";

/** The position of a task in a list with nested sub-tasks. */
export interface Nesting {
  /** The number of parents above it. */
  depth: number;
  /** Whether one of those parents is collapsed. */
  hidden: boolean;
  /** The button that collapses its sub-tasks, or `null` without sub-tasks. */
  fold: { key: string; folded: boolean; count: number } | null;
  /** Its parent, if the list doesn't show it above. */
  parent: TaskRef | null;
}

/** Adds nesting to a row that is cached for everyone. `static/js/nested_rows.js` collapses its sub-tasks. */
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

/** The parent of a sub-task. */
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
