import assert from "node:assert/strict";
import { lines, runLine } from "../../cli/support/lines.ts";
import { card, cardsByColumn, NEWEST_ABOVE, requireCards } from "../../support/board.ts";
import { row } from "../../support/browser_walk.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { intercept } from "../../support/interception.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { edit, field } from "../../support/writing.ts";

/** Three people in one team, and changes by the one who uses REST. */
async function inside(stage: Stage) {
  const people = await colleagues(stage);
  const { token, workspaceId, teamId } = people.ada;
  const send = async (request: string, body: unknown) => {
    const [method, path] = request.split(" ");
    const whole = `${method} /workspaces/${workspaceId}/${path}`;
    const answer = await ask(stage.server.url, whole, { token, body });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  return { people, send, teamId };
}

browserTest(
  "a change from any interface appears on the task's page, in lists, boards, and views, and keeps typed text",
  async (stage) => {
    const { people, send, teamId } = await inside(stage);
    await using _people = people;
    await using home = await temporaryFolder();
    const made = { title: "Gate", teamId, priority: "urgent", description: "It hangs: " };
    const { task } = await send("POST tasks", made);
    const filters = { priority: "urgent" };
    const { view } = await send("POST views", { name: "Now", scope: "workspace", filters });
    const { page, context, complaints } = people.grace;
    const shown = await Promise.all(
      ["tasks", "tasks?layout=board", `view/${view.key}`].map(async (path) => {
        const tab = await context.newPage();
        await tab.goto(`/workspace/${path}`);
        await listens(tab);
        return tab;
      }),
    );
    await page.goto(`/workspace/tasks/${task.id}`);
    await listens(page);

    const command = { BACKLOG_BASE_URL: stage.server.url, BACKLOG_TOKEN: people.ada.token };
    const env = { ...command, BACKLOG_WORKSPACE: people.ada.workspaceId };
    const other = people.heinz.page;
    await other.goto(`/workspace/tasks/${task.id}`);
    type Change = (title: string, description: string) => Promise<void>;
    const interfaces: Record<string, Change> = {
      browser: async (title, description) => {
        await edit(other, "title");
        await field(other, "Title").fill(title);
        await field(other, "Title").press("Enter");
        await other.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
        await edit(other, "description");
        await field(other, "Description").fill(description);
        await other.getByRole("button", { name: "Save", exact: true }).click();
        await other.locator(".markdown", { hasText: description }).waitFor();
      },
      REST: (title, description) => send(`PATCH tasks/${task.id}`, { title, description }),
    };
    for (const line of lines) {
      interfaces[line.name] = async (title, description) => {
        const texts = ["--title", title, "--description", description];
        const args = ["tasks", "update", task.id, ...texts];
        const { code, stderr } = await runLine(line, home.path, args, { env });
        assert.equal(code, 0, stderr);
      };
    }
    /** Checks that all typed text is unchanged, whichever field has the focus. */
    const texts = { Description: "It hangs: ", Comment: "" };
    const typeInto = async (name: keyof typeof texts) => {
      await field(page, name).focus();
      await page.keyboard.press("ControlOrMeta+End");
      for (const [source, change] of Object.entries(interfaces)) {
        const title = `Gate by ${source} beside the ${name}`;
        await page.keyboard.type("before ");
        await change(title, `It says: ${title}`);
        await page.keyboard.type("and after, ");
        texts[name] += "before and after, ";
        await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
        for (const tab of shown) await row(tab, title).waitFor();
        for (const [name, text] of Object.entries(texts)) {
          assert.equal(await field(page, name).inputValue(), text, `${name} after ${title}`);
        }
      }
    };
    await edit(page, "description");
    // From here on both texts are in their fields, and nothing saves itself
    await send(`PATCH tasks/${task.id}`, { description: "It says otherwise." });
    await field(page, "Description").press("ControlOrMeta+End");
    await page.keyboard.type("mine, ");
    texts.Description += "mine, ";
    const theirs = page.getByRole("region", { name: "Current version" });
    await theirs.getByText("It says otherwise.").waitFor();
    await typeInto("Description");
    const rests = page.waitForResponse("**/unsent-comment", { timeout: 60_000 });
    await typeInto("Comment");
    await rests;
    // The server never receives text typed from here on, and renders the comment as before
    await intercept(page, "**/unsent-comment", (route) => route.abort());
    await field(page, "Comment").press("!");
    texts.Comment += "!";
    await typeInto("Description");
    // The refusals and the lost connection
    const more = complaints.filter((one) => !/^Failed to load resource:.* (412|net)/.test(one));
    assert.deepEqual(more, []);
  },
);

browserTest(
  "a text that someone else saved meanwhile appears beside the edited text, which is kept",
  async (stage) => {
    const { people, send, teamId } = await inside(stage);
    await using _people = people;
    const { page } = people.grace;
    const { task } = await send("POST tasks", { title: "Gate", teamId, description: "It hangs." });
    await page.goto(`/workspace/tasks/${task.id}`);
    await listens(page);
    await edit(page, "description");
    await send(`PATCH tasks/${task.id}`, { description: "It hangs askew." });
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: typed, resolve: goOn } = Promise.withResolvers<void>();
    let refused = 0;
    await intercept(page, "**/workspace/tasks/*", async (route) => {
      if (route.request().method() !== "POST") return await route.continue();
      const answer = await route.fetch();
      if (answer.status() === 412 && ++refused === 2) {
        ask();
        await typed;
      }
      await route.fulfill({ response: answer });
    });
    await page.keyboard.press("End");
    await page.keyboard.type(" It squeaks.");
    await asked;
    await page.keyboard.type(" It sticks.");
    goOn();
    const theirs = page.getByRole("region", { name: "Current version" });
    await theirs.getByText("It hangs askew.").waitFor();
    await page.keyboard.type(" It creaks.");
    const text = "It hangs. It squeaks. It sticks. It creaks.";
    assert.equal(await field(page, "Description").inputValue(), text);
    await page.getByRole("button", { name: "Save my version" }).click();
    await page.locator(".markdown", { hasText: text }).waitFor();
  },
);

