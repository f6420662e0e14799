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

/** The whole app in its own world, called without a socket. */
export interface TestApp extends AsyncDisposable {
  world: World;
  app: Hono<Env>;
  deps: Deps;
  live: LiveFeed;
  /** The log, with one line per request. */
  lines: LogLine[];
  /** The errors that the program logged as its own. A passing test has none. */
  mistakes: unknown[];
}

/** Options of the world, and the limits on sign-ins per client and requests per token in a window of time. */
export interface AppOptions extends WorldOptions {
  signInLimit?: number;
  /** The number of wrong codes allowed per client. */
  wrongCodeLimit?: number;
  rateLimit?: number;
  /** Whether the server trusts a proxy's header for the client's address. */
  trustProxy?: boolean;
  /** Wraps the app's database. */
  wrap?: (database: Database) => Database;
  /** The operator's settings for the public pages. */
  site?: Partial<Site>;
  /** The version that the server reports. */
  version?: string;
  /** The token that `/metrics` requires. */
  metricsToken?: string;
  /** The memory for rendered pages. */
  memory?: PageMemory;
  /** The time allowed for receiving a body, in milliseconds. */
  bodyDeadline?: number;
  /** The maximum number of live streams. */
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

/** The parts of a request besides its method and path. */
export interface Sent {
  /** The person whose access token is sent. */
  as?: Person | undefined;
  token?: string | undefined;
  /** The body. An object is sent as JSON, and a string is sent unchanged with the content type of JSON. */
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
 * Sends a REST request and checks the response: success must match the documented schema, and errors RFC 9457.
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

/** Runs a test with the app and the cast. Fails if the program logged an error of its own. */
export async function withApp(
  options: AppOptions,
  test: (app: TestApp, cast: Cast) => Promise<void>,
): Promise<void> {
  await using app = await createTestApp({ ...withEverybody(), ...options });
  await test(app, await assemble(app.world));
  if (app.mistakes.length > 0) throw app.mistakes[0];
}
