import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { signIn } from "./browser_walk.ts";
import { ask, signUpRemotely } from "./remote_person.ts";
import type { Stage } from "./stage.ts";

/** Returns a day far enough from today that it is always in the future. @param by days to add */
export const inDays = (by: number) => Temporal.Now.plainDateISO("UTC").add({ days: by }).toString();

interface Planned {
  name: string;
  key: string;
  startDate?: string;
  targetDate?: string;
}

/** Waits until the roadmap's bars can be moved, which happens after the page is loaded. */
export const draggable = (page: Page) => page.locator("html[data-draggable]").waitFor();

/** Opens the roadmap with three projects, the second blocked by the first, and a project without dates. */
export async function atRoadmap({ server, open }: Stage) {
  const ada = await signUpRemotely(server, "ada@example.com");
  const rest = async (request: string, body?: unknown, { token }: { token: string } = ada) => {
    const [method, path] = request.split(" ");
    const at = `${method} /workspaces/${ada.workspaceId}/${path}`;
    const answer = await ask(server.url, at, { token, ...(body ? { body } : {}) });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  const planned: Planned[] = [
    { name: "Foundations", key: "FOU", startDate: inDays(-10), targetDate: inDays(10) },
    { name: "Walls", key: "WAL", startDate: inDays(12), targetDate: inDays(30) },
    { name: "Garden", key: "GAR", startDate: inDays(-20), targetDate: inDays(-2) },
    { name: "Attic", key: "ATT" },
  ];
  for (const project of planned) await rest("POST projects", project);
  await rest("PUT projects/WAL/dependencies/FOU");
  await rest("POST projects/FOU/milestones", { name: "Concrete poured", targetDate: inDays(3) });
  const visit = await open();
  await signIn(visit.page, server, "ada@example.com", "/workspace/roadmap");
  await draggable(visit.page);
  const dates = async (key: string) => {
    const { project } = await rest(`GET projects/${key}`);
    return [project.startDate, project.targetDate];
  };
  return { ada, rest, dates, visit, page: visit.page };
}

/** Returns the table next to the chart or in place of it. */
export const tableOf = (page: Page) => page.getByRole("table", { name: "Projects by date" });

/** Returns a project's name on the timeline, whose row has the same shortcuts as its bar. */
export const name = (page: Page, project: string) =>
  tableOf(page).getByRole("link", { name: project, exact: true });

/** Returns a project's row in the table. */
export const rowOf = (page: Page, project: string) =>
  page.locator(".roadmap-name", { has: page.getByRole("link", { name: project, exact: true }) });

/** Waits until a text is announced to screen readers. */
export const said = (page: Page, hasText: string | RegExp) =>
  page.locator("#announced", { hasText }).waitFor({ state: "attached" });

/** Waits until a toast shows a text. */
export const news = (page: Page, text: string | RegExp) =>
  page.getByRole("status").getByText(text).waitFor();

/** Returns the position of a project's bar on the screen. */
export async function barOf(page: Page, project: string) {
  const id = await rowOf(page, project).getAttribute("data-project");
  const ground = page.locator(`[data-bar="${id}"] .bar-ground`);
  const box = (await ground.boundingBox())!;
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** Returns the width of a day on the screen. */
export const dayWidth = (page: Page) =>
  page.locator("#roadmap").evaluate((roadmap) => {
    const { clientWidth } = roadmap.querySelector(".roadmap-bars") as unknown as {
      clientWidth: number;
    };
    const { dataset } = roadmap as unknown as { dataset: { days: string } };
    return clientWidth / Number(dataset.days);
  });

/** Returns where a day starts on the screen, at the height of the first row. @param by days from today */
export async function dayOnScreen(page: Page, by: number) {
  const line = (await page.locator(".roadmap-today").boundingBox())!;
  const now = (await page.locator(".roadmap-now").boundingBox())!;
  return { x: line.x + by * await dayWidth(page), y: now.y + 40 };
}
