import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { choose, compose, openTask, tells } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { type Colleagues, colleagues } from "../../support/colleagues.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { edit, field } from "../../support/writing.ts";

const save = (page: Page) => page.getByRole("button", { name: /^Save/ }).click();
const selfSaved = (page: Page) => page.getByText("Saved", { exact: true }).waitFor();

/** Opens a task as two people. */
async function onOneTask(stage: Stage, description = "It squeaks.") {
  const people = await colleagues(stage);
  const [grace, heinz] = [people.grace.page, people.heinz.page];
  await compose(grace, { title: "Mend the gate", description });
  await openTask(grace, "Mend the gate");
  await heinz.goto(grace.url());
  await heinz.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
  return { people, grace, heinz };
}

/** Lets another person save a newer description while the first one is editing. */
async function saveTheirs(page: Page) {
  await field(page, "Description").fill("Theirs.");
  await save(page);
  await page.locator(".markdown", { hasText: "Theirs." }).waitFor();
}

async function taskOf({ server }: Stage, { ada }: Colleagues) {
  const request = `GET /workspaces/${ada.workspaceId}/tasks`;
  const { body } = await ask(server.url, request, { token: ada.token });
  return body.tasks[0] as { title: string; description: string; priority: string };
}

browserTest("two people who edit different fields don't conflict", async (stage) => {
  const { people, grace, heinz } = await onOneTask(stage);
  await using _people = people;
  await edit(grace, "description");
  await field(grace, "Description").pressSequentially(" Oil it.");
  await choose(heinz, "Priority", "Urgent");
  await tells(heinz, "Properties", "Urgent");
  await edit(heinz, "title");
  await field(heinz, "Title").fill("Mend the garden gate");
  await save(heinz);
  await heinz.getByRole("heading", { level: 1, name: "Mend the garden gate" }).waitFor();
  await selfSaved(grace);
  await heinz.getByRole("textbox", { name: "Comment", exact: true }).fill("Done soon.");
  await heinz.getByRole("button", { name: "Comment", exact: true }).click();
  await heinz.locator(".comment", { hasText: "Done soon." }).waitFor();
  await field(grace, "Description").pressSequentially(" Twice.");
  await save(grace);
  await grace.locator(".markdown", { hasText: "It squeaks. Oil it. Twice." }).waitFor();
  const { title, description, priority } = await taskOf(stage, people);
  assert.deepEqual({ title, description, priority }, {
    title: "Mend the garden gate",
    description: "It squeaks. Oil it. Twice.",
    priority: "urgent",
  });
  assert.equal(await grace.getByText("while you were editing").count(), 0);
});

/** Waits until an element is to the right of another one, with a gap between them. */
async function areApart(one: Locator, other: Locator): Promise<void> {
  const page = one.page();
  await page.waitForFunction(([one, other]) => {
    const [a, b] = [one, other].map((element) => element!.getBoundingClientRect());
    return b!.left - a!.right >= 8;
  }, [await one.elementHandle(), await other.elementHandle()] as const);
}

browserTest("an edit of a changed text shows both versions and their authors", async (stage) => {
  const { people, grace, heinz } = await onOneTask(stage);
  await using _people = people;
  for (const name of ["description", "title"] as const) {
    const label = name === "title" ? "Title" : "Description";
    await edit(grace, name);
    await edit(heinz, name);
    await field(heinz, label).fill(`What Heinz wrote as ${name}`);
    await save(heinz);
    await heinz.getByText(`What Heinz wrote as ${name}`).first().waitFor();
    await field(grace, label).fill(`What Grace wrote as ${name}`);
    // Leaving the field saves, so a later click on Save could accept the newer version
    await field(grace, "Comment").focus();
    const asks = grace.getByText(`changed the ${name} while you were editing`);
    await asks.getByText("Heinz Zemanek").waitFor();
    const theirs = grace.getByRole("region", { name: "Current version" });
    await theirs.getByText(`What Heinz wrote as ${name}`).waitFor();
    assert.equal(await field(grace, label).inputValue(), `What Grace wrote as ${name}`);
    await areApart(theirs, field(grace, label));
    const ranks = await grace.evaluate<number[]>(
      `[...document.querySelectorAll("#main :is(h1, h2, h3, h4)")].map(({ tagName }) =>
        Number(tagName[1])
      )`,
    );
    assert.ok(ranks.every((rank, at) => rank <= (ranks[at - 1] ?? 0) + 1), `${ranks}`);
    assert.equal((await taskOf(stage, people))[name], `What Heinz wrote as ${name}`);
    if (name === "title") await grace.getByRole("link", { name: "Use newer version" }).click();
    else await save(grace);
    await theirs.waitFor({ state: "detached" });
  }
  const { title, description } = await taskOf(stage, people);
  assert.deepEqual([title, description], [
    "What Heinz wrote as title",
    "What Grace wrote as description",
  ]);
});

browserTest("a tab that wakes with an open text overwrites nobody's change", async (stage) => {
  const { people, grace, heinz } = await onOneTask(stage);
  await using _people = people;
  await edit(grace, "description");
  await grace.context().setOffline(true);
  await field(grace, "Description").pressSequentially(" Mine.");
  await grace.getByText("Not saved yet. Your text is stored on this device.").waitFor();
  await edit(heinz, "description");
  await saveTheirs(heinz);
  await grace.context().setOffline(false);
  await field(grace, "Comment").focus();
  await field(grace, "Description").press("End");
  await grace.keyboard.type(" Too.");
  const theirs = grace.getByRole("region", { name: "Current version" });
  await theirs.getByText("Theirs.").waitFor();
  assert.equal(await field(grace, "Description").inputValue(), "It squeaks. Mine. Too.");
  assert.equal((await taskOf(stage, people)).description, "Theirs.");
});

