import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { signIn } from "./browser_walk.ts";
import type { Screen, Visit } from "./chromium.ts";
import type { Visited } from "./house_server.ts";
import { ask, signUpRemotely } from "./remote_person.ts";
import type { Stage } from "./stage.ts";

/**
 * Adds what a new task can refer to in Acme: a project with a milestone, a second team, and templates.
 * @returns the owner, and a function that creates more over REST
 */
export async function addRecords(server: Visited) {
  const owner = await signUpRemotely(server, "ada@example.com");
  const { token, workspaceId } = owner;
  const make = async (path: string, body: Record<string, unknown>) => {
    const made = await ask(server.url, `POST /workspaces/${workspaceId}/${path}`, { token, body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  await make("projects", { name: "Gatehouse", key: "GAT" });
  await make("projects/GAT/milestones", { name: "Foundations" });
  await make("teams", { name: "Support", key: "SUP" });
  await make("task-templates", {
    name: "Bug",
    title: "Something breaks",
    description: "What happened?",
    priority: "high",
  });
  await make("task-templates", { name: "Chore", description: "Every spring." });
  await make("task-templates", { name: "Call back", teamId: "SUP", description: "Who called?" });
  return { owner, make };
}

/** Sets up Acme, signs Ada in, and opens her task list. */
export async function signInToAcme({ server, open }: Stage, screen: Screen = {}): Promise<Visit> {
  await addRecords(server);
  const visit = await open(screen);
  await signIn(visit.page, server, "ada@example.com");
  return visit;
}

/** Opens the composer by its key, and waits for its title to have the focus. */
export async function openComposer(page: Page) {
  await page.keyboard.press("c");
  await page.locator("form[data-composer] [name=title]:focus").waitFor();
}

/** Opens the composer, and writes a title. */
export async function write(page: Page, title: string) {
  await openComposer(page);
  await page.keyboard.type(title);
}

/** Waits until the page sends the composer's form. */
export const sends = (page: Page) =>
  page.waitForRequest((one) =>
    one.method() === "POST" && new URL(one.url()).pathname === "/workspace/tasks"
  );

/** The toast that reports that a closed composer became a draft. */
export const draftSavedToast = (page: Page) =>
  page.getByRole("status").getByText(/ saved as a draft$/);

/** Returns the titles on the Drafts page. */
export async function drafts(page: Page) {
  await page.goto("/workspace/drafts");
  return await page.locator("#main .row-title").allTextContents();
}

/** Opens the draft of a closed composer from its toast. */
export async function openLeft(page: Page) {
  await draftSavedToast(page).waitFor();
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await page.waitForURL(/\/tasks\/[A-Z]+-\d+$/);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The focused field of the open menu. */
export const menuField = (page: Page) => page.locator('#menu:popover-open [role="combobox"]:focus');

/** Pastes text at the focus. */
export const paste = (page: Page, text: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);

/** Opens the menu for Alt, Shift, and a letter, types, and chooses the highlighted option. */
export async function pick(page: Page, letter: string, typed: string) {
  await page.keyboard.press(`Alt+Shift+${letter}`);
  await menuField(page).waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
}
