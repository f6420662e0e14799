import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { colleagues, listens, overRest } from "../../support/colleagues.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "mention suggestions stay at the typed word when content appears above it",
  async (stage) => {
    await using people = await colleagues(stage);
    const { make, inside } = overRest(stage, people.ada);
    const { page } = people.grace;
    const gate = await make("Mend the gate");
    await page.goto(`/workspace/tasks/${gate.id}`);
    await listens(page);
    const comment = page.getByRole("textbox", { name: "Comment" });
    await comment.pressSequentially("Ask @ad");
    const offers = page.locator("#suggestions:popover-open");
    await offers.waitFor();
    const below = async () =>
      Math.round((await offers.boundingBox())!.y - (await comment.boundingBox())!.y);
    const before = await below();
    await inside(`POST tasks/${gate.id}/comments`, { body: "It is green now." });
    await page.getByText("It is green now.").waitFor();
    assert.equal(await below(), before);
    await page.keyboard.press("Enter");
    assert.equal(await comment.inputValue(), "Ask @ada ");
    assert.deepEqual(people.grace.complaints, []);
  },
);

browserTest(
  "a list keeps the focused row, its position, and an open menu when rows appear above",
  async (stage) => {
    await using people = await colleagues(stage);
    const { make } = overRest(stage, people.ada);
    const { page } = people.grace;
    for (let n = 1; n <= 40; n++) await make(`Jar ${n}`);
    await page.goto("/workspace/tasks");
    await listens(page);
    const jar = row(page, "Jar 35");
    await jar.focus();
    await jar.scrollIntoViewIfNeeded();
    const top = async () => Math.round((await jar.boundingBox())!.y);
    const before = await top();
    await page.keyboard.press("p");
    await page.locator("#menu:popover-open [role=option]").first().waitFor();
    await make("Lid");
    await row(page, "Lid").waitFor();
    assert.ok(await page.locator("#menu").evaluate((menu) => menu.matches(":popover-open")));
    assert.ok(Math.abs(await top() - before) <= 1, `it stood at ${before}, then at ${await top()}`);
    await page.keyboard.press("Escape");
    assert.ok(
      await jar.evaluate((link) => link.matches(":focus")),
      "focus is there again",
    );
  },
);

browserTest("a selection survives other people's changes to the selected tasks", async (stage) => {
  await using people = await colleagues(stage);
  const { make, inside } = overRest(stage, people.ada);
  const { page, complaints } = people.grace;
  const [gate, hinge] = [await make("Mend the gate"), await make("Oil the hinge")];
  await page.goto("/workspace/tasks");
  await listens(page);
  for (const name of ["Mend the gate", "Oil the hinge"]) {
    await row(page, name).focus();
    await page.keyboard.press("x");
  }
  await inside(`PATCH tasks/${gate.id}`, { title: "Paint the gate", status: "progressed" });
  await row(page, "Paint the gate").waitFor();
  assert.deepEqual((await selected(page)).sort(), ["Oil the hinge", "Paint the gate"]);
  await make("Sand the post");
  await row(page, "Sand the post").waitFor();
  await inside(`DELETE tasks/${hinge.id}`);
  await row(page, "Oil the hinge").waitFor({ state: "detached" });
  assert.deepEqual(await selected(page), ["Paint the gate"]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await selected(page), []);
  assert.deepEqual(complaints, []);
});

browserTest(
  "a snoozed entry returns unread to the open inbox when something new happens",
  async (stage) => {
    await using people = await colleagues(stage);
    const { make, inside } = overRest(stage, people.ada);
    const { page, complaints } = people.grace;
    const { body } = await inside("GET members");
    const grace = body.members.find(({ name }: { name: string }) => name === "Grace Hopper").id;
    const gate = await make("Mend the gate", { assigneeId: grace });
    await page.goto("/workspace/inbox");
    await listens(page);
    await row(page, "Mend the gate").focus();
    await page.keyboard.press("h");
    await page.locator("#menu:popover-open [role=combobox]:focus").waitFor();
    await page.keyboard.type("3h");
    await page.locator("#menu .menu-item.here", { hasText: "3 hours" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/^Snoozed until /).waitFor();
    await row(page, "Mend the gate").waitFor({ state: "detached" });
    await inside(`POST tasks/${gate.id}/comments`, { body: "The hinges are here." });
    await page.locator(".entry[data-unread]", { hasText: "The hinges are here." }).waitFor();
    await page.locator("#sidebar .side-count", { hasText: "1" }).waitFor();
    assert.deepEqual(complaints, []);
  },
);
