import { raw } from "hono/html";
import { Icon } from "../icons.tsx";
import { Cut } from "../layouts/cut.ts";
import { listPath, type ListQuery, selectedActionsPath } from "../paths.ts";
import { propertyOf, type TaskProperty } from "./properties/all.ts";

const formId = "selected-tasks";

/**
 * The checkbox that selects a task. `static/js/selection.js` checks it, because rows are cached for everyone.
 * Without JavaScript it belongs to the form that opens the menu of several tasks.
 */
export function SelectBox({ reference, title }: { reference: string; title: string }) {
  return (
    <input
      type="checkbox"
      class="row-select"
      name="tasks"
      value={reference}
      form={formId}
      aria-label={`Select ${reference}: ${title}`}
    />
  );
}

/** The properties in the bar. The menu has the others. */
const offered: readonly TaskProperty[] = [
  "status",
  "priority",
  "assignee",
  "labels",
  "deadline",
  "project",
];

const inside = raw(String(
  <>
    <p class="selection-count">
      <span data-count></span>
      <button type="button" class="link" data-selection="leave-out" hidden></button>
      <button type="button" class="link" data-selection="further" hidden></button>
      <span id="selection-further" hidden></span>
    </p>
    <div class="selection-acts">
      {offered.map((property) => {
        const { name, shortcut } = propertyOf(property);
        return <Act name={name} opens={property} shortcut={shortcut?.key} />;
      })}
      <Act name="More" opens="actions" shortcut="." />
    </div>
    <button
      type="button"
      class="button"
      data-kind="quiet"
      data-shape="icon"
      data-selection="clear"
      aria-label="Clear selection"
      aria-keyshortcuts="Escape"
    >
      <Icon name="close" />
    </button>
  </>,
));

/**
 * The bar with actions on the selected tasks, below a list or board. `static/js/selection_bar.js` shows it.
 * @param props.most the maximum number of tasks to change at once
 * @param props.query the list to return to without JavaScript
 */
export function Selection({ most, query }: { most: number; query: ListQuery }) {
  return (
    <>
      {Cut}
      <section id="selection" class="selection" aria-label="Selected tasks" data-most={most} hidden>
        {inside}
      </section>
      <form id={formId} class="selection-plain" method="get" action={selectedActionsPath}>
        <input type="hidden" name="list" value={listPath(query)} />
        <button type="submit" class="button">Actions for selected tasks</button>
      </form>
    </>
  );
}

function Act({ name, opens, shortcut }: {
  name: string;
  opens: TaskProperty | "actions";
  shortcut: string | undefined;
}) {
  return (
    <button
      type="button"
      class="button"
      data-kind="quiet"
      data-opens={opens}
      aria-keyshortcuts={shortcut}
    >
      {name}
      {shortcut && <kbd class="key" aria-hidden="true">{shortcut.toUpperCase()}</kbd>}
    </button>
  );
}
