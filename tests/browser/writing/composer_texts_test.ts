import assert from "node:assert/strict";
import { pill, row } from "../../support/browser_walk.ts";
import {
  menuField,
  openComposer,
  openLeft,
  paste,
  pick,
  signInToAcme,
} from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";
import { edit, field, note } from "../../support/writing.ts";

browserTest(
  "a template fills in the untouched fields, lists what it skipped, and can be removed",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    await page.keyboard.press("Alt+Shift+E");
    await menuField(page).waitFor();
    assert.equal(
      await page.getByRole("option", { name: "Call back" }).count(),
      0,
      "another team's",
    );
    await page.keyboard.type("bug");
    await page.keyboard.press("Enter");
    await page.getByText("Filled in: description, priority. Not replaced: title.").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Mend the gate");
    assert.equal(await field(page, "Description").inputValue(), "What happened?");
    await pill(page, "Priority").getByText("High").waitFor();

    await pick(page, "e", "chore");
    await page.getByText("Filled in: description, priority.", { exact: true }).waitFor();
    assert.equal(await field(page, "Description").inputValue(), "Every spring.");
    await pill(page, "Priority").getByText("High").waitFor({ state: "detached" });

    await field(page, "Description").fill("Mine.");
    await pick(page, "e", "no template");
    assert.equal(await field(page, "Description").inputValue(), "Mine.");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a template keeps the team of the new task, and every field that the template doesn't set",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await page.goto("/workspace/tasks?teamId=SUP&priority=low&status=planned");
    await openComposer(page);
    /** Checks the pills after a template was chosen. */
    const choose = async (typed: string, says: string, priority: string) => {
      await pick(page, "e", typed);
      await page.getByText(says, { exact: true }).waitFor();
      await pill(page, "Priority").getByText(priority).waitFor();
      await pill(page, "Team").getByText("Support").waitFor();
      await pill(page, "Status").getByText("Planned").waitFor();
    };
    await page.keyboard.type(" ");
    await choose("bug", "Filled in: title, description, priority.", "High");
    await field(page, "Title").fill("Something breaks ");
    await choose("call", "Filled in: title, description, priority.", "Low");
    assert.equal(await field(page, "Title").inputValue(), "");
    await choose("no template", "No template.", "Low");
    await pick(page, "t", "acme");
    await pill(page, "Team").getByText("Acme").waitFor();
    await pick(page, "e", "chore");
    await page.getByText("Filled in: description.", { exact: true }).waitFor();
    await pick(page, "e", "no template");
    await page.getByText("No template.", { exact: true }).waitFor();
    await pill(page, "Team").getByText("Acme").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a new task starts with the values in its URL", async (stage) => {
  await using visit = await signInToAcme(stage);
  const path = "/workspace/tasks/compose?title=Oil&description=Hinges&priority=urgent" +
    "&status=planned&teamId=SUP&projectId=GAT&assigneeId=me&deadlineAt=2031-02-03";
  const { page } = visit;
  await page.goto(path);
  const shows = ["Support", "Planned", "Urgent", "Ada", "Gatehouse", "3 Feb 2031"];
  for (const text of shows) {
    await page.locator("#pills").getByText(text, { exact: false }).waitFor();
  }
  assert.equal(await field(page, "Title").inputValue(), "Oil");
  assert.equal(await page.locator(".asked-fields").isVisible(), false, "no bare lists");

  const more = new URLSearchParams({ tags: "Bug", parentId: "SUP-9", deadlineAt: "2031-02-03" });
  more.append("tags", "Feature");
  more.append("resources", "https://example.com/spec The spec");
  more.append("relations", "blocks SUP-8");
  await page.goto(`/workspace/tasks/compose?title=Oil&${more}`);
  for (const text of ["2 labels", "Sub-task of SUP-9", "Blocks SUP-8"]) {
    await page.locator("#pills").getByText(text).waitFor();
  }
  const link = page.getByRole("textbox", { name: "Title of link example.com" });
  assert.equal(await link.inputValue(), "The spec");
});

