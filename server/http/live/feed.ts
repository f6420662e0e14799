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

/** How long this process collects commits, and how often it checks for those of others, in milliseconds. */
const GATHERS_MS = 20;
const LOOKS_EVERY_MS = 400;
/** The pause after sending news, in milliseconds per listener, up to `LOOKS_EVERY_MS`. Sending takes as long. */
const RESTS_MS = 0.5;
/** How often every stream sends a heartbeat and is checked again, in milliseconds. */
const BEATS_EVERY_MS = 20_000;

/** A listener, and how to authenticate them again. */
export interface Listener {
  member: Member;
  expiresAt: string | undefined;
  /** The ID of the listening tab, which it chose itself. */
  tab: string | undefined;
  /** @throws Unauthenticated if the session has ended */
  again(): Promise<Authenticated>;
}

interface Listening extends Listener {
  stream: EventStream;
  /** The last news that they received. */
  heard: Numbers;
}

/**
 * Tells open pages about news that their readers can see. Each process has one feed, which reads only while someone
 * listens.
 */
export class LiveFeed {
  readonly listening = new Set<Listening>();
  readonly #log: NewsLog;
  #points: Points | undefined;
  /** The last minute for which ended snoozes were sent. */
  #minute = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #woken: ReturnType<typeof setTimeout> | undefined;
  /** In milliseconds of `performance.now`. */
  #toldAt = -Infinity;
  #looking: Promise<void> | undefined;
  #again = false;
  #closed = false;
  /** The people who have a task open. */
  readonly presence: Presence;
  readonly #shared: SharedPresence;

  /** @param most the maximum number of streams */
  constructor(private readonly services: Services, private readonly most = MOST_IN_ALL) {
    this.#log = new NewsLog(services);
    this.presence = new Presence(() => services.clock().getTime(), () => {
      this.wake();
      this.#shared.changed();
    });
    this.#shared = new SharedPresence(services, this.presence);
  }

  /** Returns the member's current position, in the form that pages use. A page reads its data after this. */
  async newest(member: Member): Promise<string> {
    const [points] = await Promise.all([this.#pointsKnown(), this.#log.read()]);
    return points.spelled({
      heard: this.#log.heardBy(member),
      minute: minuteOf(this.services.clock()),
    });
  }

  /** Handles a commit in this process, or a change of presence. */
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
   * @param since the listener's last position
   * @throws errors of `requireFewStreams` and `makeRoom`
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

  /** Ends every stream when the server stops. */
  close(): void {
    this.#closed = true;
    for (const { stream } of [...this.listening]) stream.end("stopped");
  }

  /** Reads and sends news. News that arrives during this is read immediately afterwards. */
  look(): Promise<void> {
    this.#again = true;
    return this.#looking ??= this.#lookAll().finally(() => this.#looking = undefined);
  }

  /** Sends a heartbeat to each stream, and ends those whose sessions have expired. */
  async beat(): Promise<void> {
    for (const one of [...this.listening]) {
      await this.#find(one);
      one.stream.beat(this.#pointOf(one));
    }
  }

  /** Removes people who have left, and shares the presence with other processes. */
  async keepPresence(): Promise<void> {
    this.presence.sweep();
    await this.#shared.tick();
  }

  /** Returns a context without an actor, because the reads are for all listeners. */
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
        // The next look starts from the same position
        this.services.logError(error);
      }
    }
  }

  async #lookOnce(): Promise<void> {
    const context = this.#context();
    const changed = this.presence.takeChanged();
    // Read before visibility, which is then never older
    const places = changed.length > 0 ? await readTaskPlaces(context, changed) : [];
    const minute = minuteOf(context.now);
    const members = [...this.listening].map(({ member }) => member);
    const ended = await readEndedSnoozes(context, members, this.#minute);
    await this.#log.read();
    const toTell = this.#log.take();
    toTell.news.push(...ended);
    this.#minute = minute;
    // News that arrives during this is sent afterwards
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

  /** Makes the pages of people with a task open refresh its presence. No other page shows it. */
  #tellOfPresence(place: News & { taskId: string }): void {
    const there = this.presence.whoIsAt(place.taskId);
    for (const { member, stream } of this.listening) {
      if (there.has(member.profile.id) && canReceive(member, place)) stream.tellHere(place.taskId);
    }
  }

  /** Removes people from tasks that they can no longer see. */
  async #endUnseen(context: ReadContext, { news, sights }: PendingNews): Promise<void> {
    const changed = news.flatMap(({ topic }) => topic.startsWith("task:") ? topic.slice(5) : []);
    const all = this.presence.everybody(sights.size > 0 ? undefined : new Set(changed));
    this.presence.end(await readWithoutAccess(context, all));
  }

  /** Authenticates listeners again before they get news that they can no longer see. */
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

  /** Sends a new listener the news since their last position. */
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
