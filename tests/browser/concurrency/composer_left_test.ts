import assert from "node:assert/strict";
import { openTask, pill, row } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import {
  drafts,
  draftSavedToast,
  openComposer,
  openLeft,
  pick,
  sends,
  signInToAcme,
  write,
} from "../../support/composing.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { field, note } from "../../support/writing.ts";

browserTest(
  "closing the composer creates a draft, and the next task starts empty",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await page.goto("/workspace/tasks?priority=low");
    await openComposer(page);
    await pill(page, "Priority").getByText("Low").waitFor();
    await page.keyboard.type("Mend the gate");
    await field(page, "Description").fill("It squeaks.\nLoudly.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await draftSavedToast(page).waitFor();
    await openComposer(page);
    assert.equal(await field(page, "Title").inputValue(), "");
    assert.equal(await note(page).count(), 0);
    await page.keyboard.press("Escape");
    await field(page, "Title").waitFor({ state: "detached" });
    await openLeft(page);
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    await page.getByText("Loudly.").waitFor();
    await page.getByRole("complementary", { name: "Properties" }).getByText("Low", { exact: true })
      .waitFor();
    assert.deepEqual(await drafts(page), ["Mend the gate"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "closing the composer and immediately starting another task keeps both",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await write(page, "Mend the gate");
    // Before the browser reports that the dialog is closed
    await page.evaluate(`{
      document.querySelector("dialog[open]").close();
      document.querySelector("[data-compose]").click();
    }`);
    await draftSavedToast(page).waitFor();
    await page.locator("form[data-composer] [name=title]:focus").waitFor();
    await page.keyboard.type("Oil it");
    await page.keyboard.press("Control+Enter");
    await row(page, "Oil it").waitFor();
    assert.deepEqual(await drafts(page), ["Mend the gate"]);
  },
);

browserTest(
  "a draft saved by the Close button can be discarded from its message, and Undo restores it",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await write(page, "Mend the gate");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await draftSavedToast(page).waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("status").getByText(/^Draft .* discarded/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("status").getByText("Undone: changes to").waitFor();
    assert.deepEqual(await drafts(page), ["Mend the gate"]);
  },
);

browserTest("closing a composer with only prefilled text creates no draft", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  let sent = 0;
  page.on("request", (one) => void (sent += Number(one.method() === "POST")));
  await openComposer(page);
  await pick(page, "p", "urg");
  await pill(page, "Priority").getByText("Urgent").waitFor();
  await page.keyboard.type("x");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  await field(page, "Title").waitFor({ state: "detached" });
  await page.goto("/workspace/tasks?q=gate");
  await page.getByRole("link", { name: "Create task" }).click();
  await page.locator("form[data-composer] [name=title]:focus").waitFor();
  assert.equal(await field(page, "Title").inputValue(), "gate");
  await page.keyboard.press("Escape");
  await field(page, "Title").waitFor({ state: "detached" });
  assert.deepEqual(await drafts(page), []);
  assert.equal(sent, 0);
});

browserTest("text typed while a draft is being saved belongs to the next task", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  await intercept(page, "**/workspace/tasks", async (route) => {
    if (route.request().method() === "POST") await asked;
    await route.continue();
  });
  await write(page, "Ash");
  const sent = sends(page);
  await page.keyboard.press("Escape");
  await sent;
  await write(page, "Birch");
  assert.equal(await note(page).count(), 0);
  answer();
  await draftSavedToast(page).waitFor();
  assert.equal(await field(page, "Title").inputValue(), "Birch");
  assert.equal(await page.locator("#composer [name=title]:focus").count(), 1);
  await page.keyboard.type(" tree");
  await page.keyboard.press("Control+Enter");
  await row(page, "Birch tree").waitFor();
  assert.deepEqual(await drafts(page), ["Ash"]);
  assert.deepEqual(visit.complaints, []);
});

browserTest("closing the composer while its task is created adds no draft", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  await intercept(page, "**/workspace/tasks", async (route) => {
    if (route.request().method() === "POST") await asked;
    await route.continue();
  });
  await write(page, "Ash");
  const sent = sends(page);
  await page.keyboard.press("Control+Enter");
  await sent;
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await field(page, "Title").waitFor({ state: "detached" });
  answer();
  await row(page, "Ash").waitFor();
  await allAnswered(page);
  assert.deepEqual(await drafts(page), []);
  await page.goto("/workspace/tasks");
  assert.deepEqual(await page.locator("#main .row-title").allTextContents(), ["Ash"]);
});

browserTest(
  "closing the composer before its form loads creates a draft",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
    await intercept(page, "**/compose*", async (route) => {
      await asked;
      await route.continue();
    });
    await page.keyboard.press("c");
    await page.locator("[data-begins] textarea:focus").waitFor();
    await page.keyboard.type("Ash");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    answer();
    await draftSavedToast(page).waitFor();
    assert.deepEqual(await drafts(page), ["Ash"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("following a link to another page creates a draft", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await openComposer(page);
  await page.getByLabel("Create more").check();
  await field(page, "Title").fill("Ash");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("status").getByText("-1 created").waitFor();
  await field(page, "Title").fill("Birch");
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Ash" }).waitFor();
  await draftSavedToast(page).waitFor();
  await openComposer(page);
  assert.equal(await field(page, "Title").inputValue(), "");
  assert.deepEqual(await drafts(page), ["Birch"]);
  assert.deepEqual(visit.complaints, []);
});

browserTest("two tabs with unsaved new tasks each save a draft", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page, context } = visit;
  await write(page, "Ash");
  const other = await context.newPage();
  await other.goto("/workspace/tasks");
  await openComposer(other);
  await field(other, "Title").fill("Birch");
  await page.bringToFront();
  await page.keyboard.type(" tree");
  await page.keyboard.press("Escape");
  await draftSavedToast(page).waitFor();
  await other.bringToFront();
  await other.keyboard.press("Escape");
  await draftSavedToast(other).waitFor();
  await other.close();
  assert.deepEqual((await drafts(page)).sort(), ["Ash tree", "Birch"]);
  await openComposer(page);
  assert.equal(await field(page, "Title").inputValue(), "");
});

browserTest("a message about a saved draft doesn't reset a menu's search", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  for (const title of ["Ash", "Birch", "Cedar"]) {
    await write(page, title);
    await page.keyboard.press("Control+Enter");
    await row(page, title).waitFor();
  }
  await openTask(page, "Ash");
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  await intercept(page, "**/workspace/tasks", async (route) => {
    await asked;
    await route.continue();
  });
  await write(page, "Dogwood");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^Parent task/ }).click();
  const found = page.locator('#menu:popover-open [role="combobox"]:focus');
  await found.waitFor();
  await page.keyboard.type("Ceda");
  await page.locator('#menu [data-found="Ceda"]').waitFor();
  const redrawn = page.waitForResponse((one) => /\/parent\b/.test(one.url()));
  answer();
  await draftSavedToast(page).waitFor();
  await (await redrawn).finished();
  await allAnswered(page);
  assert.equal(await found.inputValue(), "Ceda");
  assert.equal(await page.locator('#menu [data-found="Ceda"]').count(), 1);
  assert.match((await page.getByRole("option").allTextContents()).join(), /Cedar/);
  assert.equal(await page.getByRole("option", { name: "Birch" }).count(), 0);
  assert.deepEqual(visit.complaints, []);
});
