// What moves cards and rows, for `globals.d.ts`.

interface Board {
  /** Its columns, from left to right, without the hidden ones. */
  columns(): HTMLElement[];
  /** The column that something stands in, also a hidden one. */
  columnOf(element: Element | null): HTMLElement | null;
  /** A column's cards, from its top. */
  cards(column: Element | null): HTMLElement[];
  /** Makes the card that one stands on the only one that Tab reaches. */
  rove(): void;
}
/** `board.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var board: Board;

/** A card or a row that was moved and isn't saved yet. */
interface Move {
  /** Which tasks it moves; a later move of the same ones takes its place. */
  what: string;
  /** The page of its task, or of several together. */
  path: string;
  item: HTMLElement;
  /** What the server is told. */
  fields: Record<string, string>;
  /** What is said once it is undone. */
  back(): string;
  /** Takes it back, where it wasn't done and the page doesn't show how it is. */
  takeBack(): void;
  /** Finds another place for the focus, which stood on what isn't shown any more. */
  left?(): void;
}

interface Moves {
  /** Sends it once what was sent before is answered. */
  send(move: Move): void;
  /** Sends nothing of what waits for some tasks. @returns whether anything did */
  drop(what: string): boolean;
  /** Keeps answers from changing the page, or lets them again. */
  hold(on: boolean): void;
  /** Shows the page as the server has it, once all is sent. */
  renew(): void;
  /** Whether what was put somewhere, and said to be there, is still on its way. */
  sending(): boolean;
}
/** `moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var moves: Moves;

interface BoardCards {
  referenceOf(card: HTMLElement): string;
  /** How a column is called. */
  nameOf(column: Element | null): string;
  isHidden(column: HTMLElement): boolean;
  /** What moves with a card: all that are selected where it is selected, of which the board may not show all. */
  movedWith(card: HTMLElement): { references: string[]; cards: HTMLElement[] };
  /** How some tasks are called: one by its reference. */
  wordFor(references: readonly string[]): string;
  /** A column's cards besides some. */
  others(cards: readonly HTMLElement[], column: HTMLElement): HTMLElement[];
  /** Why cards can't be put into a column; null where they can. */
  refusal(cards: readonly HTMLElement[], column: HTMLElement): string | null;
  /**
   * Where in a column a card would stand, among those that don't move with it: where it is wanted, or where the order
   * has it.
   */
  spot(card: HTMLElement, cards: readonly HTMLElement[], column: HTMLElement, at: number): number;
  /** Puts a card before another one, or to its column's end, and keeps the focus where it is. */
  put(card: HTMLElement, column: HTMLElement, next: Element | null): void;
  /** Puts cards into a column, from a place among its others on, or each to where the order has it. */
  putAll(cards: readonly HTMLElement[], column: HTMLElement, at: number): void;
}
/** `board_cards.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var boardCards: BoardCards;

interface BoardMoves {
  /** Puts a card, with what moves with it, to a place among a column's others, and saves it. */
  move(card: HTMLElement, column: HTMLElement, at: number): void;
}
/** `board_moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var boardMoves: BoardMoves;

/** `events.js`: whether a finger was used last, rather than a mouse or keys. */
declare function byTouch(): boolean;
