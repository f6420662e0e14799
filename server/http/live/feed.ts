import type { Member } from "../../domain/core/actor.ts";
import { Unauthenticated } from "../../domain/core/errors.ts";
import type { ReadContext, Services } from "../../domain/core/operation.ts";
import { minuteOf } from "../../domain/core/minute.ts";
import { NewsLog, type PendingNews } from "../../domain/live/news_log.ts";
import { Presence } from "../../domain/live/presence.ts";
import { readEndedSnoozes } from "../../domain/inbox/ended_snoozes.ts";
import type { Numbers } from "../../domain/live/read_news.ts";
import { readPointsKey } from "../../domain/live/secret.ts";
import { readTaskPlaces, readWithoutAccess } from "../../domain/live/task_places.ts";
import { canReceive, looksOf, type News } from "../../domain/live/topics.ts";
import type { Authenticated } from "../../domain/sessions/authenticate.ts";
import { readWhyOut } from "../../domain/visibility/why_out.ts";
import { Busy } from "../errors.ts";
import { Points } from "./points.ts";
import { makeRoom, MOST_IN_ALL, requireFewStreams } from "./few_streams.ts";
import { SharedPresence } from "./shared_presence.ts";
import { EventStream, EVERYTHING } from "./stream.ts";
import { topicsFor } from "./tellings.ts";

/** How long commits of this process are gathered, and how often it is looked for those of others, in milliseconds. */
const GATHERS_MS = 20;
const LOOKS_EVERY_MS = 400;
/** How long a telling is rested from for each who listens, up to a look at others' commits: telling many costs as much. */
const RESTS_MS = 0.5;
/** How often every stream says that it is there, and is looked at anew, in milliseconds. */
const BEATS_EVERY_MS = 20_000;

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
  /** How far they have heard. */
  heard: Numbers;
}

/**
 * Tells whoever has a page open what there is news of, and never anything that they may not see. One reader for all of a
 * process, which reads only while somebody listens.
 */
export class LiveFeed {
  readonly listening = new Set<Listening>();
  readonly #log: NewsLog;
  #points: Points | undefined;
  /** Up to which minute it was told whose snoozes have ended. */
  #minute = 0;
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

  /** @param most the number of streams in all */
  constructor(private readonly services: Services, private readonly most = MOST_IN_ALL) {
    this.#log = new NewsLog(services);
    this.presence = new Presence(() => services.clock().getTime(), () => {
      this.wake();
      this.#shared.changed();
    });
    this.#shared = new SharedPresence(services, this.presence);
  }

