import { parseArgs } from "node:util";
import type { Browser, Page } from "../packages/playwright.ts";
import { allAnswered, openVisit, startChromium } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folder.ts";
import { browserHeaders } from "./browser_headers.ts";
import { RawConnection, requestBytes } from "./connection.ts";
import { type Fixture, prepareFile } from "./fixture.ts";
import { median, percentile } from "./measure.ts";
import { type Started, startServer } from "./processes.ts";
import { typedInPalette } from "./rows.ts";
import { workedMs } from "./streams.ts";
import { type Step, waitedFor } from "./waited.ts";

/**
 * `deno task bench:palette [--sizes A,B] [--keep FOLDER]`: how long the palette takes to open, in a browser that was never there and again,
 * and from a key to the picture with what the browser knows and with what the server found; what the server takes of
 * that, and how much it sends. Among 1,000, 20,000 and 100,000 tasks unless said otherwise, in files that are kept in
 * the folder if one is named. Fails beyond its goals.
 */

const { values: options } = parseArgs({
  args: Deno.args,
  options: { sizes: { type: "string", default: "1000,20000,100000" }, keep: { type: "string" } },
});
const sizes = options.sizes.split(",").map(Number);
if (!sizes.every((size) => size > 0)) throw new Error("--sizes takes numbers above 0.");
const TIMES = 15;
const PAINT_MS = 50;
const SERVER_MS = 30;
const MOST_BYTES = 30_000;
/** How much more of the processor's time the largest file may take than the smallest. */
const GROWTH = 1.5;

/** What people type besides what the row of `deno task bench` has. */
const typed = [
  ...typedInPalette,
  "c",
  "e",
  "the",
  ">",
  ">road",
  "#",
  "@",
  "$",
  "zzzqqq",
  "xkcd vvv",
];

const open = `document.activeElement?.matches("#palette[open] .palette-field input")
  && !!document.querySelector("#palette-items [role=option]")`;
/** Rows for what is in the field by now, the server's among them or not yet. */
const answered = (text: string, whole: boolean) =>
  `document.querySelector(".palette-field input")?.value === "${text}"
    && document.getElementById("palette-items")
      .matches('${whole ? "[aria-busy=false]" : ""}[data-found^="${text}"]:has([role=option])')`;

/** What takes as long as the network does: the page has just come, and the palette's script hasn't. */
const unprepared = "open, as the page comes";

interface Measured {
  waits: Record<string, number[]>;
  server: number[];
  workedEach: number;
  bytes: number;
}

/** Opens a page as somebody who was never there, and the palette on it: as it comes, the first time, and again. */
async function measureOpening(
  browser: Browser,
  { origin }: Started,
  { cookie }: Fixture,
  waits: Measured["waits"],
): Promise<void> {
  await using visit = await openVisit(browser, origin);
  const { page, context } = visit;
  await context.addCookies([{ name: "backlog", value: cookie, url: origin }]);
  await page.goto("/workspace/tasks", { waitUntil: "load" });
  await press(page, waits, { name: unprepared, key: "Control+k", shows: open });
  await page.goto("/workspace/tasks", { waitUntil: "load" });
  await page.locator("#palette").waitFor({ state: "attached" });
  await allAnswered(page);
  await press(page, waits, { name: "open, cold", key: "Control+k", shows: open });
  await page.keyboard.press("Escape");
  await page.locator("#palette[open]").waitFor({ state: "detached" });
  await press(page, waits, { name: "open, warm", key: "Control+k", shows: open });
  await type(page, waits, "road", "a command, known");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await type(page, waits, "chec", "a task, asked for");
}

/** Types a text, letter by letter. */
async function type(page: Page, waits: Measured["waits"], text: string, of: string): Promise<void> {
  for (let length = 1; length <= text.length; length++) {
    const [key, now] = [text[length - 1]!, text.slice(0, length)];
    const whole = of.startsWith("a task");
    await press(page, waits, { name: `a key of ${of}`, key, shows: answered(now, whole) });
    await page.locator("#palette-items[aria-busy=false]").waitFor({ state: "attached" });
  }
}

