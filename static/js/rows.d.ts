// What one moves among on a page, for `globals.d.ts`.

interface Rows {
  /** Every one, also those in folded groups. */
  all(): HTMLElement[];
  /** Those that one sees, in their order. */
  shown(): HTMLElement[];
  /** The row that something stands in. */
  of(element: Element | null): HTMLElement | null;
  /** The one that is peeked at. */
  peeked(): HTMLElement | null;
  /** The one that one stands on: that is peeked at, or has the focus. */
  here(): HTMLElement | null;
  /** What has the focus where one stands on a row. */
  title(row: Element | null): HTMLElement | null;
  /** The page of the task that a row is about, or that is open; null where it is about none. */
  task(owner: HTMLElement | null): string | null;
  /** What selects a row; its value is the task's reference. */
  box(row: Element | null): HTMLInputElement | null;
  /** Stands on a row, and brings it into sight. */
  stand(row: HTMLElement | null | undefined): void;
}
/** `rows.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var rows: Rows;
