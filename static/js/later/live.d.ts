/// <reference types="../globals.d.ts" />

// What the scripts share that keep an open page as things stand by now: they come after the page's own.

/** What an open page is told. */
interface LiveNews {
  /** How far it goes. */
  seq?: string | undefined;
  topics?: string[];
  /** A task to which somebody came, which they left, or where they write. */
  here?: string;
  /** What became of the line to the server. */
  line?: "open" | "cut" | "ended" | "elsewhere";
  /** The same in words, where it isn't plain. */
  why?: string | undefined;
}

/** What one tab tells the others, or one of them; or what one asks that has just come. */
type LiveMessage = LiveNews & { to?: string } | { asks: string; heard: string };

interface Points {
  /** Takes a point for the newest, unless it is known. @param topics what was told with it */
  learn(point: string, topics?: string[]): void;
  /** That something is asked for now, of the server itself. */
  ask(ctx: RequestContext): void;
  /** Up to which point its answer goes: further than all that was told, where nothing was since it was asked for. */
  answer(ctx: RequestContext, point: string): void;
  /** What was told, of each topic last; `*` for more than can be kept. */
  told(): [topic: string, seq: string][];
  /** Whether one is further than another, as far as is known: one that isn't known is further than none. */
  newer(one: string, other: string): boolean;
}
/** `points.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var points: Points;

interface Live {
  take(news: LiveNews): void;
  /** How far there was something to hear when the oldest part of the page was read. */
  seen(): string;
}
/** `live.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var live: Live;

/**
 * Waits for a lock that one tab has at a time, or takes it at once (`steal`), and has it as long as `hold` goes on.
 * @throws where another tab took it
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
  /** Looks at the page before a part of it is shown anew. @returns tells what is another one since */
  begin(): () => void;
}
/** `changes.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var changes: Changes;

/** `presence.js`: this tab, among those that are open. */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var thisTab: string;

/** `presence.js`: asks anew who has a task open, where one sees it; of any task where it isn't said. */
declare function askWhoIsHere(taskId?: string): void;

interface Navigator {
  /** Where the browser says something of its line to the network. https://wicg.github.io/savedata/ */
  connection?: { saveData?: boolean };
}
