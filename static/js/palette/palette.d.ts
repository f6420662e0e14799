/// <reference types="../globals.d.ts" />

// What the palette's scripts share.

/** A row: as the server tells it (`server/palette/schema.ts`), or something that keys do on the page. */
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
  /** The keys that do the same. */
  keys?: string[];
  /** What picture it has, where that doesn't follow from what it is. */
  icon?: string;
  /** Whether it leads to a file, which the browser opens. */
  file?: boolean;
  /** What was typed where it was found, which its list doesn't find it by. */
  typed?: string;
  /** Whose link it copies. */
  copies?: string;
  /** What it does on the page that is open. */
  press?: () => void;
  /** What is chosen from on the second level, in place of being run. */
  choices?: PaletteItem[];
}

/** A command, and what it is found by besides its title. */
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

/** What is known here: commands, records, and the ids of those that were opened lately. */
interface PaletteKnown {
  commands: PaletteCommand[];
  records: PaletteItem[];
  recent?: Set<string>;
}

interface PaletteRank {
  /** How well a text matches a name, as `server/palette/match.ts` says; 0 where it doesn't. */
  grade(text: string, names: string[], words?: string): number;
  /** What of all that is known here matches a text, in the order of the server; what only may become of it is none. */
  find(typed: string, known: PaletteKnown): PaletteItem[];
  /** Rows in their groups, the best group first and in it the best row. */
  arranged(found: [score: number, item: PaletteItem][]): PaletteItem[];
  /** What is found with what keys do on the page: in front where that fits well. */
  withPage(items: PaletteItem[], typed: string, page: PaletteItem[]): PaletteItem[];
}
/** `rank.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteRank: PaletteRank;

/** What Alpine tells of the listbox that an element stands in, once it is one (`listbox.js`). */
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
  /** Shows rows under their headings. */
  show(list: HTMLElement, items: PaletteItem[]): void;
  /** Adds rows to those that are shown, each under its heading. */
  add(list: HTMLElement, items: PaletteItem[]): void;
  /** Goes to the row at a place. */
  point(list: HTMLElement, at: number): void;
  /** Has the listbox take up what it shows by now. */
  take(list: HTMLElement): void;
  /** A record's row under the heading of its kind, or of what is pinned, wherever it was suggested. */
  home(item: PaletteItem): PaletteItem;
  /** A row that is no answer of the server's: of what isn't said there is none. */
  made(
    parts: Partial<PaletteItem> & Pick<PaletteItem, "id" | "kind" | "title" | "group">,
  ): PaletteItem;
  /** What a row stands for. */
  item(row: Element | null): PaletteItem | undefined;
}
/** `rows.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteRows: PaletteRows;

/** What keys do: to the tasks that are selected or pointed at, on the page that is open, and on every one. */
interface PageCommands {
  chosen: PaletteItem[];
  page: PaletteItem[];
  everywhere: PaletteItem[];
}
/** `press.js` */
declare function pageCommands(): PageCommands;
/** `press.js`: a menu of the page of what one acts on, in the palette's place. */
declare function openOver(href: string): void;
/** `press.js`: a row with the keys that lead where it does. */
declare function withKeys(item: PaletteItem): PaletteItem;

/** `theme.js`: light, dark, or as the device is. */
declare function themeCommand(): PaletteItem;

/** A public page, as `views/palette/public_pages.ts` tells it. */
interface PublicPage {
  path: string;
  title: string;
  description: string;
  words: string;
  group: string;
  icon: string;
  who?: "signed in" | "signed out";
  file?: boolean;
}

/** What was found, or why nothing was, which asking again doesn't mend. */
interface PaletteFound {
  items?: PaletteItem[];
  trouble?: string;
}

/** What can be done, and why what was typed is no day, where it says one. */
interface PaletteActionsFound {
  actions: PaletteItem[];
  why?: string | null;
}

/** Where the palette finds things: in a workspace, or on the public site. */
interface PaletteSource {
  /** What is said where nothing can be asked for. */
  away: string;
  /** Whether all that there is to find is here, so that nothing is asked for. */
  isWhole(): boolean;
  /** Looks at the page, as the palette opens on it. */
  begin(): void;
  /** What the browser itself finds. */
  find(typed: string): PaletteItem[];
  /** Whether Enter may choose of that before anything else is told. */
  isSure(typed: string, found: PaletteItem[]): boolean;
  /** @throws where it can't be told now */
  ask(typed: string, signal: AbortSignal): Promise<PaletteFound>;
  /** Asks for what will be needed, before anybody does. */
  prepare(): Promise<void>;
  /** What can be done with a row's record. */
  actions(item: PaletteItem, typed: string, signal: AbortSignal): Promise<PaletteActionsFound>;
}
/** `workspace.js`, `site.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var paletteSources: { workspace: PaletteSource; site: PaletteSource };
/** `sources.js`: what opens the palette on the page that is open. */
declare function paletteLauncher(): HTMLElement | null;
/** What the palette showed: what was typed, what was found, and the place of the row that one was at. */
interface KeptPalette {
  typed: string;
  shown: PaletteItem[];
  at: number;
}
/** `peek.js`: peeks at a task in the palette's place, until one closes the panel. @returns whether it can be here */
declare function palettePeek(item: PaletteItem | undefined): boolean;

interface OpenedPalette {
  /** Where it finds things on the page that is open. */
  source(): PaletteSource;
  /** Gives its field the focus. */
  focus(): void;
  /** Opens it. @returns whether it is open */
  open(): boolean;
  /** Keeps the focus in it from now on. */
  cover(): void;
  /** Closes it. */
  shut(): void;
  /** Shows what is found for what is typed. */
  look(typed: string): void;
  /** Asks again for what is typed. */
  again(): void;
  /** Does what a row that leads nowhere stands for. */
  run(item: PaletteItem): void;
  /** Closes it for a moment. @returns what it showed */
  leave(): KeptPalette;
  /** Opens it as it was left. */
  comeBack(kept: KeptPalette): void;
  /** That one has gone to a row: it stays where it is. */
  hold(): void;
}
interface PaletteActions {
  /** Opens what can be done with a row's record, or closes it. */
  turn(row: Element | null): void;
  /** Looks for what is typed there that isn't shown: a day, a name of a long list. */
  look(typed: string): void;
  /** Asks again. */
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
