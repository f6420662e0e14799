import { type ListLook, MOST_COLUMNS_KEPT } from "../../domain/preferences/schema.ts";
import { priorities, taskStatuses } from "../../domain/vocabulary.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";
import { changeLook } from "./list_look.ts";
import { displayAction, undoOfListLook } from "./undo_list_look.ts";

/** Hides a column of a board. */
export const hideColumn = action({
  ...displayAction,
  button: "hideColumn",
  form: { hideColumn: text, heading: text, query: text },
  does: ({ hideColumn: key, query }, at) =>
    changeLook(at, query, ({ hiddenColumns, shownColumns }) => ({
      hiddenColumns: withLast(hiddenColumns, key),
      shownColumns: without(shownColumns, key),
    })),
  says: ({ was }, { heading }) => ({
    text: `${heading} hidden. Find hidden columns at the end of the board.`,
    undo: undoOfListLook(was),
  }),
});

/** Shows a hidden column, or an empty one. */
export const showColumn = action({
  ...displayAction,
  button: "showColumn",
  form: { showColumn: text, query: text },
  does: ({ showColumn: key, query }, at) =>
    changeLook(at, query, ({ hiddenColumns, shownColumns }) => ({
      hiddenColumns: without(hiddenColumns, key),
      shownColumns: standsWhileEmpty(key) ? shownColumns : withLast(shownColumns, key),
    })),
  says: ({ was }) => ({ text: "Column shown", quiet: true, undo: undoOfListLook(was) }),
});

type Columns = ListLook["hiddenColumns"];

function without(columns: Columns, key: string): Columns {
  return columns.filter((one) => one !== key);
}

function withLast(columns: Columns, key: string): Columns {
  return [...without(columns, key), key].slice(-MOST_COLUMNS_KEPT);
}

/** Returns whether a column appears without tasks. */
function standsWhileEmpty(key: string): boolean {
  return [...taskStatuses, ...priorities].some((word) => word === key);
}
