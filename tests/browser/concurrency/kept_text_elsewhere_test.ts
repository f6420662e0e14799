import assert from "node:assert/strict";
import { compose, enterCode, openTask, signUpOnPages } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field, leave, note, taskPage } from "../../support/writing.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "text is kept if the server is unreachable or broken, or if a proxy responds",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const comment = field(page, "Comment");
    const send = page.getByRole("button", { name: "Comment", exact: true });
    await comment.fill("Half a thought");
    for (const fault of ["offline", "500", "503"]) {
      const pattern = "**/comments";
      await intercept(
        page,
        pattern,
        (route) =>
          fault === "offline"
            ? route.abort()
            : route.fulfill({ status: Number(fault), body: "<html><body>no</body></html>" }),
      );
      await send.click();
      await page.getByRole("status").getByText("Can't reach the server").waitFor();
      assert.equal(await comment.inputValue(), "Half a thought", fault);
      await page.unroute(pattern);
      await page.reload();
      assert.equal(await comment.inputValue(), "Half a thought", fault);
    }
  },
);

browserTest(
  "text survives the end of its session, only for its author, until the author signs out",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    const comment = field(page, "Comment");
    await comment.fill("Half a thought");
    await context.clearCookies();
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.waitForURL(/\/auth\/signin/);
    const back = page.url();
    await signUpOnPages(page, server, "grace@example.com");
    await compose(page, { title: "Paint the fence" });
    await openTask(page, "Paint the fence");
    assert.equal(await comment.inputValue(), "");
    await context.clearCookies();
    await page.goto(back);
    await enterCode(page, server, "ada@example.com", "Continue");
    await note(page).waitFor();
    assert.equal(await comment.inputValue(), "Half a thought");
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.match(await stored(), /Half a thought/);
    await page.getByRole("button", { name: "Acme" }).click();
    await page.getByRole("option", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    assert.doesNotMatch(await stored(), /Half a thought/);
  },
);

browserTest(
  "the next person to sign in sees nothing of the previous person's lists",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Oil the gate", "Sell the house"]);
    await openTask(page, "Oil the gate");
    const steps = page.getByRole("navigation", { name: "Tasks in this list" });
    await steps.getByRole("link", { name: "Previous: Sell the house" }).waitFor();
    const entries = await page.evaluate<number>("history.length");
    await visit.context.clearCookies();
    await page.goto(server.url);
    await signUpOnPages(page, server, "grace@example.com");
    await compose(page, { title: "Paint the fence" });
    await openTask(page, "Paint the fence");
    // Going back destroys the page's context, so the page goes back after evaluate has returned
    await page.evaluate(`void setTimeout(() => history.go(${entries} - history.length))`);
    await page.waitForFunction(
      (at) => Reflect.get(globalThis, "navigation").currentEntry.index < at,
      entries,
    );
    await page.getByRole("heading", { level: 1, name: "Paint the fence" }).waitFor();
    assert.doesNotMatch(await page.content(), /Sell the house/);
  },
);

browserTest(
  "a second tab shows the first tab's text, and the newer text is kept",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const other = await visit.context.newPage();
    await other.goto(taskPage);
    await field(page, "Comment").fill("First");
    await note(other).waitFor();
    assert.equal(await field(other, "Comment").inputValue(), "First");
    await field(page, "Comment").fill("");
    await note(other).waitFor({ state: "detached" });
    assert.equal(await field(other, "Comment").inputValue(), "");
    await field(page, "Comment").fill("First");
    await note(other).waitFor();
    await field(other, "Comment").fill("Second");
    assert.equal(await field(page, "Comment").inputValue(), "First", "one types there");
    await page.reload();
    // If the page was rendered before the server had the text, the text appears by itself
    await note(page).waitFor();
    assert.equal(await field(page, "Comment").inputValue(), "Second");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".comment").waitFor();
    await other.reload();
    assert.equal(await field(other, "Comment").inputValue(), "");
  },
);

browserTest(
  "two tabs that don't show each other's text each keep their own text",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const other = await visit.context.newPage();
    await other.goto(taskPage);
    // Only the device stores the texts, because the server would compare them
    for (const tab of [page, other]) {
      await intercept(tab, "**/unsent-comment", (route) => route.abort());
    }
    // A focused field ignores texts stored by another tab
    await field(other, "Comment").focus();
    await field(page, "Comment").fill("First");
    await field(other, "Comment").fill("Second");
    await page.reload();
    for (const text of ["Second", "First"]) {
      assert.equal(await field(page, "Comment").inputValue(), text);
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      await page.locator(".comment", { hasText: text }).waitFor();
      await page.reload();
    }
    assert.equal(await field(page, "Comment").inputValue(), "");
  },
);

browserTest(
  "if the device stores nothing, a text is kept while its page is open",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      })
    );
    await page.reload();
    await begin(page);
    await edit(page, "description");
    await field(page, "Description").fill("It squeaks in the rain.");
    await leave(page);
    await edit(page, "description");
    await note(page).waitFor();
    assert.equal(await field(page, "Description").inputValue(), "It squeaks in the rain.");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "stored texts are deleted when they are too old or too many",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.evaluate(() => {
      const day = 24 * 3_600_000;
      const kept = (age: number) =>
        JSON.stringify({ at: Date.now() - age, values: { body: ["x"] }, from: { body: [""] } });
      localStorage.setItem("kept old", kept(31 * day));
      localStorage.setItem("kept broken", "{");
      localStorage.setItem("another's", "{");
      for (let n = 0; n < 120; n++) localStorage.setItem(`kept ${n}`, kept(n * 60_000));
    });
    await page.reload();
    const keys = await page.evaluate(() => Object.keys(localStorage));
    assert.equal(keys.filter((key) => key.startsWith("kept ")).length, 100);
    assert.ok(keys.includes("another's") && keys.includes("kept 0") && keys.includes("kept 99"));
  },
);
