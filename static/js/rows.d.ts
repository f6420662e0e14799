// The rows that keys and responses move among, for `globals.d.ts`.

interface Rows {
  /** Returns all rows, including those in collapsed groups. */
  all(): HTMLElement[];
  /** Returns the visible rows, in order. */
  shown(): HTMLElement[];
  /** Returns an element's row. */
  of(element: Element | null): HTMLElement | null;
  /** Returns the row of the panel's record. */
  peeked(): HTMLElement | null;
  /** Returns the current row: the panel's row, or the focused one. */
  here(): HTMLElement | null;
  /** Returns the element of a row that gets the focus. */
  title(row: Element | null): HTMLElement | null;
  /** Returns the URL of a row's task or of the open task, or null for other records. */
  task(owner: HTMLElement | null): string | null;
  /** Returns the checkbox that selects a row. Its value is the task's reference. */
  box(row: Element | null): HTMLInputElement | null;
  /** Focuses a row, and scrolls it into view. */
  stand(row: HTMLElement | null | undefined): void;
}
/** `rows.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var rows: Rows;
