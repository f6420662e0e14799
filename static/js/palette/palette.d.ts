/// <reference types="../globals.d.ts" />

// Types that the palette's scripts share.

/** A row: from the server (`server/palette/schema.ts`), or for a shortcut of the page. */
interface PaletteItem {
  id: string;
  kind: string;
  title: string;
  subtitle: string | null;
  why?: string;
  key: string | null;
  status: string | null;
  group: string;
  href: string | null;
  command: string | null;
  input: { record?: string; value?: string } | null;
  asks: string | null;
  menu: string | null;
  current: boolean;
  record: string | null;
  /** The shortcut of the same command. */
  keys?: string[];
  /** The icon, if the kind doesn't determine it. */
  icon?: string;
  /** Whether the row opens a file in the browser. */
  file?: boolean;
  /** The text that found the row, if its list doesn't match that text. */
  typed?: string;
  /** The record whose link the row copies. */
  copies?: string;
  /** The action on the open page. */
  press?: () => void;
  /** Choices for the second level, instead of an action. */
  choices?: PaletteItem[];
}

/** A command, with its other search terms. */
interface PaletteCommand {
  item: PaletteItem;
  words: string;
  takes: "title" | "name" | null;
}

interface PaletteAnswer {
  viewer: { profileId: string };
  results: PaletteItem[];
  actions: PaletteItem[];
  commands: PaletteCommand[];
  recents: PaletteItem[];
}

/** Local data: commands, records, and the IDs of recently opened records. */
interface PaletteKnown {
  commands: PaletteCommand[];
  records: PaletteItem[];
  recent?: Set<string>;
}

interface PaletteRank {
  /** Scores how well a text matches a name, as `server/palette/match.ts` does. 0 is no match. */
  grade(text: string, names: string[], words?: string): number;
  /** Returns the local matches for a text, in the server's order. Incomplete matches don't count. */
  find(typed: string, known: PaletteKnown): PaletteItem[];
  /** Sorts groups by their best row, and the rows in each group. */
  arranged(found: [score: number, item: PaletteItem][]): PaletteItem[];
  /** Adds the page's shortcuts to results, in front if they match well. */
  withPage(items: PaletteItem[], typed: string, page: PaletteItem[]): PaletteItem[];
}
/** `rank.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteRank: PaletteRank;

/** Alpine's data of an element's listbox (`listbox.js`). */
interface WithData {
  $data(element: Element): {
    entered?: boolean;
    filter?(): void;
    isAnswered?(): boolean;
    enter?(): void;
    point?(option: HTMLElement): void;
  };
}

interface PaletteRows {
  /** Shows rows in groups. */
  show(list: HTMLElement, items: PaletteItem[]): void;
  /** Adds rows to their groups. */
  add(list: HTMLElement, items: PaletteItem[]): void;
  /** Selects the row at a position. */
  point(list: HTMLElement, at: number): void;
  /** Makes the listbox read the current rows. */
  take(list: HTMLElement): void;
  /** Moves a record's suggested row to the group of its kind, or of pinned records. */
  home(item: PaletteItem): PaletteItem;
  /** Creates a row that isn't from the server. Missing fields are empty. */
  made(
    parts: Partial<PaletteItem> & Pick<PaletteItem, "id" | "kind" | "title" | "group">,
  ): PaletteItem;
  /** Returns the item of a row. */
  item(row: Element | null): PaletteItem | undefined;
}
/** `rows.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteRows: PaletteRows;

/** Shortcuts on selected or current tasks, of the open page, and of every page. */
interface PageCommands {
  chosen: PaletteItem[];
  page: PaletteItem[];
  everywhere: PaletteItem[];
}
/** `press.js` */
declare function pageCommands(): PageCommands;
/** `press.js`: opens a menu of the page's record in the palette's place. */
declare function openOver(href: string): void;
/** `press.js`: adds the keys that lead to the same page. */
declare function withKeys(item: PaletteItem): PaletteItem;

/** `theme.js`: light, dark, or the device's theme. */
declare function themeCommand(): PaletteItem;

/** A public page, from `views/palette/public_pages.ts`. */
interface PublicPage {
  path: string;
  title: string;
  shortTitle?: string;
  description: string;
  words: string;
  group: string;
  icon: string;
  who?: "signed in" | "signed out";
  file?: boolean;
}

/** Results, or a lasting reason that there are none. */
interface PaletteFound {
  items?: PaletteItem[];
  trouble?: string;
}

/** Actions, and the reason that typed text isn't a day, if it looks like one. */
interface PaletteActionsFound {
  actions: PaletteItem[];
  why?: string | null;
}

/** The source of results: a workspace, or the public site. */
interface PaletteSource {
  /** The message when the server can't be reached. */
  away: string;
  /** Returns whether all results are local, so that no request is needed. */
  isWhole(): boolean;
  /** Reads the page that the palette opens on. */
  begin(): void;
  /** Returns local results. */
  find(typed: string): PaletteItem[];
  /** Returns whether Enter can choose a local result before the server responds. */
  isSure(typed: string, found: PaletteItem[]): boolean;
  /** @throws if the server can't be reached */
  ask(typed: string, signal: AbortSignal): Promise<PaletteFound>;
  /** Requests suggestions before anyone needs them. */
  prepare(): Promise<void>;
  /** Returns the actions for a row's record. */
  actions(item: PaletteItem, typed: string, signal: AbortSignal): Promise<PaletteActionsFound>;
}
/** `workspace.js`, `site.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteSources: { workspace: PaletteSource; site: PaletteSource };
/** `site.js`: searches the docs, once they are loaded. */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteDocs: { load(): Promise<void>; find(typed: string): PaletteItem[] };
/** `sources.js`: returns the page's link that opens the palette. */
declare function paletteLauncher(): HTMLElement | null;
/** The state of the palette: the typed text, the results, and the position of the selected row. */
interface KeptPalette {
  typed: string;
  shown: PaletteItem[];
  at: number;
}
/**
 * `peek.js`: opens a task in the panel, and returns to the palette when the panel closes.
 * @returns whether the page has a panel
 */
declare function palettePeek(item: PaletteItem | undefined): boolean;

interface OpenedPalette {
  /** Returns the source for the open page. */
  source(): PaletteSource;
  /** Focuses the field. */
  focus(): void;
  /** Opens the palette. @returns whether the palette is open */
  open(): boolean;
  /** Keeps the focus inside from now on. */
  cover(): void;
  /** Closes the palette. */
  shut(): void;
  /** Shows results for typed text. */
  look(typed: string): void;
  /** Repeats the search. */
  again(): void;
  /** Runs a row that isn't a link. */
  run(item: PaletteItem): void;
  /** Closes the palette for a moment. @returns its state */
  leave(): KeptPalette;
  /** Reopens the palette in its earlier state. */
  comeBack(kept: KeptPalette): void;
  /** Notes that a row was selected, so that it stays in place. */
  hold(): void;
}
interface PaletteActions {
  /** Opens or closes the actions of a row's record. */
  turn(row: Element | null): void;
  /** Searches for typed text that isn't listed: a day, or a name in a long list. */
  look(typed: string): void;
  /** Repeats the search. */
  again(): void;
  isOpen(): boolean;
}
/** `actions.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteActions: PaletteActions;
/** `palette.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var palette: OpenedPalette;
declare const paletteMarkup: { workspace: string; site: string };
