import assert from "node:assert/strict";
import { compose, openTask } from "../../support/browser_walk.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";
import { edit, field } from "../../support/writing.ts";

browserTest(
  "only other people's changes are highlighted, also in a task whose text both people edited",
  async (stage) => {
    await using people = await colleagues(stage);
    const { token, workspaceId } = people.ada;
    const { page } = people.grace;
    const does = async (request: string, body: unknown) => {
      const [method, path] = request.split(" ");
      const asked = `${method} /workspaces/${workspaceId}/${path}`;
      const answer = await ask(stage.server.url, asked, { token, body });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
      return answer.body;
    };
    await compose(page, { title: "Mend the gate", description: "It squeaks." });
    await openTask(page, "Mend the gate");
    const reference = new URL(page.url()).pathname.split("/").at(-1)!;
    const { task: { teamId } } = await does(`GET tasks/${reference}`, undefined);
    for (const title of ["Saw", "Nail"]) {
      await does("POST tasks", { title, teamId, parentId: reference });
    }
    await page.reload();
    await listens(page);
    await page.evaluate(`
      globalThis.marked = [];
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...how) {
        marked.push(this.classList[0]);
        return animate.apply(this, how);
      };
    `);
    // A focused element has announced that it opens a menu
    for (const mark of await page.locator("#main .row a[data-menu]").all()) await mark.focus();
    await edit(page, "description");
    await field(page, "Description").pressSequentially(" Oil it.");
    await does(`PATCH tasks/${reference}`, { description: "It creaks." });
    await page.getByText(/changed the description.*while you were editing/).waitFor();
    await page.locator("#main .event", { hasText: "changed the description" }).waitFor();
    await page.waitForFunction("marked.length > 0");
    assert.deepEqual(await page.evaluate("marked"), ["event"]);
    assert.equal(await page.locator("#main .row").count(), 2);
  },
);
