import { openVisit, startChromium } from "../support/chromium.ts";
import type { Page } from "../packages/playwright.ts";
import { row, signUpOnPages } from "../support/browser_walk.ts";
import { startProgram } from "../support/stage.ts";
import { createAndListTasks, createTasks, numberedNames } from "../support/example_tasks.ts";
import { median } from "./measure.ts";
import { type Step as Pressed, waitedFor } from "./waited.ts";
import { measureZooms, ZOOM_GOAL_MS } from "./zooms.ts";

/**
 * `deno task bench:clicks`: how long one waits, from a key to the picture that answers it, in a list of 300 tasks, on
 * this machine and with 300 ms of latency. What needs the server may take one round trip, and 50 ms: what a round trip
 * takes is measured by a request that asks for next to nothing. Then the zooms of a roadmap of 500 projects, which ask
 * nobody.
 */

const TIMES = 12;
const LATENCY_MS = 300;
const GOAL_MS = 100;
const BESIDES_MS = 50;
const WIDE = 1440;
/** Something that one does in the list. */
interface Step extends Pressed {
  /** A key that is pressed before it: `g`, after which it leads elsewhere. */
  after?: string;
  /** How wide the page is, where it is a phone's. */
  width?: number;
}

const menuOpen =
  `document.querySelector("#menu:popover-open [role=combobox]") === document.activeElement`;
const found = (title: string) =>
  `[...document.querySelectorAll("#palette-items .menu-item")].some((one) => one.textContent.includes("${title}"))
    && document.querySelector(".palette-field input").value !== ""`;
const steps: Step[] = [
  { name: "open a status menu", key: "s", shows: menuOpen },
  { name: "close it", key: "Escape", shows: `!document.querySelector("#menu:popover-open")` },
  { name: "open a priority menu", key: "p", shows: menuOpen },
  { name: "change the priority", key: "Enter", shows: `globalThis.changed()` },
  {
    name: "open a task",
    key: "Enter",
    shows: `!!document.querySelector(".detail-grid")`,
  },
  {
    name: "go back to the list",
    key: "Escape",
    shows: `!!document.querySelector(".row-title:focus")`,
  },
  {
    name: "open it again",
    key: "Enter",
    shows: `!!document.querySelector(".detail-grid")`,
  },
  {
    name: "go back after a change",
    key: "Escape",
    shows: `!!document.querySelector(".row-title:focus")`,
  },
  { name: "open the filters", key: "f", shows: menuOpen },
  { name: "close them", key: "Escape", shows: `!document.querySelector("#menu:popover-open")` },
  {
    name: "open the composer",
    key: "c",
    shows: `document.activeElement?.matches("#composer [name=title]")`,
  },
  { name: "close it", key: "Escape", shows: `!document.querySelector("dialog[open]")` },
  {
    name: "show as a board",
    key: "Control+b",
    shows: `!!document.querySelector("#main.board .card")`,
  },
  {
    name: "show as a list",
    key: "Control+b",
    shows: `!!document.querySelector("#main.list .row")`,
  },
  {
    name: "peek at a task",
    key: "Space",
    shows: `!!document.querySelector("#peek .detail-grid")`,
  },
  {
    name: "close the peek",
    key: "Escape",
    shows: `!document.querySelector("#peek:not([hidden])")`,
  },
  {
    name: "open the palette",
    key: "Control+k",
    shows: `document.activeElement?.matches("#palette[open] .palette-field input")`,
  },
  // A key, and what the browser knows of it is painted; what the server finds joins that
  { name: "find a command", key: "r", shows: found("Open roadmap") },
  { name: "close it", key: "Escape", shows: `!document.querySelector("#palette[open]")` },
  {
    name: "open the drawer",
    key: "[",
    width: 390,
    shows: `document.getElementById("sidebar").matches(":popover-open")`,
  },
  {
    name: "close it",
    key: "Escape",
    width: 390,
    shows: `!document.getElementById("sidebar").matches(":popover-open")`,
  },
  {
    name: "open the inbox",
    key: "i",
    after: "g",
    shows: `!!document.querySelector("#main.entries")`,
  },
  {
    name: "open all tasks",
    key: "t",
    after: "g",
    shows: `!!document.querySelector("#main.list .row")`,
  },
];

