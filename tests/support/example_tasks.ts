import assert from "node:assert/strict";
import type { APIResponse, Page } from "../packages/playwright.ts";
import { originOf } from "./chromium.ts";

/** Creates tasks by sending the composer's form, without rendering pages. The last one is the newest. */
export async function createTasks(
  page: Page,
  origin: string,
  titles: readonly string[],
  fields: Record<string, string> = {},
) {
  const composer = await page.request.get("/workspace/tasks/compose");
  const teamId = /<option value="(team_[^"]+)"/.exec(await composer.text())?.[1];
  assert.ok(teamId, "the composer offers no team");
  for (const title of titles) {
    const answer: APIResponse = await page.request.post("/workspace/tasks", {
      form: { title, teamId, ...fields },
      headers: { origin },
      maxRedirects: 0,
    });
    assert.equal(answer.status(), 303);
  }
}

/**
 * Creates a workspace's first task by sending the composer's form, and opens the task's page.
 * @param task fields of the form, by name
 */
export async function openFirstTask(page: Page, task: { title: string } & Record<string, string>) {
  const { title, ...fields } = task;
  await createTasks(page, originOf(page), [title], fields);
  await page.goto("/workspace/tasks/ENG-1");
}

/**
 * Creates tasks by sending the composer's form, and opens the list of tasks.
 * @param fields further fields of the form, by name
 */
export async function openTasks(
  page: Page,
  titles: readonly string[],
  fields: Record<string, string> = {},
) {
  await createTasks(page, originOf(page), titles, fields);
  await page.goto("/workspace/tasks");
}

/** Posts comments on a task by sending its page's form. The last one is the newest. */
export async function postComments(
  page: Page,
  origin: string,
  task: string,
  words: readonly string[],
) {
  for (const body of words) {
    const answer = await page.request.post(`/workspace/tasks/${task}/comments`, {
      form: { body },
      headers: { origin },
      maxRedirects: 0,
    });
    assert.equal(answer.status(), 303);
  }
}

/** Returns `Jar 1`, `Jar 2`, and so on. */
export function numberedNames(name: string, count: number): string[] {
  return Array.from({ length: count }, (_none, index) => `${name} ${index + 1}`);
}

/** Creates tasks like `createTasks`, and opens their list. */
export async function createAndListTasks(page: Page, origin: string, titles: readonly string[]) {
  await createTasks(page, origin, titles);
  await page.goto("/workspace/tasks");
}

/**
 * Returns the ID of the person's other workspace, which is created if necessary. The current workspace doesn't change.
 */
export async function createOtherWorkspace(
  request: Page["request"],
  origin: string,
): Promise<string> {
  const send = (path: string, form: Record<string, string>) =>
    request.post(origin + path, { form, headers: { origin } });
  const workspaces = async (chosen: boolean) => {
    const text = await (await request.get(`${origin}/workspace/inbox`)).text();
    const each = text.matchAll(/aria-selected="(\w+)"[^>]* name="workspaceId" value="(ws_\w+)"/g);
    return [...each].filter(([, is]) => is === String(chosen)).map(([, , id]) => id!);
  };
  const [known] = await workspaces(false);
  if (known) return known;
  await send("/onboarding", { name: "A bakery by the harbour", teamName: "Ovens", teamKey: "OVE" });
  const [here] = await workspaces(false);
  const [there] = await workspaces(true);
  assert.ok(here && there, "there is no other workspace");
  await send("/workspace/switch", { workspaceId: here });
  return there;
}
