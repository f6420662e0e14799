import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { listen } from "../../support/announcements.ts";
import { intercept } from "../../support/interception.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

const others = (page: Page) => page.getByRole("list", { name: "Also viewing" });
const gone = (page: Page) => others(page).waitFor({ state: "detached" });
const here = (page: Page, words: string) =>
  others(page).getByRole("listitem").filter({ hasText: words }).waitFor({ state: "attached" });

/** Two people, and a task that both can see. */
async function withTask(stage: Parameters<typeof colleagues>[0]) {
  const people = await colleagues(stage);
  const { token, workspaceId, teamId } = people.ada;
  const body = { title: "Mend the gate", teamId, description: "It hangs." };
  const made = await ask(stage.server.url, `POST /workspaces/${workspaceId}/tasks`, {
    token,
    body,
  });
  const path = `/workspace/tasks/${made.body.task.reference}`;
  return { people, path, grace: people.grace.page, heinz: people.heinz.page };
}

browserTest(
  "a task's page shows who else has the task open and what they are editing, until they stop or leave",
  async (stage) => {
    const { people, path, grace, heinz } = await withTask(stage);
    await using _ = people;
    await grace.goto(path);
    await listens(grace);
    const heard = await listen(grace);
    await listens(grace);
    const title = grace.getByRole("heading", { level: 1 });
    const send = grace.getByRole("button", { name: "Comment", exact: true });
    const places = async () => [await title.boundingBox(), await send.boundingBox()];
    const before = await places();
    assert.equal(await others(grace).count(), 0);

    await heinz.goto(path);
    await here(grace, "Heinz Zemanek is viewing this task");
    await here(heinz, "Grace Hopper is viewing this task");

    const comment = heinz.getByRole("textbox", { name: "Comment" });
    await comment.pressSequentially("It squeaks.");
    const beside = grace.locator("#new-comment").getByText("Heinz Zemanek is writing a comment");
    await beside.waitFor();
    await here(grace, "Heinz Zemanek is writing a comment");
    assert.deepEqual(await places(), before, "nothing jumps");
    await requireAccessibleThemes(grace, "a task that somebody else writes on");
    await heinz.getByRole("button", { name: "Comment", exact: true }).click();
    await beside.waitFor({ state: "detached" });
    await here(grace, "Heinz Zemanek is viewing this task");

    await heinz.goto(`${path}?edit=description`);
    await heinz.getByRole("textbox", { name: "Description" }).pressSequentially("Still. ");
    const description = grace.locator("#task-description");
    await description.getByText("Heinz Zemanek is editing the description").waitFor();

    await heinz.goto("/workspace/tasks");
    await gone(grace);
    assert.deepEqual(
      (await heard()).filter((said) => /Heinz .*is (here|writing|editing)/.test(said)),
      [],
    );
    assert.deepEqual([...people.grace.complaints, ...people.heinz.complaints], []);
  },
);

browserTest(
  "a person counts as viewing until their panel or tab is closed",
  async (stage) => {
    const { people, path, grace, heinz } = await withTask(stage);
    await using _ = people;
    await grace.goto(path);
    await listens(grace);
    await heinz.goto("/workspace/tasks");
    await listens(heinz);
    await heinz.getByRole("link", { name: /Mend the gate/ }).first().focus();
    await heinz.keyboard.press("Space");
    await here(grace, "Heinz Zemanek is viewing this task");
    const peek = heinz.locator("#peek");
    await peek.getByRole("list", { name: "Also viewing" }).waitFor();
    await heinz.keyboard.press("Escape");
    await gone(grace);

    const second = await people.heinz.context.newPage();
    await second.goto(path);
    await here(grace, "Heinz Zemanek is viewing this task");
    await second.close({ runBeforeUnload: true });
    await gone(grace);
  },
);

browserTest(
  "a page that can't request presence shows nobody",
  async (stage) => {
    const { people, path, grace, heinz } = await withTask(stage);
    await using _ = people;
    for (const page of [grace, heinz]) {
      await page.goto(path);
      await listens(page);
    }
    await here(grace, "Heinz Zemanek is viewing this task");
    await intercept(grace, "**/here", (route) => route.abort());
    await grace.getByRole("textbox", { name: "Comment" }).press("x");
    await gone(grace);
    await grace.unroute("**/here");
    await grace.getByRole("textbox", { name: "Comment" }).press("Backspace");
    await here(grace, "Heinz Zemanek is viewing this task");
  },
);

browserTest(
  "presence ends soon after a browser is killed, and immediately after losing access",
  async (stage) => {
    const { people, path, grace, heinz } = await withTask(stage);
    await using _ = people;
    for (const page of [grace, heinz]) {
      await page.goto(path);
      await listens(page);
    }
    await here(grace, "Heinz Zemanek is viewing this task");
    // A killed page sends no message
    const cookies = await people.heinz.context.cookies();
    await people.heinz.context.route("**/here", (route) => route.abort());
    await people.heinz.context.close();
    await gone(grace);

    const { token, workspaceId } = people.ada;
    await using again = await stage.open();
    await again.context.addCookies(cookies);
    await again.page.goto(path);
    await here(grace, "Heinz Zemanek is viewing this task");
    const request = `GET /workspaces/${workspaceId}/members`;
    const { body } = await ask(stage.server.url, request, { token });
    const { id } = body.members.find(({ name }: { name: string }) => name === "Heinz Zemanek");
    await ask(stage.server.url, `DELETE /workspaces/${workspaceId}/members/${id}`, { token });
    await gone(grace);
  },
);

browserTest(
  "presence is visible in forced colors, at 200% zoom, and at 360 px, without sideways scrolling",
  async (stage) => {
    const { people, path, grace, heinz } = await withTask(stage);
    await using _ = people;
    await grace.goto(path);
    await listens(grace);
    await heinz.goto(path);
    await heinz.getByRole("textbox", { name: "Comment" }).pressSequentially("It squeaks.");
    const beside = grace.locator("#new-comment").getByText("Heinz Zemanek is writing a comment");
    const title = grace.getByRole("heading", { level: 1 });
    for (const width of [1440, 720, 360]) {
      await grace.setViewportSize({ width, height: 800 });
      for (const forcedColors of ["none", "active"] as const) {
        await grace.emulateMedia({ forcedColors });
        await beside.waitFor();
        const [list, heading, line] = await Promise.all(
          [others(grace), title, beside].map(async (one) => (await one.boundingBox())!),
        );
        const where = `${width} px, forced colours: ${forcedColors}`;
        assert.equal(await grace.evaluate("document.documentElement.scrollWidth"), width, where);
        assert.ok(list!.x >= 0 && list!.x + list!.width <= width, where);
        assert.ok(list!.y + list!.height <= heading!.y + 1, `${where}: not over the title`);
        assert.ok(line!.x >= 0 && line!.x + line!.width <= width && line!.width > 60, where);
        const mark = others(grace).getByRole("listitem").first().locator("> *").first();
        assert.ok(await mark.evaluate((one) => one.checkVisibility()), where);
      }
    }
  },
);