async function press(page: Page, waits: Measured["waits"], step: Step): Promise<void> {
  (waits[step.name] ??= []).push(await waitedFor(page, step));
}

/** What the server takes, one question after the other. */
async function measureServer(
  { port, pid }: Started,
  { cookie }: Fixture,
): Promise<Omit<Measured, "waits">> {
  const headers = { ...browserHeaders(cookie), "sec-fetch-site": "same-origin" };
  const requests = typed.map((q) => {
    const asked = new URLSearchParams({ q, path: "/workspace/tasks", limit: "30" });
    return requestBytes("GET", `/api/workspace/command?${asked}`, headers);
  });
  const connection = await RawConnection.open(port);
  let bytes = 0;
  const ask = async (request: Uint8Array) => {
    const { status, length } = await connection.exchange(request);
    if (status !== 200) throw new Error(`The palette was answered ${status}.`);
    bytes = Math.max(bytes, length);
  };
  for (const request of requests) await ask(request);
  const before = await workedMs(pid);
  const server: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    for (const request of requests) {
      const begun = performance.now();
      await ask(request);
      server.push(performance.now() - begun);
    }
  }
  const workedEach = (await workedMs(pid) - before) / server.length;
  connection.close();
  return { server, workedEach, bytes };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const spread = (values: number[]): [middle: number, most: number] => {
  const sorted = Float64Array.from(values).sort();
  return [median(values), percentile(sorted, 0.95)];
};

await using temporary = await temporaryFolder();
const folder = options.keep ?? temporary.path;
const browser = await startChromium();
const worked: number[] = [];
const missed: string[] = [];
for (const tasks of sizes) {
  const fixture = await prepareFile(`${folder}/${tasks}.db`, tasks);
  const server = await startServer(fixture.file);
  const waits: Measured["waits"] = {};
  // The first visit of all warms the server up
  await measureOpening(browser, server, fixture, {});
  for (let time = 0; time < TIMES; time++) await measureOpening(browser, server, fixture, waits);
  const measured = await measureServer(server, fixture);
  await server.stop();
  console.log(`\n${tasks.toLocaleString("en")} tasks: median and 95th percentile`);
  for (const [name, values] of Object.entries(waits)) {
    const [middle, most] = spread(values);
    console.log(`  ${name.padEnd(26)} ${ms(middle).padStart(9)} ${ms(most).padStart(9)}`);
    if (middle > PAINT_MS && name !== unprepared) {
      missed.push(`${name}, ${tasks} tasks: ${ms(middle)}`);
    }
  }
  const [middle, most] = spread(measured.server);
  console.log(`  ${"the server".padEnd(26)} ${ms(middle).padStart(9)} ${ms(most).padStart(9)}`);
  console.log(`  ${"of the processor".padEnd(26)} ${ms(measured.workedEach).padStart(9)}`);
  console.log(`  ${"most that is sent".padEnd(26)} ${measured.bytes} bytes`);
  if (most > SERVER_MS) missed.push(`the server, ${tasks} tasks: ${ms(most)}`);
  if (measured.bytes > MOST_BYTES) missed.push(`${measured.bytes} bytes`);
  worked.push(measured.workedEach);
}
await browser.close();
const growth = worked.at(-1)! / worked[0]!;
console.log(`\nThe largest file takes ${growth.toFixed(2)} times as much of the processor.`);
if (growth > GROWTH) missed.push(`it grows ${growth.toFixed(2)} times`);
console.log(
  `The goals: ${PAINT_MS} ms to a picture, ${SERVER_MS} ms of the server, ${MOST_BYTES} bytes, ${GROWTH} times.`,
);
for (const one of missed) console.log(`! ${one}`);
Deno.exitCode = missed.length > 0 ? 1 : 0;
