import type { AvatarColor } from "../vocabulary.ts";
import type { Member } from "../core/actor.ts";

/** The texts of a task that someone can edit. */
export const writables = ["title", "description", "comment"] as const;
export type Writable = (typeof writables)[number];

/** A person with a task open. */
export interface Present {
  /** The ID of the person's profile. */
  id: string;
  name: string;
  color: AvatarColor | null;
  writing: readonly Writable[];
}

/** The task and text of a tab. */
export interface Place {
  /** The tab's ID, which it chose itself. */
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

/** A tab that left its task. */
interface Left {
  /** The session and the tab. */
  key: string;
  /** The time of the last report. */
  at: number;
}

/** A tab on a task. */
interface Tab extends Left, Omit<Place, "tab"> {
  profile: Pick<Member["profile"], "id" | "name" | "color">;
  /** The time of the first report at this task. */
  came: number;
}

/** A tab's last report, which processes on one database share. */
export type Said = Tab | Left;

/**
 * Tracks who has which task open and which text they are editing, from their tabs' reports. It is in memory and lasts
 * seconds. Callers check who can see it.
 */
export class Presence {
  /**
   * In the order of their last reports. Tabs that left are kept for a while, because other processes must learn about
   * it.
   */
  #tabs = new Map<string, Said>();
  /** The tabs whose last report came to this process. */
  #own = new Set<string>();
  #ofTask = new Map<string, Set<Tab>>();
  #ofSession = new Map<string, Set<Said>>();
  #changed = new Set<string>();
  #breaks: Break[] = [];

  /**
   * @param now the time, in milliseconds
   * @param told called if `takeChanged` has new results
   */
  constructor(private readonly now: () => number, private readonly told: () => void) {}

  /** Handles a tab's report that it shows a task. */
  enter({ credential, profile: { id, name, color } }: Member, { tab, ...place }: Place): void {
    const key = `${credential.id} ${tab}`;
    const before = placeOf(this.#tabs.get(key));
    const at = this.#after(key);
    const came = before?.taskId === place.taskId ? before.came : at;
    this.#put({ ...place, key, profile: { id, name, color }, came, at });
    this.#own.add(key);
  }

  /** Removes a tab that no longer shows a task. */
  leave({ credential }: Member, tab: string): void {
    this.#leave(`${credential.id} ${tab}`);
  }

  /** Removes people from tasks that they can't see anymore. */
  end(those: readonly { taskId: string; profileId: string }[]): void {
    for (const { taskId, profileId } of those) {
      for (const { key, profile } of [...this.#ofTask.get(taskId) ?? []]) {
        if (profile.id === profileId) this.#leave(key);
      }
    }
  }

  /** Removes the tabs of an ended session. */
  endSession({ credential, profile: { id } }: Member): void {
    for (const one of [...this.#ofSession.get(credential.id) ?? []]) {
      if (placeOf(one)?.profile.id === id) this.#leave(one.key);
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

  /** Handles the start of a stream. */
  goOn(session: string, tab: string | undefined): void {
    this.#breaks = this.#breaks.filter((one) => one.session !== session || one.tab !== tab);
    for (const one of this.#breaks) {
      if (one.session === session) one.isSilent = false;
    }
  }

  /** Returns the reports that this process received, for other processes on the same database. */
  said(): Said[] {
    return [...this.#own].map((key) => this.#tabs.get(key)!);
  }

  /** Adds another process's reports. A tab's latest report counts. */
  merge(said: readonly Said[]): void {
    for (const one of said) {
      const { key, at } = one;
      if (at <= this.#saidAt(key) || at + STAYS_MS <= this.now()) continue;
      this.#own.delete(key);
      this.#put(one);
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
      for (const one of [...this.#ofSession.get(session) ?? []]) {
        const isTheirs = isSilent || one.key === `${session} ${tab}`;
        if (isTheirs && one.at <= at) this.#leave(one.key);
      }
    }
    for (const [key, { at }] of this.#tabs) {
      if (at + STAYS_MS <= now) this.#forget(key);
    }
  }

  /** Returns the time when a tab last reported to any process. */
  #saidAt(key: string): number {
    return this.#tabs.get(key)?.at ?? -Infinity;
  }

  /** Returns the current time, but after the tab's last report by any clock. */
  #after(key: string): number {
    return Math.max(this.now(), this.#saidAt(key) + 1);
  }

  #put(said: Said): void {
    const before = placeOf(this.#tabs.get(said.key));
    const after = placeOf(said);
    this.#takeOut(said.key);
    this.#putIn(said);
    if (before?.taskId !== after?.taskId || before?.writing !== after?.writing) {
      this.#change(before?.taskId, after?.taskId);
    }
    this.#makeRoom(sessionOf(said.key));
  }

  #putIn(said: Said): void {
    this.#tabs.set(said.key, said);
    add(this.#ofSession, sessionOf(said.key), said);
    const place = placeOf(said);
    if (place) add(this.#ofTask, place.taskId, place);
  }

  #takeOut(key: string): void {
    const said = this.#tabs.get(key);
    if (!said) return;
    this.#tabs.delete(key);
    remove(this.#ofSession, sessionOf(key), said);
    const place = placeOf(said);
    if (place) remove(this.#ofTask, place.taskId, place);
  }

  /** Removes tabs beyond the maximum and old ones here, because `sweep` doesn't run while nobody listens. */
  #makeRoom(session: string): void {
    const own = [...this.#ofSession.get(session) ?? []];
    for (const { key } of own.slice(0, -MOST_OF_SESSION)) this.#forget(key);
    for (const { key, at } of this.#tabs.values()) {
      if (this.#tabs.size <= MOST && at + STAYS_MS > this.now()) break;
      this.#forget(key);
    }
  }

  /** Removes a tab, so that others can learn about it. */
  #leave(key: string): void {
    if (!placeOf(this.#tabs.get(key))) return;
    this.#own.add(key);
    this.#put({ key, at: this.#after(key) });
  }

  #forget(key: string): void {
    const place = placeOf(this.#tabs.get(key));
    this.#own.delete(key);
    this.#takeOut(key);
    if (place) this.#change(place.taskId);
  }

  #change(...taskIds: (string | undefined)[]): void {
    for (const id of taskIds) {
      if (id !== undefined) this.#changed.add(id);
    }
    this.told();
  }
}

/** Returns a tab's last report if it is on a task. */
function placeOf(said: Said | undefined): Tab | null {
  return said && "taskId" in said ? said : null;
}

function sessionOf(key: string): string {
  return key.slice(0, key.lastIndexOf(" "));
}

function add<T>(index: Map<string, Set<T>>, key: string, one: T): void {
  index.set(key, (index.get(key) ?? new Set()).add(one));
}

function remove<T>(index: Map<string, Set<T>>, key: string, one: T): void {
  const all = index.get(key);
  all?.delete(one);
  if (all?.size === 0) index.delete(key);
}
