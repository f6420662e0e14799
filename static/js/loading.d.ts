// Functions that load scripts, for `globals.d.ts`.

/** `page_swap.js`: loads the scripts that an open page needs later. */
declare function loadLater(): void;

/** `keys.js`: reports that the palette is loaded or failed to load. Keys pressed before then open it. */
declare function paletteComes(open?: () => unknown): void;
