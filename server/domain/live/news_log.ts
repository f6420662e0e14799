import type { Member } from "../core/actor.ts";
import type { ReadContext, Services } from "../core/operation.ts";
import type { PresenceRow } from "./presence_rows.ts";
import {
  type Batch,
  hasEntry,
  MOST_AT_ONCE,
  type NumberedNews,
  type Numbers,
  readNewest,
  readNews,
} from "./read_news.ts";
import { canReceive, looksOf, type News, sightOf } from "./topics.ts";

/** The maximum number of stored news, and of people. */
const MOST_NEWS = 5_000;
const MOST_PEOPLE = 20_000;
/** The maximum number of news to read if nobody listens, and before the stored ones for a returning listener. */
const MOST_BEHIND = 2 * MOST_AT_ONCE;

/** The news since the last call. */
export interface PendingNews {
  news: News[];
  /** The workspaces in which someone's visibility might have changed. */
  sights: Set<string>;
  sessions: Set<string>;
  presences: PresenceRow[];
}

/** A person's position, and the turn in which it was found. */
interface Heard extends Numbers {
  turn: number;
}

const nothing = (): PendingNews => ({
  news: [],
  sights: new Set(),
  sessions: new Set(),
  presences: [],
});

/**
 * The log of news, which is read once per process, with each person's position: the newest item that they can see. A
 * position moves only with news that the person can see.
 */
export class NewsLog {
  /** The positions of the first and last stored news. */
  #from: Numbers = { activity: 0, other: 0 };
  #at: Numbers | undefined;
  #news: (NumberedNews & { turn: number })[] = [];
  #turn = 0;
  #ofSight = new Map<string, Heard>();
  /** The positions of personal news, by profile or user ID. */
  #own = new Map<string, Numbers>();
  #looks = new Map<string, string>();
  #toTell: PendingNews | null = null;
  #reads: unknown;
  #now: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(private readonly services: Services) {}

  /** Starts or stops collecting news for `take`. */
  collect(toTell: boolean): void {
    this.#toTell = toTell ? this.#toTell ?? nothing() : null;
  }

  /** Returns whether there might be unread news, as far as known without a request to a remote database. */
  isOld(): boolean {
    return this.services.database.cachedReads() !== this.#reads;
  }

  /** Reads everything committed before this call. Calls during a read share the next one. */
  read(): Promise<void> {
    if (!this.#now && !this.isOld()) return Promise.resolve();
    return this.#next ??= this.#readNext();
  }

  /** Returns the collected news since the last call. */
  take(): PendingNews {
    const toTell = this.#toTell ?? nothing();
    if (this.#toTell) this.#toTell = nothing();
    return toTell;
  }

  /** Adds news that couldn't be sent to the next collection. */
  giveBack(untold: PendingNews): void {
    if (this.#toTell) this.#toTell = both(untold, this.#toTell);
  }

  /** Returns the current position of a person who has received everything. */
  heardBy(member: Member): Numbers {
    const { profile: { id }, userId } = member;
    this.#noteLooks(member);
    const known = [
      this.#heardWith(sightOf(member), member),
      this.#own.get(id),
      this.#own.get(userId),
    ];
    return furthest(known.filter((one) => one !== undefined));
  }

  /** Returns whether the log has reached a position. */
  knows({ activity, other }: Numbers): boolean {
    return this.#at !== undefined && activity <= this.#at.activity && other <= this.#at.other;
  }

  /**
   * Returns the news that a person can see since their position, and their new position.
   * @returns null as the news if there are too many
   */
  async since(member: Member, before: Numbers): Promise<{ news: News[] | null; heard: Numbers }> {
    const heard = this.heardBy(member);
    if (!isBeyond(heard, before)) return { news: [], heard };
    const remembered = this.#news.filter((one) => isBeyond(one, before) && canReceive(member, one));
    const forgotten = isBeyond(this.#from, before) ? await this.#readBefore(member, before) : [];
    return { news: forgotten && [...forgotten, ...remembered], heard };
  }

  async #readNext(): Promise<void> {
    await this.#now?.catch(() => {});
    this.#next = undefined;
    if (this.isOld()) await (this.#now = this.#readAll().finally(() => this.#now = undefined));
  }

  /** Returns a context without an actor, because the news are read for everyone. */
  #context(): ReadContext {
    const { database, clock } = this.services;
    return { actor: undefined, db: database.read, now: clock(), services: this.services };
  }

  async #readAll(): Promise<void> {
    const reads = this.services.database.cachedReads();
    const context = this.#context();
    if (!this.#at) {
      const { activity, other } = await readNewest(context);
      const [from, beside] = [activity, other].map((seq) => Math.max(0, seq - MOST_AT_ONCE));
      this.#from = this.#at = { activity: from!, other: beside! };
    } else if (this.#at.activity > 0 && !await hasEntry(context, this.#at.activity)) {
      await this.#beginAgain(context, this.#at);
    }
    for (let left = MOST_BEHIND;; left -= MOST_AT_ONCE) {
      const batch = await readNews(context, this.#at);
      this.#remember(batch);
      if (!batch.more) break;
      if (left <= 0 && !this.#toTell) {
        this.#from = this.#at = await readNewest(context);
        this.#news = [];
        break;
      }
      await turnOfOthers();
    }
    this.#reads = reads;
  }

  /**
   * Erasing a workspace frees the numbers of its entries, so new entries can have lower numbers than the last one read.
   * So the newest existing entry counts as new, and everyone refreshes their whole page.
   */
  async #beginAgain(context: ReadContext, { other }: Numbers): Promise<void> {
    const { activity } = await readNewest(context);
    this.#from = this.#at = { activity: Math.max(0, activity - MOST_AT_ONCE), other };
    this.#news = [];
    this.#ofSight.clear();
    this.#own.clear();
  }

  #remember({ to, news, sights, sessions, presences }: Batch): void {
    const turn = ++this.#turn;
    this.#at = to;
    for (const one of news) {
      this.#news.push({ ...one, turn });
      if (one.only) this.#heardOwn(one.only, one);
    }
    const forgotten = this.#news.splice(0, Math.max(0, this.#news.length - MOST_NEWS));
    this.#from = furthest([this.#from, ...forgotten]);
    if (!this.#toTell) return;
    this.#toTell = both(this.#toTell, {
      news,
      sights: new Set(sights),
      sessions: new Set(sessions),
      presences,
    });
  }

