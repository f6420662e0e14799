import assert from "node:assert/strict";
import { livePath } from "../../views/paths.ts";
import axe from "../packages/axe.ts";
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from "../packages/playwright.ts";
import { hasTurn } from "./share.ts";

/** Whether tests run in a window, to be watched: `WINDOW=1 deno task test FILE`. */
const hasWindow = Deno.env.has("WINDOW");

/** The build without windows comes first: it takes half as long. */
const candidates = [
  ...(hasWindow ? [] : ["/usr/bin/chromium-headless-shell"]),
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where Chromium is; undefined on a machine without it, where browser tests are skipped. */
export const chromiumPath: string | undefined = candidates.find((path) => {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
});

/** Another name of this machine in the browser, by which pages have what they have over plain HTTP alone. */
export const PLAIN_HOST = "backlog.test";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A host that isn't this machine by name, to which plain HTTP is no secure context
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
];

/** Starts Chromium; it ends with its scope. */
export async function startChromium(): Promise<Browser> {
  const shown = hasWindow ? { headless: false, slowMo: 100 } : {};
  return await chromium.launch({ executablePath: chromiumPath!, args: flags, ...shown });
}

/** What a browser context may differ in. */
export interface Screen {
  javaScript?: boolean;
  dark?: boolean;
  width?: number;
  /** Whether it is touched rather than pointed at. */
  touch?: boolean;
  /** Where the reader's own computer is: an IANA name. */
  timeZone?: string;
}

/** A fresh visit, nobody signed in; and every complaint that its pages made to the console. */
export interface Visit extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

/** What Chromium reports of each request that a page sends while a test keeps it offline. */
const whileOffline = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED";

export async function openVisit(
  browser: Browser,
  baseURL: string,
  { javaScript = true, dark = false, width = 1440, touch = false, timeZone = "UTC" }: Screen = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
    hasTouch: touch,
    timezoneId: timeZone,
  });
  // A page that shares its processors with others and their tests takes its time
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const open = new Set<Request>();
  unanswered.set(page, open);
  origins.set(page, new URL(baseURL).origin);
  // What tells an open page news has no end
  page.on("request", (request) => {
    if (!new URL(request.url()).pathname.endsWith(livePath)) open.add(request);
  });
  page.on("requestfinished", (request) => void open.delete(request));
  page.on("requestfailed", (request) => void open.delete(request));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && message.text() !== whileOffline) {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  goDespiteSteps(page, baseURL);
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/**
 * What closes on a phone takes its own step back in the history a moment later, which may call off what the test
 * opens meanwhile: that is opened again. What begins with a slash is below the path of the server, where it has one.
 */
function goDespiteSteps(page: Page, baseURL: string): void {
  const below = new URL(baseURL).pathname.replace(/\/$/, "");
  const whole = (url: string) => url.startsWith("/") ? below + url : url;
  const go = page.goto.bind(page);
  const calledOff = /interrupted by another navigation|net::ERR_ABORTED/;
  page.goto = (url, options) =>
    go(whole(url), options).catch((error) => {
      if (!calledOff.test(String(error))) throw error;
      return go(whole(url), options);
    });
}

const origins = new WeakMap<Page, string>();

/** Returns the origin of the server that a visit's page is for, also before the page is open. */
export const originOf = (page: Page): string => origins.get(page)!;

/** What the page of a visit has asked for, until it has come. */
const unanswered = new WeakMap<Page, Set<Request>>();

/**
 * Waits until all that a visit's page has asked for has come, and what it asked for then. What it says at once, before
 * its server knows of it, can be looked for elsewhere after that.
 */
export async function allAnswered(page: Page): Promise<void> {
  const open = unanswered.get(page)!;
  for (let looks = 0; looks < 2; looks++) {
    await page.evaluate("new Promise((resolve) => setTimeout(resolve))");
    if (open.size > 0) looks = -1;
    await Promise.all([...open].map(async (request) => (await request.response())?.finished()));
  }
}

/** Has axe-core in every page that a tab opens from now on, which takes less than bringing it into each. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source);
}

/**
 * Runs axe-core on the page as it stands. It goes in over the debugging protocol, so the page's own policy stays as
 * strict as it is.
 * @param name what the page shows, for the failure
 * @param within a selector of the part to look at; the whole page, unless given
 * @param rules the rules to check; all of them, unless given
 */
export async function runAxe(
  page: Page,
  name: string,
  within = "html",
  rules?: string[],
): Promise<void> {
  if (!await page.evaluate("'axe' in globalThis")) await page.evaluate(axe.source);
  const violations = await page.evaluate(async ({ within, runOnly }) => {
    // deno-lint-ignore no-explicit-any -- axe is a global of the page, not of this module
    const { violations } = await (globalThis as any).axe.run(within, {
      ...(runOnly && { runOnly }),
      // Of what is in order nothing is told, nor where it stands
      resultTypes: ["violations"],
      selectors: false,
    });
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`
    ) as string[];
  }, { within, runOnly: rules });
  assert.deepEqual(violations, [], name);
}

/** Runs axe-core in light and dark; in dark with the rules about colors only, as nothing else differs. */
export async function runAxeInThemes(page: Page, name: string, within?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await runAxe(page, `${name}, dark`, within, ["color-contrast", "link-in-text-block"]);
  await page.emulateMedia({ colorScheme: "light" });
  await runAxe(page, `${name}, light`, within);
}

/** Runs axe-core beside a test of something else, on the days when that name has its turn. */
export async function requireAccessible(page: Page, name: string, within?: string): Promise<void> {
  if (hasTurn(name)) await runAxe(page, name, within);
}

/** Does the same in light and dark. */
export async function requireAccessibleThemes(
  page: Page,
  name: string,
  within?: string,
): Promise<void> {
  if (hasTurn(name)) await runAxeInThemes(page, name, within);
}
