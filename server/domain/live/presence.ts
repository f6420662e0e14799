import type { Member } from "../core/actor.ts";

/** The texts of a task that somebody may be writing. */
export const writables = ["title", "description", "comment"] as const;
export type Writable = (typeof writables)[number];

/** Somebody who has a task open. */
export interface Present {
  /** Their profile's id. */
  id: string;
  name: string;
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

/** How many tabs are known: of one session, and in all. Of more the one goes that said so longest ago. */
const MOST_OF_SESSION = 20;
const MOST = 10_000;

interface Tab extends Omit<Place, "tab"> {
  key: string;
  session: string;
  profile: Member["profile"];
  /** When it came to the task, and until when it is there unless it says more. */
  came: number;
  until: number;
}

/**
 * Who has which task open, and what they write there, as their tabs say it: in memory and for seconds, since nobody needs
 * it for longer. Who may know of it is asked by whoever tells it.
 */
export class Presence {
  /** The one that said so longest ago first. */
  #tabs = new Map<string, Tab>();
  #ofTask = new Map<string, Set<Tab>>();
  #ofSession = new Map<string, Set<Tab>>();
  #changed = new Set<string>();

  /**
   * @param now the time, in milliseconds
   * @param told that there is something in `takeChanged`
   */
  constructor(private readonly now: () => number, private readonly told: () => void) {}

  /** That a tab shows a task, and still does. */
  enter({ credential, profile }: Member, { tab, ...place }: Place): void {
    const key = `${credential.id} ${tab}`;
    const before = this.#tabs.get(key);
    const now = this.now();
    const came = before?.taskId === place.taskId ? before.came : now;
    const session = credential.id;
    if (before) this.#takeOut(before);
    this.#putIn({ ...place, key, session, profile, came, until: now + STAYS_MS });
    if (before?.taskId !== place.taskId || before.writing !== place.writing) {
      this.#change(before?.taskId, place.taskId);
    }
    this.#makeRoom(session);
  }

  /** That a tab shows no task any more. */
  leave({ credential }: Member, tab: string): void {
    this.#forget(`${credential.id} ${tab}`);
  }

  /** Who is at a task, each once, whoever came first first. @param but the profile that asks */
  othersAt(taskId: string, but: string): Present[] {
    const now = this.now();
    const there = [...this.#ofTask.get(taskId) ?? []]
      .filter(({ until, profile }) => until > now && profile.id !== but)
      .toSorted((a, b) => a.came - b.came);
    const ofEach = Map.groupBy(there, ({ profile }) => profile.id);
    return [...ofEach].map(([id, tabs]) => ({
      id,
      name: tabs.at(-1)!.profile.name,
      writing: writables.filter((text) => tabs.some(({ writing }) => writing === text)),
    }));
  }

  /** The profiles of whoever has a task open. */
  whoIsAt(taskId: string): Set<string> {
    return new Set([...this.#ofTask.get(taskId) ?? []].map(({ profile }) => profile.id));
  }

  /** The tasks at which somebody came, left or wrote since this was asked last. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Forgets the tabs that say no more that they are open. */
  sweep(): void {
    const now = this.now();
    for (const [key, { until }] of this.#tabs) {
      if (until > now) break;
      this.#forget(key);
    }
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

  #forget(key: string): void {
    const tab = this.#tabs.get(key);
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
