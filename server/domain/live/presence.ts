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

/** A tab's last report, which processes on one database tell each other. */
export type Said = Tab | Left;

/**
 * Who has which task open, and what they write there, as their tabs say it: in memory and for seconds, since nobody needs
 * it for longer. Who may know of it is asked by whoever tells it.
 */
export class Presence {
  /** By the order of their reports. Tabs that left stay for a while, because other processes must hear of it. */
  #tabs = new Map<string, Said>();
  /** The tabs of which this process heard last. */
  #own = new Set<string>();
  #ofTask = new Map<string, Set<Tab>>();
  #ofSession = new Map<string, Set<Said>>();
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
    const before = placeOf(this.#tabs.get(key));
    const at = this.#after(key);
    const came = before?.taskId === place.taskId ? before.came : at;
    this.#put({ ...place, key, profile: { id, name, color }, came, at });
    this.#own.add(key);
  }

  /** That a tab shows no task any more. */
  leave({ credential }: Member, tab: string): void {
    this.#leave(`${credential.id} ${tab}`);
  }

  /** That some people aren't to be at some tasks any more: they don't see them. */
  end(those: readonly { taskId: string; profileId: string }[]): void {
    for (const { taskId, profileId } of those) {
      for (const { key, profile } of [...this.#ofTask.get(taskId) ?? []]) {
        if (profile.id === profileId) this.#leave(key);
      }
    }
  }

  /** That a session has ended for somebody. */
  endSession({ credential, profile: { id } }: Member): void {
    for (const one of [...this.#ofSession.get(credential.id) ?? []]) {
      if (placeOf(one)?.profile.id === id) this.#leave(one.key);
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
    return [...this.#own].map((key) => this.#tabs.get(key)!);
  }

  /** Takes what was said to another process: of two things that a tab said the later one counts. */
  merge(said: readonly Said[]): void {
    for (const one of said) {
      const { key, at } = one;
      if (at <= this.#saidAt(key) || at + STAYS_MS <= this.now()) continue;
      this.#own.delete(key);
      this.#put(one);
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
      for (const one of [...this.#ofSession.get(session) ?? []]) {
        const isTheirs = isSilent || one.key === `${session} ${tab}`;
        if (isTheirs && one.at <= at) this.#leave(one.key);
      }
    }
    for (const [key, { at }] of this.#tabs) {
      if (at + STAYS_MS <= now) this.#forget(key);
    }
  }

  /** When a tab said something last, here or elsewhere. */
  #saidAt(key: string): number {
    return this.#tabs.get(key)?.at ?? -Infinity;
  }

  /** Now, but after what the tab said last, by whichever clock. */
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

  /** Forgets what is too much or too old. Nobody else does while nobody listens. */
  #makeRoom(session: string): void {
    const own = [...this.#ofSession.get(session) ?? []];
    for (const { key } of own.slice(0, -MOST_OF_SESSION)) this.#forget(key);
    for (const { key, at } of this.#tabs.values()) {
      if (this.#tabs.size <= MOST && at + STAYS_MS > this.now()) break;
      this.#forget(key);
    }
  }

  /** Notes that a tab left its task. */
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
