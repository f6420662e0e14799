import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { addProjects } from "../../support/planning.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "text typed in a project update or a milestone survives a reload until it is sent",
  async ({ server, open, step }) => {
    const { projectId } = await addProjects(server);
    await using visit = await open({});
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    const forms = [
      ["update", "?add=update", "Update", "It rains on the stones."],
      ["milestone", "?add=milestone", "Name", "Walls"],
    ] as const;
    for (const [what, query, name, text] of forms) {
      await step(what, async () => {
        const field = page.getByRole("textbox", { name, exact: true });
        const come = async () => {
          await page.goto(`/workspace/projects/${projectId}${query}`);
          await field.waitFor();
        };
        await come();
        await field.fill(text);
        await page.getByRole("heading", { level: 1 }).click();
        await come();
        await page.getByText("Draft restored").waitFor();
        assert.equal(await field.inputValue(), text);
        await field.focus();
        await page.keyboard.press("Control+Enter");
        await page.locator("#main").getByText(text).first().waitFor();
        await come();
        assert.equal(await page.getByText("Draft restored").count(), 0);
      });
    }
    assert.deepEqual(visit.complaints, []);
  },
);
