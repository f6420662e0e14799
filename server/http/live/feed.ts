import type { Member } from "../../domain/core/actor.ts";
import { TooMany, Unauthenticated } from "../../domain/core/errors.ts";
import type { ReadContext, Services } from "../../domain/core/operation.ts";
import { type Batch, type Point, readNewest, readNews } from "../../domain/live/read_news.ts";
import { minuteOf } from "../../domain/core/minute.ts";
import { Presence } from "../../domain/live/presence.ts";
import { readEndedSnoozes } from "../../domain/inbox/ended_snoozes.ts";
import { readTaskPlaces, readWhoSeesNot } from "../../domain/live/task_places.ts";
import { mayHear, type News } from "../../domain/live/topics.ts";
import type { Authenticated } from "../../domain/sessions/authenticate.ts";
import { Busy } from "../errors.ts";
import { pointOf, spelled } from "./points.ts";
import { SharedPresence } from "./shared_presence.ts";
import { EventStream, EVERYTHING } from "./stream.ts";
import { looksOf, tellsOf } from "./tellings.ts";

/** How long commits of this process are gathered, and how often it is looked for those of others, in milliseconds. */
const GATHERS_MS = 20;
const LOOKS_EVERY_MS = 400;
/** How long a telling is rested from for each who listens, up to a look at others' commits: telling many costs as much. */
const RESTS_MS = 0.5;
/** How often every stream says that it is there, and is looked at anew, in milliseconds. */
const BEATS_EVERY_MS = 20_000;

/** How many streams there may be: of one session, as a browser has connections, and in all. */
const MOST_OF_SESSION = 6;
const MOST = 2_000;

/** Who listens: how they are found again, as they are by then. */
export interface Listener {
  member: Member;
  expiresAt: string | undefined;
  /** The tab that listens, as it calls itself. */
  tab: string | undefined;
  /** @throws Unauthenticated once their session has ended */
  again(): Promise<Authenticated>;
}

interface Listening extends Listener {
  stream: EventStream;
}

/**
 * Tells whoever has a page open what there is news of, and never anything that they may not see. One reader for all of a
 * process, which reads only while somebody listens.
 */
export class LiveFeed {
  #listening = new Set<Listening>();
  #at: Point | undefined;
  #reads: unknown;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #woken: ReturnType<typeof setTimeout> | undefined;
  /** In milliseconds of `performance.now`. */
  #toldAt = -Infinity;
  #looking: Promise<void> | undefined;
  #again = false;
  #closed = false;
  /** Who has which task open. */
  readonly presence: Presence;
  readonly #shared: SharedPresence;

  constructor(private readonly services: Services) {
    this.presence = new Presence(() => services.clock().getTime(), () => {
      this.wake();
      this.#shared.changed();
    });
    this.#shared = new SharedPresence(services, this.presence);
  }

