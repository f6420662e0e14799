import type { AvatarColor } from "../vocabulary.ts";
import type { Member } from "../core/actor.ts";

/** The texts of a task that someone can edit. */
export const writables = ["title", "description", "comment"] as const;
export type Writable = (typeof writables)[number];

/** A person with a task open. */
export interface Present {
  /** Their profile's id. */
  id: string;
  name: string;
  color: AvatarColor | null;
  writing: readonly Writable[];
}

/** The task and text of a tab. */
export interface Place {
  /** As the tab calls itself. */
  tab: string;
  taskId: string;
  writing: Writable | null;
}

/** How long a person is present without reports, in milliseconds. Tabs report every 10 seconds. */
const STAYS_MS = 25_000;
/** How long a person is present after their stream ends, until another one starts, in milliseconds. */
const BREAKS_MS = 5_000;

/** The maximum number of tabs per session, and in total. Beyond it, the least recently reported one is removed. */
const MOST_OF_SESSION = 20;
const MOST = 10_000;

/** A stream that ended: its tab if known, and whether its session has no other stream. */
interface Break {
  session: string;
  tab: string | undefined;
  isSilent: boolean;
  at: number;
}

interface Tab extends Omit<Place, "tab"> {
  key: string;
  session: string;
  profile: Pick<Member["profile"], "id" | "name" | "color">;
  /** When the tab opened the task, and its last report. */
  came: number;
  at: number;
}

/** A tab's report, as exchanged between processes: its task, or only that it left. */
export type Said = Tab | Pick<Tab, "key" | "at">;

/**
 * Tracks who has which task open and which text they are editing, from their tabs' reports. It is in memory and lasts
 * seconds. Callers check who can see it.
 */
export class Presence {
  #tabs = new Map<string, Tab>();
  /** The tabs of which this process heard last. */
  #own = new Set<string>();
  /** When known tabs left. */
  #left = new Map<string, number>();
  #ofTask = new Map<string, Set<Tab>>();
  #ofSession = new Map<string, Set<Tab>>();
  #changed = new Set<string>();
  #breaks: Break[] = [];

  /**
   * @param now the time, in milliseconds
   * @param told called when `takeChanged` has something
   */
  constructor(private readonly now: () => number, private readonly told: () => void) {}

  /** That a tab shows a task, and still does. */
  enter({ credential, profile: { id, name, color } }: Member, { tab, ...place }: Place): void {
    const key = `${credential.id} ${tab}`;
    const before = this.#tabs.get(key);
    const at = this.#after(key);
    const came = before?.taskId === place.taskId ? before.came : at;
    this.#put({ ...place, key, session: credential.id, profile: { id, name, color }, came, at });
    this.#own.add(key);
  }

  /** Removes a tab that no longer shows a task. */
  leave({ credential }: Member, tab: string): void {
    this.#leave(`${credential.id} ${tab}`);
  }

  /** Removes people from tasks that they can't see anymore. */
  end(those: readonly { taskId: string; profileId: string }[]): void {
    for (const { taskId, profileId } of those) {
      for (const { key, profile } of this.#ofTask.get(taskId) ?? []) {
        if (profile.id === profileId) this.#leave(key);
      }
    }
  }

  /** Removes the tabs of an ended session. */
  endSession({ credential, profile: { id } }: Member): void {
    for (const { key, profile } of this.#ofSession.get(credential.id) ?? []) {
      if (profile.id === id) this.#leave(key);
    }
  }

  /**
   * Handles the end of a stream. Unless it starts again, its tab is removed, and so are the other tabs that it served
   * if their browser has no other stream. A tab that reports again stays.
   */
  breakOff(session: string, tab: string | undefined, isSilent: boolean): void {
    if (this.#ofSession.has(session)) {
      this.#breaks.push({ session, tab, isSilent, at: this.now() });
    }
  }

  /** That a stream has begun. */
  goOn(session: string, tab: string | undefined): void {
    this.#breaks = this.#breaks.filter((one) => one.session !== session || one.tab !== tab);
    for (const one of this.#breaks) {
      if (one.session === session) one.isSilent = false;
    }
  }

