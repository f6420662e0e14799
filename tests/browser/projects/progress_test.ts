import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { signIn } from "../../support/browser_walk.ts";
import { startInside } from "../../support/house_server.ts";
import { ask, enterRemotely, signUpRemotely } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

/** The server's time: three weeks ago, until the test changes it. */
const begun = Date.now() - 21 * 86_400_000;
let passed = 0;
const clock = () => new Date(begun + passed * 86_400_000);

const composes = (page: Page, key: string) =>
  page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
    key: "${key}", isComposing: true, bubbles: true, cancelable: true }))`);

browserTest(
  "a project's progress has a table, shortcuts ignore composed text, and the printed page is complete",
  async ({ server, open, step }) => {
    passed = 0;
    const ada = await signUpRemotely(server, "ada@example.com");
    let { token } = ada;
    const rest = async (request: string, body: unknown) => {
      const [method, path] = request.split(" ");
      const asked = `${method} /workspaces/${ada.workspaceId}/${path}`;
      const answer = await ask(server.url, asked, { token, body });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
      return answer.body;
    };
    await rest("POST projects", { name: "Gatehouse", key: "GAT", summary: "A lodge by the road" });
    const references: string[] = [];
    for (const title of ["Dig", "Pour", "Lay", "Roof"]) {
      const made = { title, teamId: ada.teamId, projectId: "GAT" };
      references.push((await rest("POST tasks", made)).task.reference);
    }
    for (const at of [7, 14]) {
      passed = at;
      token = await enterRemotely(server, "ada@example.com");
      await rest(`PATCH tasks/${references.shift()}`, { status: "completed" });
    }
    passed = 21;
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/projects/GAT");
    const graph = page.getByRole("region", { name: "Progress over time" }).first();
    await step("progress and the forecast are described, and listed day by day", async () => {
      await graph.getByText(/: 4 tasks in scope, 2 started, 2 completed/).waitFor();
      await graph.getByText(/Estimated completion: /).waitFor();
      await page.locator(".burn-forecast").waitFor({ state: "attached" });
      await graph.getByText("Table", { exact: true }).click();
      const table = graph.getByRole("table");
      const heads = await table.getByRole("columnheader").allInnerTexts();
      assert.deepEqual(heads, ["Day", "Scope", "Started", "Completed"]);
      const rows = await table.locator("tbody tr").evaluateAll((all) =>
        all.map((one) => one.textContent!.match(/\d+$/)![0]!)
      );
      assert.deepEqual([rows[0], rows.at(-1)], ["422", "400"]);
    });
    await step("no single-key shortcut acts while a text is composed", async () => {
      for (const key of ["p", "s", "."]) await composes(page, key);
      assert.equal(await page.locator("#menu:popover-open").count(), 0);
      await page.keyboard.press("p");
      await page.locator("#menu:popover-open").getByRole("option", { name: "Urgent" }).waitFor();
      await page.keyboard.press("Escape");
    });
    await step("a printed project shows its dates and table, without buttons", async () => {
      await page.emulateMedia({ media: "print" });
      await graph.getByRole("table").waitFor();
      await page.getByRole("complementary", { name: "Properties" }).waitFor();
      await page.getByText("A lodge by the road").waitFor();
      for (const tool of [".bar", ".sidebar", ".project-tasks-links", ".edit-link"]) {
        for (const one of await page.locator(tool).all()) {
          assert.equal(await one.isVisible(), false, tool);
        }
      }
      const shown = await page.locator("#main .button:visible").allInnerTexts();
      assert.deepEqual(shown, []);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${wide} px too wide`);
    });
    assert.deepEqual(visit.complaints, []);
  },
  () => startInside({ clock }),
);