  /** How far there is something to hear, as pages say it. What a page shows is read after this. */
  async newest(): Promise<string> {
    const { database, clock } = this.services;
    const newest = await database.cachedRead("live", () => readNewest(this.#context()));
    return spelled({ ...newest, minute: minuteOf(clock()) });
  }

  /** That something was committed here, or somebody came to a task, left or wrote. */
  wake(): void {
    if (this.#listening.size === 0) return;
    const rest = Math.min(this.#listening.size * RESTS_MS, LOOKS_EVERY_MS);
    this.#woken ??= setTimeout(() => {
      this.#woken = undefined;
      void this.look();
    }, Math.max(GATHERS_MS, this.#toldAt + rest - performance.now()));
  }

  /**
   * Opens a stream.
   * @param since how far its listener has heard already; undefined where they have heard nothing
   * @throws TooMany where their session has as many as a browser has connections; Busy where all have too many
   */
  async open(listener: Listener, since: string | undefined): Promise<EventStream["body"]> {
    const session = listener.member.credential.id;
    const same = [...this.#listening].filter(({ member }) => member.credential.id === session);
    if (same.length >= MOST_OF_SESSION) {
      const hint = "Close one of them, or listen again in a moment.";
      throw new TooMany("This session listens as often as it may.", 30, {
        code: "too_many_streams",
        hint,
      });
    }
    if (this.#closed || this.#listening.size >= MOST) throw new Busy();
    const stream = new EventStream(() => this.#left(one));
    const one: Listening = { ...listener, stream };
    if (this.#listening.size === 0) this.#begin();
    this.#listening.add(one);
    this.presence.goOn(session, listener.tab);
    try {
      await this.#greet(one, since);
    } catch (error) {
      stream.end("stopped");
      throw error;
    }
    return stream.body;
  }

  /** Ends every stream: the server stops. */
  close(): void {
    this.#closed = true;
    for (const { stream } of [...this.#listening]) stream.end("stopped");
  }

  /** Reads what is new, and tells it. What comes meanwhile is read right after. */
  look(): Promise<void> {
    this.#again = true;
    return this.#looking ??= this.#lookAll().finally(() => this.#looking = undefined);
  }

  /** Sees to it that each stream says that it is there, and ends those of sessions that have ended by themselves. */
  async beat(): Promise<void> {
    if (!this.#at) return;
    const seq = spelled(this.#at);
    for (const one of [...this.#listening]) {
      await this.#find(one, seq);
      one.stream.beat(seq);
    }
  }

  /** Forgets who isn't there any more, and tells other processes who is. */
  async keepPresence(): Promise<void> {
    this.presence.sweep();
    await this.#shared.tick();
  }

  /** What is read for all is nobody's. */
  #context(): ReadContext {
    const { database, clock } = this.services;
    return { actor: undefined, db: database.read, now: clock(), services: this.services };
  }

  #begin(): void {
    const attempt = (run: () => Promise<void>) => () => void run().catch(this.services.logError);
    void attempt(() => this.#shared.begin())();
    this.#timers = [
      setInterval(() => {
        void attempt(() => this.keepPresence())();
        const { minute = Infinity } = this.#at ?? {};
        if (this.#isOld() || minuteOf(this.services.clock()) > minute) void this.look();
      }, LOOKS_EVERY_MS),
      setInterval(attempt(() => this.beat()), BEATS_EVERY_MS),
    ];
  }

  #left(one: Listening): void {
    this.#listening.delete(one);
    const session = one.member.credential.id;
    const hears = [...this.#listening].some(({ member }) => member.credential.id === session);
    this.presence.breakOff(session, one.tab, !hears);
    if (this.#listening.size > 0) return;
    for (const timer of [...this.#timers, this.#woken]) clearTimeout(timer);
    this.#timers = [];
    this.#woken = undefined;
    this.#at = undefined;
  }

  /** Whether anything was committed, as far as can be told without asking far away. */
  #isOld(): boolean {
    const reads = this.services.database.cachedReads();
    const old = reads !== this.#reads;
    this.#reads = reads;
    return old;
  }

  async #lookAll(): Promise<void> {
    while (this.#again && this.#listening.size > 0) {
      this.#again = false;
      try {
        await this.#lookOnce();
      } catch (error) {
        // The next look begins where this one did
        this.services.logError(error);
      }
    }
  }

  async #lookOnce(): Promise<void> {
    const context = this.#context();
    const from = this.#at ??= await readNewest(context);
    const changed = this.presence.takeChanged();
    // Before who may see what, which is never older then
    const places = changed.length > 0 ? await readTaskPlaces(context, changed) : [];
    const batch = await readNews(context, from);
    this.#shared.hear(batch.presences);
    await this.#endUnseen(context, batch);
    const members = [...this.#listening].map(({ member }) => member);
    batch.news?.push(...await readEndedSnoozes(context, members, from.minute));
    await this.#lookAtListeners(batch);
    const tell = tellsOf(batch);
    for (const { member, stream } of this.#listening) {
      const told = tell(member);
      if (told) stream.tell(told.told, told.bytes);
    }
    for (const place of places) this.#tellOfPresence(place);
    this.#at = batch.to;
    this.#toldAt = performance.now();
  }

  /** Has the pages of those who have a task open ask anew who is there: nobody else needs to know. */
  #tellOfPresence(place: News & { taskId: string }): void {
    const there = this.presence.whoIsAt(place.taskId);
    for (const { member, stream } of this.#listening) {
      if (there.has(member.profile.id) && mayHear(member, place)) stream.tellHere(place.taskId);
    }
  }

  /** Whoever has a task open that is out of their sight by now isn't there any more. */
  async #endUnseen(context: ReadContext, { news, sights }: Batch): Promise<void> {
    const changed = news?.flatMap(({ topic }) => topic.startsWith("task:") ? topic.slice(5) : []);
    const all = this.presence.everybody(sights.length > 0 ? undefined : new Set(changed));
    this.presence.end(await readWhoSeesNot(context, all));
  }

  /** Finds out who it is by now that listens, before anything is told that they may not hear any more. */
  async #lookAtListeners({ to, news, sights, sessions }: Batch): Promise<void> {
    const now = this.services.clock().toISOString();
    for (const one of [...this.#listening]) {
      const { member, expiresAt } = one;
      const concerned = news === null || sights.includes(member.workspace.id) ||
        sessions.includes(member.credential.id) || (expiresAt !== undefined && expiresAt <= now);
      if (concerned) await this.#find(one, spelled(to));
    }
  }

  /** @param seq how far it is heard, where they see something else by now */
  async #find(one: Listening, seq: string): Promise<void> {
    const before = one.member;
    try {
      const { member, expiresAt } = await one.again();
      if (member?.profile.id !== before.profile.id) {
        this.presence.endSession(before);
        return one.stream.end("elsewhere");
      }
      Object.assign(one, { member, expiresAt });
      if (looksOf(member) === looksOf(before)) return;
      one.stream.tell({ seq, topics: [EVERYTHING] });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      this.presence.endSession(before);
      one.stream.end("ended");
    }
  }

  /** Tells a new listener what there was since they last heard. */
  async #greet({ member, stream }: Listening, since: string | undefined): Promise<void> {
    const context = this.#context();
    const newest = await readNewest(context);
    this.#at ??= newest;
    const from = pointOf(since);
    const known = from && from.activity <= newest.activity && from.other <= newest.other;
    const batch = known ? await readNews(context, from) : null;
    if (known) batch?.news?.push(...await readEndedSnoozes(context, [member], from.minute));
    const told = batch && tellsOf(batch)(member)?.told;
    const unknown = since !== undefined && !known;
    stream.beat(spelled(newest));
    if (unknown) stream.tell({ seq: spelled(newest), topics: [EVERYTHING] });
    else if (told) stream.tell(told);
  }
}