  /** How far there is something to hear for somebody, as pages say it. What a page shows is read after this. */
  async newest(member: Member): Promise<string> {
    const [points] = await Promise.all([this.#pointsKnown(), this.#log.read()]);
    return points.spelled({
      heard: this.#log.heardBy(member),
      minute: minuteOf(this.services.clock()),
    });
  }

  /** That something was committed here, or somebody came to a task, left or wrote. */
  wake(): void {
    if (this.listening.size === 0) return void this.presence.takeChanged();
    const rest = Math.min(this.listening.size * RESTS_MS, LOOKS_EVERY_MS);
    this.#woken ??= setTimeout(() => {
      this.#woken = undefined;
      void this.look();
    }, Math.max(GATHERS_MS, this.#toldAt + rest - performance.now()));
  }

  /**
   * Opens a stream.
   * @param since how far its listener has heard already
   * @throws what `requireFewStreams` and `makeRoom` throw
   */
  async open(listener: Listener, since: string | undefined): Promise<EventStream["body"]> {
    const session = listener.member.credential.id;
    requireFewStreams(this.listening, listener.member);
    if (this.#closed) throw new Busy();
    makeRoom(this.listening, listener.member, this.most);
    const stream = new EventStream(() => this.#left(one));
    const one: Listening = { ...listener, stream, heard: { activity: 0, other: 0 } };
    if (this.listening.size === 0) this.#begin();
    this.listening.add(one);
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
    for (const { stream } of [...this.listening]) stream.end("stopped");
  }

  /** Reads what is new, and tells it. What comes meanwhile is read right after. */
  look(): Promise<void> {
    this.#again = true;
    return this.#looking ??= this.#lookAll().finally(() => this.#looking = undefined);
  }

  /** Sees to it that each stream says that it is there, and ends those of sessions that have ended by themselves. */
  async beat(): Promise<void> {
    for (const one of [...this.listening]) {
      await this.#find(one);
      one.stream.beat(this.#pointOf(one));
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

  async #pointsKnown(): Promise<Points> {
    return this.#points ??= new Points(await readPointsKey(this.#context()));
  }

  #pointOf({ heard }: Listening): string {
    return this.#points!.spelled({ heard, minute: this.#minute });
  }

  #begin(): void {
    this.presence.sweep();
    this.#minute = minuteOf(this.services.clock());
    const attempt = (run: () => Promise<void>) => () => void run().catch(this.services.logError);
    void attempt(() => this.#shared.begin())();
    this.#timers = [
      setInterval(() => {
        void attempt(() => this.keepPresence())();
        const isLater = minuteOf(this.services.clock()) > this.#minute;
        if (isLater || this.#log.isOld()) void this.look();
      }, LOOKS_EVERY_MS),
      setInterval(attempt(() => this.beat()), BEATS_EVERY_MS),
    ];
  }

  #left(one: Listening): void {
    this.listening.delete(one);
    const session = one.member.credential.id;
    const hears = [...this.listening].some(({ member }) => member.credential.id === session);
    this.presence.breakOff(session, one.tab, !hears);
    if (this.listening.size > 0) return;
    for (const timer of [...this.#timers, this.#woken]) clearTimeout(timer);
    this.#timers = [];
    this.#woken = undefined;
    this.#log.collect(false);
  }

  async #lookAll(): Promise<void> {
    while (this.#again && this.listening.size > 0) {
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
    const changed = this.presence.takeChanged();
    // Before who may see what, which is never older then
    const places = changed.length > 0 ? await readTaskPlaces(context, changed) : [];
    const minute = minuteOf(context.now);
    const members = [...this.listening].map(({ member }) => member);
    const ended = await readEndedSnoozes(context, members, this.#minute);
    await this.#log.read();
    const toTell = this.#log.take();
    toTell.news.push(...ended);
    this.#minute = minute;
    // What is read meanwhile is told after this
    for (const one of this.listening) one.heard = this.#log.heardBy(one.member);
    try {
      await this.#tellAll(context, toTell);
    } catch (error) {
      this.#log.giveBack(toTell);
      throw error;
    }
    for (const place of places) this.#tellOfPresence(place);
    this.#toldAt = performance.now();
  }

  async #tellAll(context: ReadContext, toTell: PendingNews): Promise<void> {
    this.#shared.hear(toTell.presences);
    await this.#endUnseen(context, toTell);
    await this.#lookAtListeners(toTell);
    const topicsOf = topicsFor(toTell.news);
    for (const one of this.listening) {
      const topics = topicsOf(one.member);
      if (topics.length > 0) one.stream.tell({ seq: this.#pointOf(one), topics });
    }
  }

  /** Has the pages of those who have a task open ask anew who is there: nobody else needs to know. */
  #tellOfPresence(place: News & { taskId: string }): void {
    const there = this.presence.whoIsAt(place.taskId);
    for (const { member, stream } of this.listening) {
      if (there.has(member.profile.id) && canReceive(member, place)) stream.tellHere(place.taskId);
    }
  }

  /** Whoever has a task open that is out of their sight by now isn't there any more. */
  async #endUnseen(context: ReadContext, { news, sights }: PendingNews): Promise<void> {
    const changed = news.flatMap(({ topic }) => topic.startsWith("task:") ? topic.slice(5) : []);
    const all = this.presence.everybody(sights.size > 0 ? undefined : new Set(changed));
    this.presence.end(await readWithoutAccess(context, all));
  }

  /** Finds out who it is by now that listens, before anything is told that they may not hear any more. */
  async #lookAtListeners({ sights, sessions }: PendingNews): Promise<void> {
    const now = this.services.clock().toISOString();
    for (const one of [...this.listening]) {
      const { member, expiresAt } = one;
      const concerned = sights.has(member.workspace.id) || sessions.has(member.credential.id) ||
        (expiresAt !== undefined && expiresAt <= now);
      if (concerned) await this.#find(one);
    }
  }

  async #find(one: Listening): Promise<void> {
    const before = one.member;
    try {
      const { member, expiresAt } = await one.again();
      if (member?.profile.id !== before.profile.id) {
        this.presence.endSession(before);
        const out = await readWhyOut(this.#context(), before.userId, before.workspace.id);
        return one.stream.end("elsewhere", out?.words);
      }
      Object.assign(one, { member, expiresAt });
      if (looksOf(member) === looksOf(before)) return;
      one.heard = this.#log.heardBy(member);
      one.stream.tell({ seq: this.#pointOf(one), topics: [EVERYTHING] });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      this.presence.endSession(before);
      one.stream.end("ended");
    }
  }

  /** Tells a new listener what there was since they last heard. */
  async #greet(one: Listening, since: string | undefined): Promise<void> {
    const { member, stream } = one;
    const points = await this.#pointsKnown();
    await this.#log.read();
    if (this.listening.has(one)) this.#log.collect(true);
    one.heard = this.#log.heardBy(member);
    const point = points.read(since ?? "");
    const known = point && this.#log.knows(point.heard) ? point : null;
    const { news, heard } = known
      ? await this.#log.since(member, known.heard)
      : { news: null, heard: one.heard };
    if (known) news?.push(...await readEndedSnoozes(this.#context(), [member], known.minute));
    const seq = points.spelled({ heard, minute: this.#minute });
    stream.beat(seq);
    if (since === undefined) return;
    const topics = news === null ? [EVERYTHING] as const : topicsFor(news)(member);
    if (topics.length > 0) stream.tell({ seq, topics });
  }
}