/** Makes sure that the priority that Enter chooses is another one than the row has. */
async function aimAt(page: Page, time: number) {
  await page.evaluate(`
    globalThis.priority = document.querySelector(".row.here [data-menu=priority] use").getAttribute("href")`);
  await page.keyboard.type(time % 2 ? "urg" : "low");
}

/** Has the page forget the lists that it keeps, as if something had been changed in another tab. */
async function tellOfChange(page: Page) {
  await page.evaluate(`new BroadcastChannel("changed").postMessage("")`);
}

async function measure(page: Page, from: number): Promise<number[][]> {
  const found: number[][] = steps.map(() => []);
  for (let time = 0; time < TIMES; time++) {
    await row(page, `Jar ${from - time}`).focus();
    for (const [n, step] of steps.entries()) {
      if (step.name.startsWith("change")) await aimAt(page, time);
      if (step.name.endsWith("after a change")) await tellOfChange(page);
      await page.setViewportSize({ width: step.width ?? WIDE, height: 900 });
      if (step.after) await page.keyboard.press(step.after);
      found[n]!.push(await waitedFor(page, step));
    }
    await page.locator("#main.list .row").first().waitFor();
  }
  return found;
}

/** How long the page waits for an answer that costs the server next to nothing, in milliseconds. */
async function roundTrip(page: Page): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    times.push(
      await page.evaluate<number>(`(async () => {
        const began = performance.now();
        await (await fetch("/health", { cache: "no-store" })).text();
        return performance.now() - began;
      })()`),
    );
  }
  return median(times);
}

await using server = await startProgram();
const browser = await startChromium();
await using visit = await openVisit(browser, server.url);
const { page } = visit;
await signUpOnPages(page, server, "ada@example.com");
await createAndListTasks(page, server.url, [numberedNames("Jar", 1)[0]!]);
await createTasks(page, server.url, numberedNames("Jar", 300).slice(1));
await page.goto("/workspace/tasks?group=none");
const local = await measure(page, 295);
const session = await visit.context.newCDPSession(page);
await session.send("Network.enable");
await session.send("Network.emulateNetworkConditions", {
  offline: false,
  latency: LATENCY_MS,
  downloadThroughput: -1,
  uploadThroughput: -1,
});
await page.goto("/workspace/tasks?group=none");
const trip = await roundTrip(page);
const far = await measure(page, 275);
const zooms = await measureZooms(browser, TIMES);
await browser.close();

const ms = (value: number) => `${value.toFixed(0)} ms`.padStart(8);
console.log(`${"".padEnd(24)}   local  slowest  ${LATENCY_MS} ms away  slowest`);
let slow = 0;
for (const [n, { name }] of steps.entries()) {
  const [near, away] = [local[n]!, far[n]!];
  console.log(
    `${name.padEnd(24)}${ms(median(near))} ${ms(Math.max(...near))}    ${ms(median(away))}   ${
      ms(Math.max(...away))
    }`,
  );
  if (median(near) > GOAL_MS || median(away) > trip + BESIDES_MS) slow++;
}
for (const [name, found] of Object.entries(zooms)) {
  console.log(`${name.padEnd(24)}${ms(median(found))} ${ms(Math.max(...found))}`);
  if (median(found) > ZOOM_GOAL_MS) slow++;
}
console.log(
  `The goals: ${GOAL_MS} ms, of a zoom ${ZOOM_GOAL_MS} ms, and where it is far a round trip (${
    trip.toFixed(0)
  } ms) and ${BESIDES_MS} ms.`,
);
Deno.exitCode = slow > 0 ? 1 : 0;
