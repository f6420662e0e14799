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

/** From the start page to a first workspace, as a person goes. The email's first part becomes the name. */
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

/** Signs somebody in who has a workspace, and goes from their inbox to its tasks. */
export async function signInOnPages(page: Page, server: Visited, email: string): Promise<void> {
  await page.goto("/auth/signin");
  await enterCode(page, server, email, "Sign in");
  await page.waitForURL("**/workspace/inbox");
  await page.goto("/workspace/tasks");
}

/** Signs somebody up as `signUpOnPages` does, by the same forms but without their pages. Opens no page. */
export async function signUp(page: Page, server: Visited, email: string): Promise<void> {
  await giveCode(page, server, email, "signup");
  const workspace = { name: "Acme", teamName: "Engineering", teamKey: "ENG" };
  await send(page, server, onboardingPath, { yourName: "Ada Lovelace", ...workspace });
}

/** Signs somebody up who is invited, in the same way, accepts as somebody of that name, and goes to the list. */
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

/** Does the same as a person goes, on the pages. */
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
 * Signs somebody in, by the forms without their pages: for what isn't about the way in, a fifth of the work.
 * @param path where they go then
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

/** Sends a form as a page without scripts does; the visit keeps the cookie that it is given. */
async function send(page: Page, { url }: Visited, path: string, form: Record<string, string>) {
  const sent = { form, headers: { origin: new URL(url).origin }, maxRedirects: 0 };
  const answer = await page.request.post(url + path, sent);
  assert.equal(answer.status(), 303, path);
}

/** Asks for a code on the page that is open, and gives it; with JavaScript the sixth digit sends it. */
export async function enterCode(page: Page, server: Visited, email: string, button: string) {
  await askForCode(page, email);
  const scripted = await page.evaluate(() => "Alpine" in globalThis);
  await page.getByLabel("Six-digit code").fill(await server.codeFor(email));
  if (!scripted) await page.getByRole("button", { name: button }).click();
}

/** Asks for a code on the page that is open, and waits for the field that takes it. */
export async function askForCode(page: Page, email: string) {
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Six-digit code").waitFor();
  await page.waitForLoadState("load");
}

/** Creates a task through the composer, in a dialog or on its page, and waits until the server has it. */
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

/** A property of the task that is written in the composer, as its pill tells it. */
export function pill(page: Page, property: string): Locator {
  return page.getByRole("group", { name: "Properties" })
    .getByRole("button", { name: new RegExp(`^${property}(:|$)`) });
}

/** Chooses a property in the composer: from its pill's menu, or its list where there are no scripts. */
async function fillIn(page: Page, property: string, value: string) {
  if (!await page.evaluate(() => "Alpine" in globalThis)) {
    await page.getByRole("combobox", { name: property }).selectOption(value);
    return;
  }
  await pill(page, property).click();
  await page.locator(`#menu [role="option"][value="${value}"]`).click();
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
}

/** A task in a list, by its whole title. */
export function row(page: Page, title: string): Locator {
  return page.getByRole("link", { name: title, exact: true });
}

/** Opens a task from the list, and waits for its page. */
export async function openTask(page: Page, title: string): Promise<void> {
  await row(page, title).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Opens a property's menu on a task's page and chooses. */
export async function choose(page: Page, property: string, choice: string | RegExp) {
  await page.getByRole("link", { name: new RegExp(`^${property}\\b`) }).click();
  await page.getByRole("option", { name: choice }).click();
}

/** Opens the menu of everything else on a task's page and chooses. */
export async function actOn(page: Page, action: string) {
  await page.getByRole("banner").getByRole("link", { name: "More actions" }).click();
  await page.getByRole("option", { name: action }).click();
}

/** Waits until the page tells something of a property, or of history, by itself or in a run that is opened. */
export async function tells(page: Page, region: "Properties" | "Activity", text: string) {
  const place = region === "Properties"
    ? page.getByRole("complementary", { name: region })
    : page.getByRole("region", { name: region });
  // A property in its own words: "Low" is no part of "Followers"
  const words = region === "Properties"
    ? new RegExp(`\\b${RegExp.escape(text)}(?!\\w)`, "i")
    : text;
  const told = place.getByText(words).first();
  await told.waitFor({ state: "attached" });
  const run = place.locator("details.run:not([open])", { has: page.getByText(text) }).first();
  if (await run.count() > 0) await run.locator("summary").click();
  await told.waitFor();
}

/** Presses G and a letter at once: on a machine that is busy more than their second would pass between two presses. */
export async function goByKeys(page: Page, letter: string): Promise<void> {
  await Promise.all([page.keyboard.press("g"), page.keyboard.press(letter)]);
}

/** What has the focus, beside a thing that was found once for all stops: by role and name that takes longer than a key. */
export const focusBeside = (found: ElementHandle) =>
  found.evaluate((one) => {
    const focused = one.ownerDocument.querySelector(":focus");
    if (!one.isConnected) return "unknown";
    return focused === null ? "nowhere" : focused === one ? "this" : "another";
  });

/** Marks the page, to see later whether it was loaded anew. */
export async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(globalThis, { marked: true }));
  return async () => {
    const kept = await page.evaluate(() => "marked" in globalThis);
    assert.ok(kept, "the page was loaded anew");
  };
}

/** The session's cookie of a visit, as a header for requests beside it. */
export async function cookieOf({ context }: Visit): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Archives a task of the list that is shown, by keys alone, and waits until its row has left. */
export async function archiveByKey(page: Page, title: string) {
  await row(page, title).focus();
  await page.keyboard.press(".");
  await page.getByRole("option", { name: "Archive" }).waitFor();
  await page.keyboard.type("arch");
  await page.keyboard.press("Enter");
  await row(page, title).waitFor({ state: "detached" });
}
