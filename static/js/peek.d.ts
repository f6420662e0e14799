/// <reference lib="dom" />

// Functions that the panel's scripts share.

interface Peeking {
  /**
   * The panel, if it is open. Its attributes hold the ID of its row, its path, and its current URL with any open form.
   */
  panel(): HTMLElement | null;
  /** Returns the loaded panel's content if it is a task, optionally at this path. */
  task(path?: string | null): HTMLElement | null;
  /** Returns the rows that can open in the panel: the rows of a list, while no layer is open. */
  rows(): HTMLElement[];
  /** Returns the row of the panel's record, or the row that took its place. */
  row(): HTMLElement | undefined;
  /** Returns the row after or before the panel's row. */
  beside(by: number): HTMLElement | undefined;
  /** Opens the panel for a row. @returns whether the row can open in the panel */
  open(row: HTMLElement | null | undefined): boolean;
  /** Shows a row's task, if the panel is open. */
  ask(row: HTMLElement): void;
  /** Loads a URL into the panel. @param late called if the response is slow */
  load(href: string, late?: () => void): Promise<void>;
  /** Closes the panel, and focuses its row. */
  close(): void;
  /** Closes the panel when the page changes. */
  leave(): void;
  /** Shows the next or previous record of the list. @returns whether the panel is open */
  step(by: number): boolean;
  /** Moves the focus from the list into the panel. Keys wait until it has loaded. */
  enter(): void;
  /** Initializes the panel's new content. */
  shown(): void;
  /** Highlights the row of the panel's record. */
  mark(): void;
}
interface DocumentEventMap {
  /** The panel's record has loaded. */
  "peeked": Event;
}
/** `peek.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var peeking: Peeking;
