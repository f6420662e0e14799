/// <reference types="./globals.d.ts" />

// Types that scripts for stored text share.

/** A form's stored text: its time, the current and initial values, and the record's version when editing started. */
interface KeptValues {
  at: number;
  /** Identifies the page that the text was typed on. */
  by?: string;
  /** The name of the first attempt to send the text, even if it changed since. */
  once?: string | undefined;
  values: Values;
  from: Values;
  version?: string;
  /** The text on the server, in that version. */
  saved?: string;
  /** The text of the last save on the server. */
  sent?: string;
  /** The text from another device. */
  other?: Values;
  /** The request that creates a draft of a closed composer, and the URL to continue writing. */
  left?: { path: string; fields: string; href: string };
}

interface KeptStore {
  /** Returns the stored text of a key, or null without one or if it is too old. */
  read(key: string): KeptValues | null;
  /**
   * Returns the newest stored text of a key, including the slots of several pages. Excludes closed composers while
   * their drafts are being sent.
   */
  newest(key: string): { slot: string; kept: KeptValues } | null;
  /** Returns one closed composer's text whose key has this prefix. */
  left(
    start: string,
  ): { slot: string; kept: KeptValues & Required<Pick<KeptValues, "left">> } | null;
  /** Whether a closed composer's text is being sent. */
  sending: boolean;
  write(key: string, kept: KeptValues): void;
  forget(key: string): void;
  /** Deletes all texts whose keys have this prefix, and everything stored for this tab, such as list positions. */
  forgetAll(start: string): void;
  /** Deletes all but the newest texts whose keys have this prefix. */
  prune(start: string): void;
}
/** `kept_store.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var keptStore: KeptStore;

interface KeptText {
  /** Returns the stored text of a form, and its slot. */
  of(form: HTMLFormElement): { kept: KeptValues | null; slot: string } | null;
  /** Adds values to the stored text. */
  add(form: HTMLFormElement, more: Partial<KeptValues>): void;
  /** Compares the stored text with the server's, which the form now contains. */
  compare(form: HTMLFormElement): void;
}
/** `kept_text.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var keptText: KeptText;

/** `composer_drafts.js`: leaves the composer, and turns its text into a draft. @param href the URL to continue writing */
declare function leaveDraft(form: HTMLFormElement, href: string): void;
/** `composer_drafts.js`: adds to an error that the text isn't saved as a draft yet. */
declare function tellKept(href: string): void;
/** `kept_note.js` */
declare function keptNote(form: HTMLFormElement, which: string, words: string[] | null): void;
/**
 * `unsent.js`: returns the text to continue with if the server stores one too: the text typed here since, the server's
 * text if this one was left elsewhere, or the newer of both, with the other beside it.
 */
declare function newerText(form: HTMLFormElement, kept: KeptValues | null): KeptValues | null;

/** Storage of a tab until it closes, its viewer signs out, or someone else signs in. */
interface TabStore {
  // deno-lint-ignore no-explicit-any -- who reads it wrote it
  read(name: string): any;
  write(name: string, value: unknown): void;
}
/** `kept_store.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var tabStore: TabStore;
