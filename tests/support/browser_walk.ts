import assert from "node:assert/strict";
import {
  answerInvitationPath,
  onboardingPath,
  signInPath,
  signUpPath,
  tasksPath,
  verifyPath,
} from "../../views/paths.ts";
import type { ElementHandle, Locator, Page } from "../packages/playwright.ts";
import type { Visit } from "./chromium.ts";
import type { Visited } from "./house_server.ts";

/** Signs up and creates a first workspace through the pages. The local part of the email becomes the name. */
export async function signUpOnPages(page: Page, server: Visited, email: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Get started" }).first().click();
  await enterCode(page, server, email, "Continue");
  await page.getByLabel("Workspace name").waitFor();
  const name = page.getByLabel("Your name");
  if (await name.isVisible()) await name.fill("Ada Lovelace");
  await page.getByLabel("Workspace name").fill("Acme");
  await page.getByLabel("First team").fill("Engineering");
  await page.getByLabel("Team key").fill("ENG");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/workspace/tasks");
}

/** Signs in a member of a workspace, and goes from their inbox to their tasks. */
export async function signInOnPages(page: Page, server: Visited, email: string): Promise<void> {
  await page.goto("/auth/signin");
  await enterCode(page, server, email, "Sign in");
  await page.waitForURL("**/workspace/inbox");
  await page.goto("/workspace/tasks");
}

/** Signs up by sending the same forms as `signUpOnPages`, without opening a page. */
export async function signUp(page: Page, server: Visited, email: string): Promise<void> {
  await giveCode(page, server, email, "signup");
  const workspace = { name: "Acme", teamName: "Engineering", teamKey: "ENG" };
  await send(page, server, onboardingPath, { yourName: "Ada Lovelace", ...workspace });
}

/** Signs up an invited person by sending forms, accepts the invitation under a name, and opens the task list. */
export async function acceptInvitation(
  page: Page,
  server: Visited,
  email: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await giveCode(page, server, email, "signup");
  await send(page, server, answerInvitationPath, { yourName: name, accept: id });
  await page.goto(tasksPath);
}

/** Does the same through the pages. */
export async function acceptOnPages(
  page: Page,
  server: Visited,
  email: string,
  { name }: { name: string },
): Promise<void> {
  await page.goto(signUpPath);
  await enterCode(page, server, email, "Continue");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Accept the invitation to Acme" }).click();
  await page.waitForURL("**/workspace/tasks");
}

/**
 * Signs in by sending forms without opening the sign-in pages, which takes a fifth of the time.
 * @param path the page to open afterwards
 */
export async function signIn(
  page: Page,
  server: Visited,
  email: string,
  path: string = tasksPath,
): Promise<void> {
  await giveCode(page, server, email, "signin");
  await page.goto(path);
}

async function giveCode(page: Page, server: Visited, email: string, purpose: "signin" | "signup") {
  await send(page, server, purpose === "signup" ? signUpPath : signInPath, { email });
  await send(page, server, verifyPath, { email, purpose, code: await server.codeFor(email) });
}

/** Sends a form as a page without scripts does. The visit keeps the cookie from the response. */
async function send(page: Page, { url }: Visited, path: string, form: Record<string, string>) {
  const sent = { form, headers: { origin: new URL(url).origin }, maxRedirects: 0 };
  const answer = await page.request.post(url + path, sent);
  assert.equal(answer.status(), 303, path);
}

/** Requests a code on the open page and enters it. With JavaScript, the sixth digit sends the form. */
export async function enterCode(page: Page, server: Visited, email: string, button: string) {
  await askForCode(page, email);
  const scripted = await page.evaluate(() => "Alpine" in globalThis);
  await page.getByLabel("Six-digit code").fill(await server.codeFor(email));
  if (!scripted) await page.getByRole("button", { name: button }).click();
}

/** Requests a code on the open page, and waits for the code field. */
export async function askForCode(page: Page, email: string) {
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Six-digit code").waitFor();
  await page.waitForLoadState("load");
}