browserTest(
  '"Create more" keeps every property, and the message about the new task appears above the dialog',
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Ash");
    await pick(page, "p", "high");
    await pick(page, "m", "gate");
    await page.getByLabel("Create more").check();
    await field(page, "Title").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("status").getByText("-1 created").waitFor();
    await page.locator("#composer [name=title]:focus").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "");
    for (const shows of ["High", "Gatehouse"]) {
      await page.locator("#pills").getByText(shows).waitFor();
    }
    await page.keyboard.type("Birch");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("status").getByText("-2 created").waitFor();
    assert.equal(await page.getByRole("link", { name: "Open", exact: true }).count(), 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a new task saved as a draft is in no list and leaves the composer empty",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.getByText(/-1 saved as a draft/).waitFor();
    assert.equal(await row(page, "Mend the gate").count(), 0);
    await openComposer(page);
    assert.equal(await field(page, "Title").inputValue(), "");
    assert.equal(await note(page).count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a long text pasted as a title continues in the description", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await openComposer(page);
  await paste(page, "Mend the gate\nIt squeaks.\n");
  assert.equal(await field(page, "Title").inputValue(), "Mend the gate");
  assert.equal(await field(page, "Description").inputValue(), "It squeaks.");
  await page.getByText("The rest of your pasted text").waitFor();
  await field(page, "Title").fill("");
  await paste(page, "word ".repeat(800).trim());
  const title = await field(page, "Title").inputValue();
  assert.ok(title.length <= 512 && title.endsWith("word"));
  const description = await field(page, "Description").inputValue();
  assert.equal(`${title} ${description}`, `${"word ".repeat(800).trim()}\n\nIt squeaks.`);
});

browserTest(
  "on a phone, the composer fills the screen, with its button at the bottom",
  async (stage) => {
    await using visit = await signInToAcme(stage, { width: 390 });
    const { page } = visit;
    await page.getByRole("link", { name: "New task" }).first().click();
    await field(page, "Title").fill("Mend the gate");
    await pill(page, "Priority").click();
    await page.getByRole("option", { name: "High" }).click();
    await pill(page, "Priority").getByText("High").waitFor();
    const create = page.getByRole("button", { name: "Create task" });
    const { y, height } = (await create.boundingBox())!;
    assert.ok(y + height > 850 && y + height <= 900, `${y + height}`);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    await create.click();
    await row(page, "Mend the gate").waitFor();
  },
);

browserTest(
  "on a phone, the keyboard covers no button, and a menu is a sheet at the bottom",
  async (stage) => {
    await using visit = await signInToAcme(stage, { width: 390, touch: true });
    const { page } = visit;
    await page.getByRole("link", { name: "New task" }).first().tap();
    await page.locator("form[data-composer]").waitFor();
    await field(page, "Description").fill("It squeaks.\n".repeat(40));
    // The part of the page above an on-screen keyboard: `interactive-widget=resizes-content`
    await page.setViewportSize({ width: 390, height: 480 });
    const create = page.getByRole("button", { name: "Create task" });
    const inSight = async () => {
      const { y, height } = (await create.boundingBox())!;
      return y > 0 && y + height <= 480;
    };
    assert.ok(await inSight());
    await field(page, "Title").fill("Mend the gate");
    assert.ok(await inSight(), "wherever one writes");
    await pill(page, "Priority").tap();
    await page.locator("#menu:popover-open").getByRole("option", { name: "High" }).waitFor();
    const box = (await page.locator("#menu").boundingBox())!;
    assert.deepEqual([box.x, box.width, box.y + box.height], [0, 390, 480]);
    await page.getByRole("option", { name: "High" }).tap();
    await pill(page, "Priority").getByText("High").waitFor();
    await create.tap();
    await row(page, "Mend the gate").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a rejected new task keeps its text and shows the reason in view", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await page.goto("/workspace/tasks/compose?parentId=NOPE-1");
  await field(page, "Title").fill("Mend the gate");
  await field(page, "Description").fill("It squeaks.");
  await page.getByRole("button", { name: "Create task" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await field(page, "Title").inputValue(), "Mend the gate");
  assert.equal(await field(page, "Description").inputValue(), "It squeaks.");
});

browserTest(
  "people are suggested in a new task's description, and Esc closes only the suggestions",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    await field(page, "Description").focus();
    const offers = page.locator("#suggestions:popover-open");
    await page.keyboard.type("Ask @ad");
    await offers.waitFor();
    await page.keyboard.press("Escape");
    await offers.waitFor({ state: "detached" });
    assert.ok(await field(page, "Title").isVisible(), "the composer stays");
    await page.keyboard.type("a");
    await offers.waitFor();
    await page.keyboard.press("Enter");
    assert.match(await field(page, "Description").inputValue(), /^Ask @ada\b/);
    await page.keyboard.press("Control+Enter");
    await row(page, "Mend the gate").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a task's pasted URL is replaced with its reference, and Esc immediately afterward restores the URL",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    const address = `${stage.server.url}/workspace/tasks/SUP-7`;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    const description = field(page, "Description");
    await description.focus();
    await page.keyboard.type("As in ");
    await paste(page, address);
    assert.equal(await description.inputValue(), "As in SUP-7");
    await page.keyboard.press("Escape");
    assert.equal(await description.inputValue(), `As in ${address}`);
    assert.ok(await description.isVisible(), "the composer stays");
    await page.keyboard.type(" and ");
    await paste(page, address);
    await page.keyboard.type("!");
    await page.keyboard.press("Escape");
    await openLeft(page);
    await edit(page, "description");
    assert.equal(await description.inputValue(), `As in ${address} and SUP-7!`);
  },
);
