/// <reference lib="dom" />

// What the scripts of the panel in which one peeks share.

interface Peeking {
  /**
   * The panel, where something is peeked at: of which row, by its id, at which path, and at which address it stands by
   * now, with what is open on it.
   */
  panel(): HTMLElement | null;
  /** What is peeked at, once it is there, where that is a task at a path. */
  task(path?: string | null): HTMLElement | null;
  /** The rows that one can peek at: of a list, beside which nothing else is open. */
  rows(): HTMLElement[];
  /** The row of what is peeked at, or what has taken its place. */
  row(): HTMLElement | undefined;
  /** The row after that of what is peeked at, or before it. */
  beside(by: number): HTMLElement | undefined;
  /** Opens the panel on a row. @returns whether one can peek at it */
  open(row: HTMLElement | null | undefined): boolean;
  /** Shows the task of a row in the panel, where that is open. */
  ask(row: HTMLElement): void;
  /** Shows what is peeked at as it stands at an address. @param late what is done where the answer takes its time */
  load(href: string, late?: () => void): Promise<void>;
  /** Closes the panel, and stands on its row. */
  close(): void;
  /** Closes the panel, wherever one goes. */
  leave(): void;
  /** Goes on with the next one of the list, or the previous one. @returns whether anything is peeked at */
  step(by: number): boolean;
  /** Goes from the list into the panel; keys wait for what is in it. */
  enter(): void;
  /** Takes in what is new in the panel. */
  shown(): void;
  /** Marks the row of what is peeked at, wherever it stands by now. */
  mark(): void;
}
interface DocumentEventMap {
  /** What one peeks at is there. */
  "peeked": Event;
}
/** `peek.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var peeking: Peeking;
