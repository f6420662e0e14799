import type { Browser } from "../packages/playwright.ts";
import { signUp } from "./browser_walk.ts";
import { chromiumPath, openVisit, type Screen, startChromium, type Visit } from "./chromium.ts";
import { temporaryFolder } from "./folder.ts";
import { startInside, type Visited } from "./house_server.ts";
import { startServer } from "./server.ts";

/** The resources of a browser test: a browser, and its own server without accounts. */
export interface Stage {
  browser: Browser;
  server: Visited;
  /** Opens a browser context of a person who isn't signed in. */
  open(screen?: Screen): Promise<Visit>;
  /** Opens a browser context of a new person with a workspace. No page is open yet. */
  enter(screen?: Screen, email?: string): Promise<Visit>;
  /** Runs a named step of the test. If it fails, the steps after it are skipped. */
  step(name: string, part: () => Promise<void>): Promise<void>;
}

/** The browser for this part of the tests. It is started only once, because starting takes longer than most tests. */
let browser: Browser | undefined;

/**
 * Registers a test with its own server and the shared browser. Machines without Chromium skip it.
 * @param start starts the server, by default in this process, which takes a tenth of the time
 */
export function browserTest(
  name: string,
  test: (stage: Stage) => Promise<void>,
  start: () => Promise<Visited & AsyncDisposable> = () => startInside(),
): void {
  if (registered++ === 0 && chromiumPath !== undefined) {
    Deno.test.beforeAll(async () => void (browser = await startChromium()));
    Deno.test.afterAll(async () => await browser?.close());
  }
  Deno.test({
    name,
    ignore: chromiumPath === undefined,
    fn: (t) => onStage(browser!, test, start, t),
  });
}
let registered = 0;

/** Starts the program on its own database file, as an operator does. */
export async function startProgram(): Promise<Visited & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const server = opened.use(
    await startServer({
      BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`,
      BACKLOG_SIGNUP: "open",
    }),
  );
  const whole = opened.move();
  const { url, codeFor } = server;
  return { url, codeFor, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}

/** Runs a test with the browser and a server, and always closes what it opened. */
async function onStage(
  browser: Browser,
  test: (stage: Stage) => Promise<void>,
  start: () => Promise<Visited & AsyncDisposable>,
  context: Deno.TestContext,
): Promise<void> {
  await using server = await start();
  const open = (screen?: Screen) => openVisit(browser, server.url, screen);
  const enter = async (screen?: Screen, email = "ada@example.com") => {
    const visit = await open(screen);
    await signUp(visit.page, server, email);
    return visit;
  };
  const parted: Stage["step"] = (name, part) => step(context, name, part);
  try {
    await withinLimit(test({ browser, server, open, enter, step: parted }), browser);
  } finally {
    for (const context of browser.contexts()) await context.close();
  }
}

const LONGEST_MS = 5 * 60_000;

/**
 * Ends a test that waits forever, or that leaves a promise which is rejected later, because Deno would end the other
 * tests in the same part too.
 * @throws an error with the test's open pages, or the reason of the rejected promise
 */
async function withinLimit(test: Promise<void>, browser: Browser): Promise<void> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const open = browser.contexts().flatMap((context) => context.pages()).map((page) => page.url());
    const message = `The test still waits after ${LONGEST_MS / 60_000} minutes. Open pages: `;
    over.reject(new Error(message + open.join(", ")));
  }, LONGEST_MS);
  rejectTest = over.reject;
  await Promise.race([test, over.promise]).finally(() => clearTimeout(timer));
}

/** Fails the running test. */
let rejectTest: (reason: unknown) => void = () => {};
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  rejectTest(event.reason);
});

/** Checks at the end of a test, because pages keep loading between its steps. */
async function step(context: Deno.TestContext, name: string, part: () => Promise<void>) {
  let thrown: unknown;
  const fn = () =>
    part().catch((error) => {
      thrown = error;
      throw error;
    });
  const left = { sanitizeOps: false, sanitizeResources: false };
  if (!await context.step({ name, fn, ...left })) {
    throw new Error(`${name}: failed`, { cause: thrown });
  }
}
