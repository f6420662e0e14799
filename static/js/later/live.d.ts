/// <reference types="../globals.d.ts" />

// Types of the scripts that keep an open page current. They load after the page's own scripts.

/** News for an open page. */
interface LiveNews {
  /** The point of the news. */
  seq?: string | undefined;
  topics?: string[];
  /** A task whose presence changed. */
  here?: string;
  /** The new state of the connection. */
  line?: "open" | "cut" | "ended" | "elsewhere";
  /** The reason, if it needs words. */
  why?: string | undefined;
}

/** A message from one tab to another or to all, or the question of a new tab. */
type LiveMessage = LiveNews & { to?: string } | { asks: string; heard: string };

interface Points {
  /** Stores a point as the newest, unless it is known. @param topics the topics of its news */
  learn(point: string, topics?: string[]): void;
  /** Notes that a request goes to the server itself. */
  ask(ctx: RequestContext): void;
  /** Stores a response's point. It counts as newest if no news arrived since the request. */
  answer(ctx: RequestContext, point: string): void;
  /** Returns the latest point of each topic; `*` stands for more topics than the store can hold. */
  told(): [topic: string, seq: string][];
  /** Returns whether one point is newer than another, as far as known. An unknown point is newer than none. */
  newer(one: string, other: string): boolean;
}
/** `points.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var points: Points;

interface Live {
  take(news: LiveNews): void;
  /** Returns the point at which the oldest part of the page was read. */
  seen(): string;
}
/** `live.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var live: Live;

/**
 * Waits for a lock that one tab holds at a time, or takes it immediately (`steal`). Holds the lock while `hold` runs.
 * @throws if another tab took the lock
 */
type TabLock = (
  name: string,
  options: { signal?: AbortSignal; steal?: boolean },
  hold: () => Promise<void>,
) => Promise<unknown>;
/** `tab_lock.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var tabLock: TabLock;

interface Changes {
  /** Stores the page's state before a part is rerendered. @returns a function that announces the differences */
  begin(): () => void;
}
/** `changes.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var changes: Changes;

/** `presence.js`: identifies this tab among open tabs. */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var thisTab: string;

/** `presence.js`: requests the people who have the visible task open. Without an ID, requests any task's people. */
declare function askWhoIsHere(taskId?: string): void;

interface Navigator {
  /** The browser's information about the network connection. https://wicg.github.io/savedata/ */
  connection?: { saveData?: boolean };
}
