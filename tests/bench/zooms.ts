import type { Browser } from "../packages/playwright.ts";
import { signIn } from "../support/browser_walk.ts";
import { openVisit } from "../support/chromium.ts";
import { ask, signUpRemotely } from "../support/remote_person.ts";
import { inDays } from "../support/roadmap.ts";
import { startProgram } from "../support/stage.ts";
import { waitedFor } from "./waited.ts";

/** Within how many milliseconds a zoom is to be painted. */
export const ZOOM_GOAL_MS = 50;

const PROJECTS = 500;

/**
 * How long it takes from a key that zooms a roadmap of 500 projects, each third of which waits for the one before, until
 * that is painted. @param times how often each is done
 */
export async function measureZooms(
  browser: Browser,
  times: number,
): Promise<Record<string, number[]>> {
  await using server = await startProgram();
  const { token, workspaceId } = await signUpRemotely(server, "grace@example.com");
  const make = async (request: string, body?: unknown) => {
    const [method, path] = request.split(" ");
    const at = `${method} /workspaces/${workspaceId}/${path}`;
    const { status } = await ask(server.url, at, { token, body });
    if (status >= 300) throw new Error(`${at} was answered ${status}.`);
  };
  for (let n = 0; n < PROJECTS; n++) {
    const begin = (7 * n) % 500 - 60;
    await make("POST projects", {
      name: `Project ${n}`,
      key: `P${n}`,
      startDate: inDays(begin),
      targetDate: inDays(begin + 40),
    });
    if (n % 3 === 2) await make(`PUT projects/P${n}/dependencies/P${n - 1}`);
  }
  await using visit = await openVisit(browser, server.url);
  const { page } = visit;
  await signIn(page, server, "grace@example.com");
  await page.goto("/workspace/roadmap?zoom=quarters");
  await page.locator("html[data-line=open]").waitFor();
  const found: Record<string, number[]> = {};
  for (let time = 0; time < times; time++) {
    for (
      const [key, zoom] of [["+", "months"], ["+", "weeks"], ["-", "months"], ["-", "quarters"]]
    ) {
      const name = `zoom to ${zoom} (${key})`;
      const shows = `document.getElementById("roadmap").dataset.zoom === "${zoom}"`;
      (found[name] ??= []).push(await waitedFor(page, { name, key: key!, shows }));
    }
  }
  return found;
}