browserTest(
  "leaving a text while it is being rejected doesn't overwrite the newer version",
  async (stage) => {
    const { people, grace, heinz } = await onOneTask(stage);
    await using _people = people;
    await edit(grace, "description");
    await edit(heinz, "description");
    await saveTheirs(heinz);
    await grace.evaluate(`
      globalThis.left = new Promise((done) => {
        document.addEventListener("htmx:after:request", function refused({ detail: { ctx } }) {
          if (!ctx.sourceElement.matches("form[data-autosaves]")) return;
          document.removeEventListener("htmx:after:request", refused);
          document.querySelector("textarea[name=body]").focus();
          setTimeout(done);
        });
      });
      undefined;
    `);
    await field(grace, "Description").press("End");
    await grace.keyboard.type(" Mine.");
    await grace.getByRole("region", { name: "Current version" }).getByText("Theirs.").waitFor();
    await grace.evaluate("globalThis.left");
    await allAnswered(grace);
    assert.equal((await taskOf(stage, people)).description, "Theirs.");
  },
);

browserTest(
  "a text that is rejected for another reason still conflicts with the newer version",
  async (stage) => {
    const { people, grace, heinz } = await onOneTask(stage);
    await using _people = people;
    await edit(grace, "description");
    await edit(heinz, "description");
    await saveTheirs(heinz);
    await field(grace, "Description").fill("Mine\u0007");
    await save(grace);
    await grace.getByText("Remove the control character").first().waitFor();
    await field(grace, "Description").fill("Mine");
    await save(grace);
    await grace.getByRole("region", { name: "Current version" }).getByText("Theirs.").waitFor();
    assert.equal((await taskOf(stage, people)).description, "Theirs.");
  },
);

browserTest(
  "twenty checkboxes that two people check at the same time are all checked",
  async (stage) => {
    const items = Array.from({ length: 20 }, (_, at) => `item ${at + 1}.`);
    const list = items.map((item) => `- [ ] ${item}`).join("\n");
    const { people, grace, heinz } = await onOneTask(stage, list);
    await using _people = people;
    const tick = (page: Page, odd: number) =>
      page.evaluate(`[...document.querySelectorAll(".checklist-box")]
      .filter((_, at) => at % 2 === ${odd}).forEach((box) => box.click())`);
    await Promise.all([tick(grace, 0), tick(heinz, 1)]);
    await Promise.all([grace, heinz].map(allAnswered));
    await grace.reload();
    await grace.getByRole("checkbox", { checked: true }).nth(19).waitFor();
    assert.equal((await taskOf(stage, people)).description, list.replaceAll("[ ]", "[x]"));
  },
);

/** Measures both descriptions of a conflict, which must be complete. */
async function measureConflict(page: Page, theirs: string, mine: string) {
  const now = page.getByRole("region", { name: "Current version" });
  await now.getByText(theirs, { exact: true }).waitFor();
  const own = field(page, "Description");
  assert.equal(await own.inputValue(), mine);
  const [above, below, width] = await Promise.all([
    now.boundingBox(),
    own.boundingBox(),
    page.evaluate<number>("Math.max(document.documentElement.scrollWidth, innerWidth)"),
  ]);
  return { theirs: above!, mine: below!, width };
}

/** A text that is wider than the page. */
const code = `\n\n\`\`\`\n${"a long line of code, ".repeat(12)}\n\`\`\``;

for (const width of [1440, 390]) {
  browserTest(
    `both versions of a text appear ${
      width > 1000 ? "side by side" : "one above the other on a phone"
    }, and keys choose either`,
    async (stage) => {
      const { people, grace, heinz } = await onOneTask(stage);
      await using _people = people;
      await grace.setViewportSize({ width, height: 900 });
      for (const keepsMine of [false, true]) {
        const [theirs, mine] = ["Heinz", "Grace"].map((who) => `What ${who} wrote, ${keepsMine}.`);
        await grace.locator("#open-edit-description").press("Enter");
        await field(grace, "Description").waitFor();
        await edit(heinz, "description");
        await field(heinz, "Description").fill(theirs! + code);
        await save(heinz);
        await heinz.locator(".markdown", { hasText: theirs! }).waitFor();
        await field(grace, "Description").press("ControlOrMeta+A");
        await grace.keyboard.type(mine!);
        await grace.keyboard.press("ControlOrMeta+Enter");
        const stand = await measureConflict(grace, theirs!, mine!);
        assert.equal(stand.width, width, "nothing scrolls sideways");
        if (width > 1000) assert.ok(stand.theirs.x + stand.theirs.width <= stand.mine.x);
        else assert.ok(stand.theirs.y + stand.theirs.height <= stand.mine.y);
        assert.ok(await field(grace, "Description").evaluate((one) => one.matches(":focus")));
        await grace.keyboard.press(keepsMine ? "ControlOrMeta+Enter" : "Escape");
        await grace.locator("#open-edit-description:focus").waitFor();
        const kept = keepsMine ? mine! : theirs!;
        await grace.locator("#task-description .markdown", { hasText: kept }).waitFor();
        const { description } = await taskOf(stage, people);
        assert.equal(description, keepsMine ? kept : kept + code);
        if (keepsMine) continue;
        await grace.keyboard.press("Enter");
        await grace.getByText("Draft restored").waitFor();
        assert.equal(await field(grace, "Description").inputValue(), mine, "nor is that lost");
        await grace.getByRole("button", { name: "Discard" }).press("Enter");
        await field(grace, "Description").press("Escape");
        await grace.locator("#open-edit-description:focus").waitFor();
      }
    },
  );
}
