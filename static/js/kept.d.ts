/// <reference types="./globals.d.ts" />

// What scripts share of the texts that are kept.

/** What is kept of a form: since when, its values and those that it started from, and the record's version then. */
interface KeptValues {
  at: number;
  /** The page that it was typed in, by a word that no other one has. */
  by?: string;
  /** What it was sent as first, where it was: whatever is typed since. */
  once?: string | undefined;
  values: Values;
  from: Values;
  version?: string;
  /** What of it the server keeps, in that version. */
  saved?: string;
  /** What the server was asked to keep last. */
  sent?: string;
  /** What was written elsewhere meanwhile. */
  other?: Values;
  /** What is sent of it, where it was left to become a draft, and where it is written again. */
  left?: { path: string; fields: string; href: string };
}

interface KeptStore {
  /** What is kept under a key; null where nothing is, or it is too old. */
  read(key: string): KeptValues | null;
  /**
   * The newest of what is kept under a key, and in the slots besides that several pages made for theirs; nothing that was
   * left while such is being sent.
   */
  newest(key: string): { slot: string; kept: KeptValues } | null;
  /** One of those that were left, whose keys begin so. */
  left(
    start: string,
  ): { slot: string; kept: KeptValues & Required<Pick<KeptValues, "left">> } | null;
  /** Whether what was left is being sent. */
  sending: boolean;
  write(key: string, kept: KeptValues): void;
  forget(key: string): void;
  /** Forgets all whose keys begin so, and what scripts keep for this tab alone: what was being written, where lists were left. */
  forgetAll(start: string): void;
  /** Leaves the newest of those whose keys begin so. */
  prune(start: string): void;
}
/** `kept_store.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var keptStore: KeptStore;

interface KeptText {
  /** What is kept of what was typed into a form, and where. */
  of(form: HTMLFormElement): { kept: KeptValues | null; slot: string } | null;
  /** Keeps more of it. */
  add(form: HTMLFormElement, more: Partial<KeptValues>): void;
  /** Compares it with what the server keeps, as the form has it by now. */
  compare(form: HTMLFormElement): void;
}
/** `kept_text.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var keptText: KeptText;

/** `composer_drafts.js`: what is written in the composer is left, to become a draft. @param href where it is written again */
declare function leaveDraft(form: HTMLFormElement, href: string): void;
/** `composer_drafts.js`: says that what was written there isn't a draft yet, after what went wrong. */
declare function tellKept(href: string): void;
/** `kept_note.js` */
declare function keptNote(form: HTMLFormElement, which: string, words: string[] | null): void;
/**
 * `unsent.js`: what one goes on with where the server keeps a text too, which it drew: what was typed here since; what
 * stands there, where this one was left elsewhere; or the newer of both, with the other beside it.
 */
declare function newerText(form: HTMLFormElement, kept: KeptValues | null): KeptValues | null;

/** What a tab keeps until it is closed, its viewer signs out, or somebody else signs in there. */
interface TabStore {
  // deno-lint-ignore no-explicit-any -- who reads it wrote it
  read(name: string): any;
  write(name: string, value: unknown): void;
}
/** `kept_store.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var tabStore: TabStore;
