import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import type { Database } from "../../server/database/open.ts";
import type { Deps, Env, LogLine, Site } from "../../server/http/env.ts";
import { basePathOf } from "../../server/http/base_path.ts";
import { TextEtags } from "../../server/http/etag.ts";
import { GzipPieces } from "../../server/http/gzip_pieces.ts";
import { BodyBudget } from "../../server/http/body_budget.ts";
import { Downloads } from "../../server/http/downloads.ts";
import { makeLimits } from "../../server/http/limits.ts";
import { Metrics } from "../../server/http/metrics.ts";
import { Turns } from "../../server/http/turns.ts";
import { UnreadResponses } from "../../server/http/unread.ts";
import { LiveFeed } from "../../server/http/live/feed.ts";
import { PageMemory } from "../../views/page_memory.ts";
import { checkAnswer } from "./answers.ts";
import { sharedAssets } from "./assets.ts";
import { assemble, type Cast, type Person, withEverybody } from "./cast.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** The whole app in a world of its own, asked without a socket. */
export interface TestApp extends AsyncDisposable {
  world: World;
  app: Hono<Env>;
  deps: Deps;
  live: LiveFeed;
  /** The log, one line a request. */
  lines: LogLine[];
  /** What the program logged as its own mistakes: none, in a good test. */
  mistakes: unknown[];
}

/** A world's options, and how often one client may sign in and one token may ask, in a window of time. */
export interface AppOptions extends WorldOptions {
  signInLimit?: number;
  /** How many wrong codes one client may try. */
  wrongCodeLimit?: number;
  rateLimit?: number;
  /** Whether a proxy's word for the client's address is taken. */
  trustProxy?: boolean;
  /** Stands between the app and its database. */
  wrap?: (database: Database) => Database;
  /** The operator's choices for the public pages. */
  site?: Partial<Site>;
  /** The version that the server reports. */
  version?: string;
  /** What `/metrics` is asked for with. */
  metricsToken?: string;
  /** What its pages keep. */
  memory?: PageMemory;
  /** The time that a body can take to arrive, in milliseconds. */
  bodyDeadline?: number;
  /** The number of live streams in all. */
  streams?: number;
}

export async function createTestApp(
  options: AppOptions = {},
): Promise<TestApp> {
  const { signInLimit = 10_000, wrongCodeLimit = 10_000, rateLimit = 10_000, ...rest } = options;
  const { wrap, trustProxy = false, memory = new PageMemory(), metricsToken, site, ...others } =
    rest;
  const { bodyDeadline, streams, version = "0.0.0-test", ...settings } = others;
  const world = await createWorld(settings);
  if (wrap) world.services.database = wrap(world.database);
  const lines: LogLine[] = [];
  const live = new LiveFeed(world.services, streams);
  const base = basePathOf(world.services.settings.origin);
  world.services.committed = () => live.wake();
  const deps: Deps = {
    ...world.services,
    version,
    trustProxy,
    site: { pages: "listed", contentSignal: "search=yes", operator: {}, ...site },
    base,
    assets: sharedAssets(base),
    memory,
    live,
    bodyBudget: new BodyBudget(bodyDeadline),
    downloads: new Downloads(),
    unread: new UnreadResponses(),
    turns: new Turns(),
    etags: new TextEtags(),
    pieces: new GzipPieces(),
    limits: makeLimits(rateLimit, signInLimit, wrongCodeLimit),
    log: (line) => lines.push(line),
    ...(metricsToken && { metrics: { counted: new Metrics(), token: metricsToken } }),
  };
  const app = createApp(deps);
  const { mistakes } = world;
  const end = world[Symbol.asyncDispose];
  return { world, app, deps, live, lines, mistakes, [Symbol.asyncDispose]: end };
}

/** What a request sends besides its method and path. */
export interface Sent {
  /** Who asks: their access token goes along. */
  as?: Person | undefined;
  token?: string | undefined;
  /** An object becomes JSON; a text is sent as it is, as JSON by name. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // deno-lint-ignore no-explicit-any -- checked against the endpoint's own schema, or the problem's
  body: any;
  text: string;
}

/**
 * Asks the REST interface, and holds the answer to what it promises: its documented shape when it succeeds, RFC 9457 when
 * it doesn't.
 * @param request method and path under `/api/v1`: `GET /me`
 */
export async function call({ app }: TestApp, request: string, sent: Sent = {}): Promise<Answer> {
  const [method, path] = request.split(/ (.*)/s) as [string, string];
  const token = sent.token ?? sent.as?.tokens.accessToken;
  const response = await app.request(`/api/v1${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
      ...sent.headers,
    },
    ...(sent.body === undefined
      ? {}
      : { body: typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get("content-type") ?? "");
  const answer = {
    status: response.status,
    headers: response.headers,
    body: json ? JSON.parse(text) : null,
    text,
  };
  checkAnswer(method, path, answer);
  return answer;
}

/** Runs a test with the app and the cast; in the end the program must have made no mistake of its own. */
export async function withApp(
  options: AppOptions,
  test: (app: TestApp, cast: Cast) => Promise<void>,
): Promise<void> {
  await using app = await createTestApp({ ...withEverybody(), ...options });
  await test(app, await assemble(app.world));
  if (app.mistakes.length > 0) throw app.mistakes[0];
}
