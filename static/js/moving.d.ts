// Types for moving cards and rows, for `globals.d.ts`.

interface Board {
  /** Returns the columns from left to right, without hidden ones. */
  columns(): HTMLElement[];
  /** Returns an element's column, even if it is hidden. */
  columnOf(element: Element | null): HTMLElement | null;
  /** Returns a column's cards, from the top. */
  cards(column: Element | null): HTMLElement[];
  /** Makes the focused card the board's only tab stop. */
  rove(): void;
}
/** `board.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var board: Board;

/** An unsaved move of cards or rows. */
interface Move {
  /** The moved tasks. A later move of the same tasks replaces this one. */
  what: string;
  /** The URL for a task, or for several tasks. */
  path: string;
  item: HTMLElement;
  /** The fields to send. */
  fields: Record<string, string>;
  /** Returns the message after the move is reverted. */
  back(): string;
  /** Reverts the move, if it failed and the page doesn't show the current state. */
  takeBack(): void;
  /** Moves the focus from elements that are no longer visible. */
  left?(): void;
}

interface Moves {
  /** Sends a move after earlier ones have finished. */
  send(move: Move): void;
  /** Drops the unsent moves of tasks. @returns whether there were any */
  drop(what: string): boolean;
  /** Starts or stops holding back responses. */
  hold(on: boolean): void;
  /** Updates the page after all moves are sent. */
  renew(): void;
  /** Returns whether an announced move is still unsaved. */
  sending(): boolean;
}
/** `moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var moves: Moves;

interface BoardCards {
  referenceOf(card: HTMLElement): string;
  /** Returns a column's name. */
  nameOf(column: Element | null): string;
  isHidden(column: HTMLElement): boolean;
  /**
   * Returns everything that moves with a card: all selected tasks if it is selected, even if the board doesn't show
   * some.
   */
  movedWith(card: HTMLElement): { references: string[]; cards: HTMLElement[] };
  /** Names tasks: a single one by its reference. */
  wordFor(references: readonly string[]): string;
  /** Returns a column's other cards. */
  others(cards: readonly HTMLElement[], column: HTMLElement): HTMLElement[];
  /** Returns the reason that cards can't be dropped in a column, or null if they can. */
  refusal(cards: readonly HTMLElement[], column: HTMLElement): string | null;
  /**
   * Returns a card's position in a column among cards that stay: the requested position, or the one that the sort order
   * gives it.
   */
  spot(card: HTMLElement, cards: readonly HTMLElement[], column: HTMLElement, at: number): number;
  /** Puts a card before another one, or at its column's end, and keeps the focus. */
  put(card: HTMLElement, column: HTMLElement, next: Element | null): void;
  /** Puts cards into a column from a position on, or at the positions that the sort order gives them. */
  putAll(cards: readonly HTMLElement[], column: HTMLElement, at: number): void;
}
/** `board_cards.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var boardCards: BoardCards;

interface BoardMoves {
  /** Moves a card, with all cards that move with it, to a position in a column, and saves the move. */
  move(card: HTMLElement, column: HTMLElement, at: number): void;
}
/** `board_moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var boardMoves: BoardMoves;

/** `events.js`: returns whether the last input was touch, instead of mouse or keys. */
declare function byTouch(): boolean;
