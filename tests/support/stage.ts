import type { Browser } from "../packages/playwright.ts";
import { signUp } from "./browser_walk.ts";
import { chromiumPath, openVisit, type Screen, startChromium, type Visit } from "./chromium.ts";
import { temporaryFolder } from "./folder.ts";
import { startInside, type Visited } from "./house_server.ts";
import { startServer } from "./server.ts";

/** What a browser test has at hand: a browser, and a server of its own with nobody on it. */
export interface Stage {
  browser: Browser;
  server: Visited;
  /** Opens a visit of somebody who isn't signed in. */
  open(screen?: Screen): Promise<Visit>;
  /** Opens a visit of a person who has just signed up and has a workspace. No page is open yet. */
  enter(screen?: Screen, email?: string): Promise<Visit>;
  /** Does a part of the test that the report names; what follows a part that failed isn't done. */
  step(name: string, part: () => Promise<void>): Promise<void>;
}

/** The browser of a part of the tests: started once, because that takes longer than most of its tests. */
let browser: Browser | undefined;

/**
 * Registers a test with a server of its own and its part's browser, skipped on a machine without Chromium.
 * @param start what starts the server; one in this process unless said otherwise, which takes a tenth of the time
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

/** Starts the program on a file of its own, as an operator does. */
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

/** Runs a test with the browser and a server, and ends what it opened whatever happens. */
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
 * Ends a test that waits for something that never comes, and one that leaves a promise behind which is rejected later:
 * Deno would end the part's other tests along with it.
 * @throws an error that says where the test's pages are, or what the promise was rejected with
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

/** Fails the test that is running. */
let rejectTest: (reason: unknown) => void = () => {};
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  rejectTest(event.reason);
});

/** A page goes on asking and loading between its parts: what is left over is looked for at the test's end. */
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
