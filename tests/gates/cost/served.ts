import process from "node:process";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { openDatabase } from "../../../server/database/open.ts";
import { makeDeps } from "../../../server/deps.ts";
import { CachedReads } from "../../../server/database/read_cache.ts";
import { Caches } from "../../../server/domain/core/caches.ts";
import { TextEtags } from "../../../server/http/etag.ts";
import { GzipPieces } from "../../../server/http/gzip_pieces.ts";
import { makeLimits } from "../../../server/http/limits.ts";
import { Log } from "../../../server/http/log.ts";
import { Listener } from "../../../server/listen.ts";
import { PageMemory } from "../../../views/page_memory.ts";
import { testOrigin } from "../../support/world.ts";
import { UndoingDatabase } from "../support/undoing.ts";

/**
 * A server in its own process that undoes each write, so that every request has the same data, and that reports the
 * cost of the requests since the last report: `GET /taken`. Each report empties the caches. Its argument is the
 * database's URL.
 */

/** The cost of requests. Times are the process's processor time in milliseconds, as on an idle machine. */
export interface Taken {
  processor: number;
  /** The longest time in which the server couldn't respond to other requests. */
  block: number;
  /** The maximum memory since the last report, in bytes. */
  memory: number;
  /** The slowdown of the same work compared with an idle machine, at the end. */
  pace: number;
}

const TICK_MS = 5;
/** Shorter times are within all limits, however slow the machine is. */
const LITTLE = { processor: 90, block: 45 };
/** The processor time to process `work` once on an idle machine. */
const QUIET_MS = 1.6;
/** The number of times it is processed, because a single time can include the collection of a request's garbage. */
const PACE_TIMES = 8;

/** A database that undoes writes and caches no reads between requests. */
class ColdDatabase extends UndoingDatabase {
  override undoes = true;
  override cachedReads = (): CachedReads => new CachedReads();
  override latestReads = (): CachedReads => new CachedReads();
}

async function serve(databaseUrl: string): Promise<void> {
  const config = readConfig({ BACKLOG_ORIGIN: testOrigin, BACKLOG_SIGNUP: "open" });
  const database = new ColdDatabase(await openDatabase(databaseUrl));
  const deps = await makeDeps(config, database, new Log("json", () => {}));
  deps.limits = makeLimits(1_000_000, 1_000_000, 1_000_000);
  deps.logError = (error) => console.log(error);
  const { fetch } = createApp(deps);
  const gauge = new Gauge();
  const { sidebars, formats } = deps.memory;
  const forget = () =>
    Object.assign(deps, {
      memory: Object.assign(new PageMemory(), { sidebars, formats }),
      pieces: new GzipPieces(),
      etags: new TextEtags(),
      caches: new Caches(),
    });
  const listener = new Listener({ port: 0, host: "127.0.0.1" }, (request, info) => {
    if (!request.url.endsWith("/taken")) return fetch(request, info);
    forget();
    return Response.json(gauge.report());
  }, console.log);
  console.log(`listens on http://127.0.0.1:${listener.port}`);
}

/** A text to process, similar to a response. */
const work = JSON.stringify(
  Array.from({ length: 4_000 }, (_, n) => ({ id: `task_${n}`, title: "W".repeat(n % 60), n })),
);

/** Observes the process. */
class Gauge {
  #last = this.#now();
  #start = this.#last;
  #block = 0;
  #memory = 0;

  constructor() {
    for (let times = 0; times < 10; times++) this.#pace();
    setInterval(() => this.#look(), TICK_MS);
  }

  report(): Taken {
    this.#look();
    const processor = this.#last.processor - this.#start.processor;
    const isLittle = processor < LITTLE.processor && this.#block < LITTLE.block;
    const pace = isLittle ? 1 : this.#pace();
    const taken = {
      processor: processor / pace,
      block: this.#block / pace,
      memory: this.#memory,
      pace,
    };
    [this.#start, this.#block, this.#memory] = [this.#now(), 0, Deno.memoryUsage().rss];
    return taken;
  }

  /**
   * Returns the shorter of both times, because the clock also counts other processes, and processor time counts other
   * threads.
   */
  #look(): void {
    const now = this.#now();
    const { clock, processor } = this.#last;
    this.#block = Math.max(this.#block, Math.min(now.clock - clock, now.processor - processor));
    this.#memory = Math.max(this.#memory, Deno.memoryUsage().rss);
    this.#last = now;
  }

  /** Returns the current slowdown of the same work compared with an idle machine. */
  #pace(): number {
    const before = this.#now().processor;
    for (let times = 0; times < PACE_TIMES; times++) {
      JSON.stringify(JSON.parse(work)).replace(/[<>&"]/g, "x");
    }
    return Math.max(1, (this.#now().processor - before) / PACE_TIMES / QUIET_MS);
  }

  #now() {
    const { user, system } = process.cpuUsage();
    return { clock: performance.now(), processor: (user + system) / 1000 };
  }
}

if (import.meta.main) await serve(Deno.args[0]!);