/** Creates a task through the composer, in a dialog or on its page, and waits until the server has stored it. */
export async function compose(
  page: Page,
  task: { title: string; description?: string; status?: string; priority?: string },
): Promise<void> {
  await page.getByRole("link", { name: /^(New task|Create first task)$/ }).first().click();
  await page.getByRole("textbox", { name: "Title" }).fill(task.title);
  if (task.description) {
    await page.getByRole("textbox", { name: "Description" }).fill(task.description);
  }
  for (const field of ["status", "priority"] as const) {
    const value = task[field];
    if (value) await fillIn(page, field === "status" ? "Status" : "Priority", value);
  }
  await Promise.all([
    page.waitForResponse((answer) =>
      answer.request().method() === "POST" && new URL(answer.url()).pathname === tasksPath
    ),
    page.getByRole("button", { name: "Create task" }).click(),
  ]);
}

/** Returns the pill of a property in the composer. */
export function pill(page: Page, property: string): Locator {
  return page.getByRole("group", { name: "Properties" })
    .getByRole("button", { name: new RegExp(`^${property}(:|$)`) });
}

/** Sets a property in the composer: in its pill's menu or, without scripts, in its select field. */
async function fillIn(page: Page, property: string, value: string) {
  if (!await page.evaluate(() => "Alpine" in globalThis)) {
    await page.getByRole("combobox", { name: property }).selectOption(value);
    return;
  }
  await pill(page, property).click();
  await page.locator(`#menu [role="option"][value="${value}"]`).click();
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
}

/** Returns a list's row by its task's full title. */
export function row(page: Page, title: string): Locator {
  return page.getByRole("link", { name: title, exact: true });
}

/** Opens a task from the list, and waits for its page. */
export async function openTask(page: Page, title: string): Promise<void> {
  await row(page, title).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Opens a property's menu on a task's page and chooses an option. */
export async function choose(page: Page, property: string, choice: string | RegExp) {
  await page.getByRole("link", { name: new RegExp(`^${property}\\b`) }).click();
  await page.getByRole("option", { name: choice }).click();
}

/** Opens the More menu on a task's page and chooses an option. */
export async function actOn(page: Page, action: string) {
  await page.getByRole("banner").getByRole("link", { name: "More actions" }).click();
  await page.getByRole("option", { name: action }).click();
}

/** Waits until the page shows an event in the activity, directly or in an expanded group. */
export async function tells(page: Page, region: "Properties" | "Activity", text: string) {
  const place = region === "Properties"
    ? page.getByRole("complementary", { name: region })
    : page.getByRole("region", { name: region });
  // Matches whole words, so that "Low" doesn't match "Followers"
  const words = region === "Properties"
    ? new RegExp(`\\b${RegExp.escape(text)}(?!\\w)`, "i")
    : text;
  const told = place.getByText(words).first();
  await told.waitFor({ state: "attached" });
  const run = place.locator("details.run:not([open])", { has: page.getByText(text) }).first();
  if (await run.count() > 0) await run.locator("summary").click();
  await told.waitFor();
}

/** Presses G and a letter without a pause, because a busy machine could exceed the second allowed between them. */
export async function goByKeys(page: Page, letter: string): Promise<void> {
  await Promise.all([page.keyboard.press("g"), page.keyboard.press(letter)]);
}

/**
 * Returns the focused element, next to an element located once for all Tab stops, because locating by role is slower.
 */
export const focusBeside = (found: ElementHandle) =>
  found.evaluate((one) => {
    const focused = one.ownerDocument.querySelector(":focus");
    if (!one.isConnected) return "unknown";
    return focused === null ? "nowhere" : focused === one ? "this" : "another";
  });

/** Marks the page, so that a test can find out later whether it was reloaded. */
export async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(globalThis, { marked: true }));
  return async () => {
    const kept = await page.evaluate(() => "marked" in globalThis);
    assert.ok(kept, "the page was loaded anew");
  };
}

/** Returns a visit's session cookie as a header for direct requests. */
export async function cookieOf({ context }: Visit): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Archives a task in the open list by keyboard, and waits until its row disappears. */
export async function archiveByKey(page: Page, title: string) {
  await row(page, title).focus();
  await page.keyboard.press(".");
  await page.getByRole("option", { name: "Archive" }).waitFor();
  await page.keyboard.type("arch");
  await page.keyboard.press("Enter");
  await row(page, title).waitFor({ state: "detached" });
}