  /** Returns the reports that this process received, for other processes on the same database. */
  said(): Said[] {
    return [...this.#own].flatMap((key) => {
      const left = this.#left.get(key);
      return this.#tabs.get(key) ?? (left === undefined ? [] : { key, at: left });
    });
  }

  /** Adds another process's reports. A tab's latest report counts. */
  merge(said: readonly Said[]): void {
    for (const one of said) {
      const { key, at } = one;
      if (at <= this.#saidAt(key) || at + STAYS_MS <= this.now()) continue;
      this.#own.delete(key);
      if ("taskId" in one) this.#put(one);
      else {
        this.#forget(key);
        this.#left.set(key, at);
      }
    }
  }

  /** Returns the people at a task, each once, in order of arrival. @param but the profile to leave out */
  othersAt(taskId: string, but: string): Present[] {
    const now = this.now();
    const there = [...this.#ofTask.get(taskId) ?? []]
      .filter(({ at, profile }) => at + STAYS_MS > now && profile.id !== but)
      .toSorted((a, b) => a.came - b.came);
    const ofEach = Map.groupBy(there, ({ profile }) => profile.id);
    return [...ofEach].map(([id, tabs]) => ({
      id,
      name: tabs.at(-1)!.profile.name,
      color: tabs.at(-1)!.profile.color,
      writing: writables.filter((text) => tabs.some(({ writing }) => writing === text)),
    }));
  }

  /** Returns the profiles with a task open. */
  whoIsAt(taskId: string): Set<string> {
    return new Set([...this.#ofTask.get(taskId) ?? []].map(({ profile }) => profile.id));
  }

  /** Returns the people at tasks. @param taskIds the tasks; defaults to all */
  everybody(taskIds: Iterable<string> = this.#ofTask.keys()) {
    return [...taskIds].flatMap((taskId) =>
      [...this.whoIsAt(taskId)].map((profileId) => ({ taskId, profileId }))
    );
  }

  /** Returns the tasks whose presence has changed since the last call. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Removes tabs that stopped reporting, and those whose streams didn't restart. */
  sweep(): void {
    const now = this.now();
    const over = this.#breaks.filter(({ at }) => at + BREAKS_MS <= now);
    this.#breaks = this.#breaks.filter(({ at }) => at + BREAKS_MS > now);
    for (const { session, tab, isSilent, at } of over) {
      for (const one of this.#ofSession.get(session) ?? []) {
        const isTheirs = isSilent || one.key === `${session} ${tab}`;
        if (isTheirs && one.at <= at) this.#leave(one.key);
      }
    }
    for (const [key, { at }] of this.#tabs) {
      if (at + STAYS_MS <= now) this.#forget(key);
    }
    for (const [key, at] of this.#left) {
      if (at + STAYS_MS > now) continue;
      this.#left.delete(key);
      this.#own.delete(key);
    }
  }

  /** Returns the time of a tab's last report, to any process. */
  #saidAt(key: string): number {
    return this.#tabs.get(key)?.at ?? this.#left.get(key) ?? -Infinity;
  }

  /** Returns the current time, but after the tab's last report by any clock. */
  #after(key: string): number {
    return Math.max(this.now(), this.#saidAt(key) + 1);
  }

  #put(tab: Tab): void {
    const before = this.#tabs.get(tab.key);
    if (before) this.#takeOut(before);
    this.#left.delete(tab.key);
    this.#putIn(tab);
    if (before?.taskId !== tab.taskId || before.writing !== tab.writing) {
      this.#change(before?.taskId, tab.taskId);
    }
    this.#makeRoom(tab.session);
  }

  #putIn(tab: Tab): void {
    this.#tabs.set(tab.key, tab);
    add(this.#ofTask, tab.taskId, tab);
    add(this.#ofSession, tab.session, tab);
  }

  #takeOut(tab: Tab): void {
    this.#tabs.delete(tab.key);
    remove(this.#ofTask, tab.taskId, tab);
    remove(this.#ofSession, tab.session, tab);
  }

  #makeRoom(session: string): void {
    const own = this.#ofSession.get(session) ?? [];
    const tooMany = [...own].slice(0, -MOST_OF_SESSION);
    const [oldest] = this.#tabs.keys();
    if (this.#tabs.size > MOST && oldest !== undefined) this.#forget(oldest);
    for (const { key } of tooMany) this.#forget(key);
  }

  /** Removes a tab, so that others can learn about it. */
  #leave(key: string): void {
    if (!this.#tabs.has(key)) return;
    const at = this.#after(key);
    this.#forget(key);
    this.#own.add(key);
    this.#left.set(key, at);
  }

  #forget(key: string): void {
    const tab = this.#tabs.get(key);
    this.#own.delete(key);
    if (!tab) return;
    this.#takeOut(tab);
    this.#change(tab.taskId);
  }

  #change(...taskIds: (string | undefined)[]): void {
    for (const id of taskIds) {
      if (id !== undefined) this.#changed.add(id);
    }
    this.told();
  }
}

function add(index: Map<string, Set<Tab>>, key: string, tab: Tab): void {
  index.set(key, (index.get(key) ?? new Set()).add(tab));
}

function remove(index: Map<string, Set<Tab>>, key: string, tab: Tab): void {
  const tabs = index.get(key);
  tabs?.delete(tab);
  if (tabs?.size === 0) index.delete(key);
}