  #heardOwn(id: string, numbers: Numbers): void {
    keep(this.#own, id, furthest([this.#own.get(id) ?? numbers, numbers]));
  }

  /** A change of visibility refreshes everything, so the person's position is current. */
  #noteLooks(member: Member): void {
    const { id } = member.profile;
    const looks = looksOf(member);
    const before = this.#looks.get(id);
    if (before === looks) return;
    keep(this.#looks, id, looks);
    if (before !== undefined && this.#at) this.#heardOwn(id, this.#at);
  }

  /** Returns the position of everyone with the same visibility. */
  #heardWith(sight: string, member: Member): Numbers {
    const known = this.#ofSight.get(sight) ?? { ...this.#from, turn: 0 };
    if (known.turn === this.#turn) return known;
    const heard: Numbers[] = [known];
    for (let at = this.#news.length - 1; at >= 0 && this.#news[at]!.turn > known.turn; at--) {
      const one = this.#news[at]!;
      if (one.only === undefined && canReceive(member, one)) heard.push(one);
    }
    const { activity, other } = furthest(heard);
    const now = { activity, other, turn: this.#turn };
    keep(this.#ofSight, sight, now);
    return now;
  }

  /** Reads the news before the stored ones. */
  async #readBefore(member: Member, heard: Numbers): Promise<News[] | null> {
    const found: News[] = [];
    let at = heard;
    for (let left = MOST_BEHIND; isBeyond(this.#from, at); left -= MOST_AT_ONCE) {
      if (left <= 0) return null;
      const batch = await readNews(this.#context(), at, { workspaceId: member.workspace.id });
      found.push(...batch.news.filter((one) => canReceive(member, one)));
      if (!batch.more) break;
      at = batch.to;
      await turnOfOthers();
    }
    return found;
  }
}

const both = (one: PendingNews, other: PendingNews): PendingNews => ({
  news: [...one.news, ...other.news],
  sights: one.sights.union(other.sights),
  sessions: one.sessions.union(other.sessions),
  presences: [...one.presences, ...other.presences],
});

/** Returns whether a position is after another one in any number. */
function isBeyond(one: Numbers, other: Numbers): boolean {
  return one.activity > other.activity || one.other > other.other;
}

function furthest(all: readonly Numbers[]): Numbers {
  return {
    activity: Math.max(0, ...all.map(({ activity }) => activity)),
    other: Math.max(0, ...all.map(({ other }) => other)),
  };
}

/** Stores something as the newest, and drops the oldest beyond the maximum. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_PEOPLE && oldest !== undefined) map.delete(oldest);
}

const turnOfOthers = () => new Promise((resolve) => setTimeout(resolve));
