// What moves cards and rows, for `globals.d.ts`.

interface Board {
  /** Its columns, from left to right. */
  columns(): HTMLElement[];
  /** The column that something stands in. */
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
  /** The page of its task. */
  path: string;
  item: HTMLElement;
  /** What the server is told. */
  fields: Record<string, string>;
  /** Takes it back. @param shown whether the page is as the server has it already */
  refused(why: "refused" | "unreached", shown: boolean): void;
  /** Finds another place for the focus, which stood on what isn't shown any more. */
  left?(): void;
}

interface Moves {
  /** Sends it once what was sent before is answered. */
  send(move: Move): void;
  /** Sends nothing of what waits for that of a task. @returns whether anything did */
  drop(path: string): boolean;
  /** Keeps answers from changing the page, or lets them again. */
  hold(on: boolean): void;
  /** Shows the page as the server has it, once all is sent. */
  renew(): void;
}
/** `moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var moves: Moves;

interface BoardMoves {
  /** Why a card can't be put into a column; null where it can. */
  refusal(card: HTMLElement, column: HTMLElement): string | null;
  /** Where in a column a card would stand, among its other cards: where it is wanted, or where the order has it. */
  spot(card: HTMLElement, column: HTMLElement, at: number): number;
  /** Puts a card to a place among a column's others, and saves it. */
  move(card: HTMLElement, column: HTMLElement, at: number): void;
}
/** `board_moves.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var boardMoves: BoardMoves;
