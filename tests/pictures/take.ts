import { parseArgs } from "node:util";
import { join } from "node:path";
import { onboardingPath, signInPath } from "../../views/paths.ts";
import type { Browser, Page } from "../packages/playwright.ts";
import { enterCode, signUpOnPages } from "../support/browser_walk.ts";
import { openVisit, startChromium } from "../support/chromium.ts";
import { type Demo, startDemo } from "./demo.ts";
import { findRecords, picturesOfTable } from "./pages.ts";
import type { Picture, Viewer } from "./picture.ts";
import { picturesOfStates } from "./states.ts";

/**
 * `deno task pictures FOLDER`: every page and what opens on it, from a demo of its own, to look at. Names tell page, width
 * and theme. A page that is added to the table is taken without a line here.
 */

const usual = { width: "1440,768,390", theme: "light,dark", only: "" };
const TALLEST = 2400;
/** What hasn't opened by then isn't going to. */
const LONGEST_MS = 4000;

type Cookies = Awaited<ReturnType<Page["context"]>>["cookies"] extends () => Promise<infer C> ? C
  : never;

/** Signs everybody in who looks, and gives what their browsers send. */
async function signIn(browser: Browser, demo: Demo): Promise<Record<Viewer, Cookies>> {
  const { server, ownerEmail, known } = demo;
  const cookies: Record<string, Cookies> = { nobody: [] };
  await using owner = await openVisit(browser, server.url);
  await owner.page.goto(signInPath);
  await enterCode(owner.page, server, ownerEmail, "Sign in");
  await owner.page.waitForURL("**/workspace/inbox");
  await findRecords(owner.page, known);
  cookies.owner = await owner.context.cookies();
  await using beginner = await openVisit(browser, server.url);
  await signUpOnPages(beginner.page, server, "ada@example.com");
  cookies.beginner = await beginner.context.cookies();
  await using newcomer = await openVisit(browser, server.url);
  await newcomer.page.goto("/auth/signup");
  await enterCode(newcomer.page, server, "guest@example.com", "Continue");
  await newcomer.page.waitForURL(`**${onboardingPath}*`);
  cookies.newcomer = await newcomer.context.cookies();
  await using member = await openVisit(browser, server.url);
  await member.page.goto(signInPath);
  await enterCode(member.page, server, "priya@sundline.example", "Sign in");
  await member.page.waitForURL("**/workspace/inbox");
  cookies.member = await member.context.cookies();
  return cookies as Record<Viewer, Cookies>;
}

interface Taking {
  browser: Browser;
  demo: Demo;
  cookies: Record<Viewer, Cookies>;
  folder: string;
  themes: readonly ("light" | "dark")[];
}

/** Takes a picture in every theme, at one width. */
async function take(picture: Picture, width: number, taking: Taking): Promise<number> {
  const { browser, demo, cookies, folder, themes } = taking;
  const { name, by = "owner", javaScript = true } = picture;
  const shown = picture.zoomed ? width / 2 : width;
  const touch = width < 768;
  await using visit = await openVisit(browser, demo.server.url, {
    javaScript,
    width: shown,
    touch,
  });
  const { page, context } = visit;
  context.setDefaultTimeout(LONGEST_MS);
  await context.addCookies(cookies[by]);
  await page.setViewportSize({ width: shown, height: picture.zoomed ? 450 : touch ? 844 : 900 });
  if (picture.print) await page.emulateMedia({ media: "print" });
  if (picture.forcedColors) await page.emulateMedia({ forcedColors: "active" });
  await page.goto(picture.at);
  await picture.open?.(page);
  await settle(page);
  if (picture.whole) await showWhole(page, shown);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
  }
  await picture.close?.(page);
  return themes.length;
}

/** Makes the window as high as the page, or as much of it as one would look at: a picture beyond it knows no touch. */
async function showWhole(page: Page, width: number) {
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  await page.setViewportSize({ width, height: Math.min(height, TALLEST) });
  await page.evaluate("scrollTo(0, 0)");
}

/** Waits until what was asked for has come, and nothing moves. */
async function settle(page: Page) {
  await page.waitForLoadState("load");
  await page.locator(".htmx-request, [aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(`for (const one of document.getAnimations()) {
    if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
  }`);
}

function numbers(given: string): number[] {
  const all = given.split(",").map(Number);
  if (all.every((one) => Number.isInteger(one) && one >= 320)) return all;
  throw new Error(`--width takes whole numbers from 320 on, with commas: ${given} isn't that.`);
}

const { values, positionals: [folder] } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    width: { type: "string", default: usual.width },
    theme: { type: "string", default: usual.theme },
    only: { type: "string", default: usual.only },
  },
});
if (!folder) throw new Error("Say which folder takes the pictures: deno task pictures FOLDER");
await Deno.mkdir(folder, { recursive: true });
const only = new RegExp(values.only);
const themes = values.theme.split(",").map((one) => one === "dark" ? "dark" : "light");
await using demo = await startDemo();
const browser = await startChromium();
const cookies = await signIn(browser, demo);
const pictures = [...picturesOfTable(demo.known), ...picturesOfStates(demo)]
  .filter(({ name }) => only.test(name));
let taken = 0;
const missed: string[] = [];
for (const width of numbers(values.width)) {
  for (const picture of pictures) {
    if (width < (picture.from ?? 0)) continue;
    try {
      taken += await take(picture, width, { browser, demo, cookies, folder, themes });
    } catch (error) {
      missed.push(`${picture.name}-${width}: ${(error as Error).message.split("\n")[0]}`);
    }
  }
}
await browser.close();
console.log(`Took ${taken} pictures of ${pictures.length} things into ${folder}.`);
if (missed.length > 0) console.log(`Not taken:\n${missed.join("\n")}`);
Deno.exitCode = missed.length > 0 ? 1 : 0;