browserTest(
  "a card dragged during other people's changes lands where it is dropped, and the changes then appear",
  async (stage) => {
    const { people, send, teamId } = await inside(stage);
    await using _people = people;
    const { page, context } = people.grace;
    const ids: string[] = [];
    for (const title of ["Ash", "Birch", "Elm"]) {
      const status = title === "Elm" ? "planned" : "backlogged";
      ids.push((await send("POST tasks", { title, teamId, status })).task.id);
    }
    const [ash, birch] = ids;
    await page.goto(NEWEST_ABOVE);
    await listens(page);
    const witness = await context.newPage();
    await witness.goto("/workspace/tasks");
    const from = (await card(page, "Ash").boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 70, from.y + 20, { steps: 3 });
    await page.locator(".card-ghost").waitFor();
    await send(`PATCH tasks/${birch}`, { status: "progressed" });
    await send(`PATCH tasks/${ash}`, { title: "Ash tree" });
    await send("POST tasks", { title: "Fir", teamId, status: "planned" });
    await row(witness, "Fir").waitFor();
    const planned = (await page.locator("#group-planned").boundingBox())!;
    await page.mouse.move(planned.x + 60, planned.y + 60, { steps: 4 });
    await page.locator("#group-planned[data-drop]").waitFor();
    assert.deepEqual(await cardsByColumn(page), {
      backlogged: ["Birch", "Ash"],
      planned: ["Elm"],
    });
    await page.mouse.up();
    for (const title of ["Fir", "Ash tree"]) await card(page, title).waitFor();
    const after = { planned: ["Fir", "Elm", "Ash tree"], progressed: ["Birch"] };
    await requireCards(page, after, "where it was let go, with what others did");
    await row(witness, "Ash tree").waitFor();
    assert.equal(await page.locator(".card-ghost, .lifted").count(), 0);
  },
);
