import type { AvatarColor } from "../vocabulary.ts";
import type { Member } from "../core/actor.ts";

/** The texts of a task that somebody may be writing. */
export const writables = ["title", "description", "comment"] as const;
export type Writable = (typeof writables)[number];

/** Somebody who has a task open. */
export interface Present {
  /** Their profile's id. */
  id: string;
  name: string;
  color: AvatarColor | null;
  writing: readonly Writable[];
}

/** What one of somebody's tabs shows. */
export interface Place {
  /** As the tab calls itself. */
  tab: string;
  taskId: string;
  writing: Writable | null;
}

/** How long somebody is there whose tab says no more that it is open, in milliseconds. It does every 10 seconds. */
const STAYS_MS = 25_000;
/** How long somebody is there whose stream has ended, for another one to begin in its place, in milliseconds. */
const BREAKS_MS = 5_000;

/** How many tabs are known: of one session, and in all. Of more the one goes that said so longest ago. */
const MOST_OF_SESSION = 20;
const MOST = 10_000;

/** A stream that has ended: the tab that held it, if it said which, and whether its session has none since. */
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
  /** When it came to the task, and when it said last that it is there. */
  came: number;
  at: number;
}

/** What a tab said, as processes on one database tell each other: where it is, or only that it left. */
export type Said = Tab | Pick<Tab, "key" | "at">;

/**
 * Who has which task open, and what they write there, as their tabs say it: in memory and for seconds, since nobody needs
 * it for longer. Who may know of it is asked by whoever tells it.
 */
export class Presence {
  #tabs = new Map<string, Tab>();
  /** The tabs of which this process heard last. */
  #own = new Set<string>();
  /** When tabs left that were known. */
  #left = new Map<string, number>();
  #ofTask = new Map<string, Set<Tab>>();
  #ofSession = new Map<string, Set<Tab>>();
  #changed = new Set<string>();
  #breaks: Break[] = [];

  /**
   * @param now the time, in milliseconds
   * @param told that there is something in `takeChanged`
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

  /** That a tab shows no task any more. */
  leave({ credential }: Member, tab: string): void {
    this.#leave(`${credential.id} ${tab}`);
  }

  /** That some people aren't to be at some tasks any more: they don't see them. */
  end(those: readonly { taskId: string; profileId: string }[]): void {
    for (const { taskId, profileId } of those) {
      for (const { key, profile } of this.#ofTask.get(taskId) ?? []) {
        if (profile.id === profileId) this.#leave(key);
      }
    }
  }

  /** That a session has ended for somebody. */
  endSession({ credential, profile: { id } }: Member): void {
    for (const { key, profile } of this.#ofSession.get(credential.id) ?? []) {
      if (profile.id === id) this.#leave(key);
    }
  }

  /**
   * That a stream has ended: unless it begins again, the tab that held it isn't there, and where its browser has no
   * other one, neither are those that heard by it. Whichever says something since is.
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

  /** What was said to this process alone, for others on the same database. */
  said(): Said[] {
    return [...this.#own].flatMap((key) => {
      const left = this.#left.get(key);
      return this.#tabs.get(key) ?? (left === undefined ? [] : { key, at: left });
    });
  }

  /** Takes what was said to another process: of two things that a tab said the later one counts. */
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

  /** Who is at a task, each once, whoever came first first. @param but the profile that asks */
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

  /** The profiles of whoever has a task open. */
  whoIsAt(taskId: string): Set<string> {
    return new Set([...this.#ofTask.get(taskId) ?? []].map(({ profile }) => profile.id));
  }

  /** Who is at which task, as they are known. @param taskIds those that are asked for; all where it isn't said */
  everybody(taskIds: Iterable<string> = this.#ofTask.keys()) {
    return [...taskIds].flatMap((taskId) =>
      [...this.whoIsAt(taskId)].map((profileId) => ({ taskId, profileId }))
    );
  }

  /** The tasks at which somebody came, left or wrote since this was asked last. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Forgets the tabs that say no more that they are open, and those whose streams didn't begin again. */
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

  /** When a tab said something last, here or elsewhere. */
  #saidAt(key: string): number {
    return this.#tabs.get(key)?.at ?? this.#left.get(key) ?? -Infinity;
  }

  /** Now, but after what the tab said last, by whichever clock. */
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

  /** Forgets a tab, and that others may still hear of it. */
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
