import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { ask, joinRemotely, signUpRemotely } from "../../support/remote_person.ts";
import { browserTest, type Stage } from "../../support/stage.ts";

/** Ada with projects in two statuses, and Grace, who uses REST. */
async function setUp({ server, open }: Stage) {
  const ada = await signUpRemotely(server, "ada@example.com");
  const rest = async (request: string, body?: unknown, token = ada.token) => {
    const [method, path] = request.split(" ");
    const asked = `${method} /workspaces/${ada.workspaceId}/${path}`;
    const answer = await ask(server.url, asked, { token, ...(body ? { body } : {}) });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  for (
    const [name, status] of [["Gatehouse", "active"], ["Harbour", "active"], ["Jetty", "planned"]]
  ) {
    await rest("POST projects", { name, status });
  }
  const grace = await joinRemotely(server, ada, { email: "grace@example.com", name: "Grace" });
  const visit = await open({});
  await signIn(visit.page, server, "ada@example.com");
  return { ada, grace, rest, visit, page: visit.page };
}

const dialog = (page: Page) => page.locator("#menu:popover-open");
const title = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const edited = (page: Page) => page.getByRole("region", { name: "Unsaved view changes" });
const told = (page: Page, words: string) => page.locator("#toasts").getByText(words).waitFor();
const names = (page: Page) => page.locator("#main .row-title").allTextContents();

browserTest(
  "a view of projects is saved, changed, reset, compared with a newer version, subscribed to, and archived",
  async (stage) => {
    const { visit, page, rest, grace } = await setUp(stage);
    await using _ = visit;
    await stage.step("a list is saved as a view with a typed name", async () => {
      await page.goto("/workspace/projects?status=active&sort=name");
      await row(page, "Gatehouse").waitFor();
      await page.locator("#save-view").click();
      await dialog(page).getByLabel("Name").fill("Under way");
      await dialog(page).getByLabel("Name").press("Enter");
      await title(page, "Under way");
      assert.deepEqual(await names(page), ["Gatehouse", "Harbour"]);
    });
    const address = page.url();
    await stage.step("a changed view says that it is changed, and can be reset", async () => {
      await page.getByRole("link", { name: /^Remove filter: Status/ }).click();
      await row(page, "Jetty").waitFor();
      await page.locator("#bar").getByText("Unsaved changes").waitFor({ state: "attached" });
      await edited(page).getByRole("link", { name: "Reset" }).click();
      await row(page, "Jetty").waitFor({ state: "detached" });
      await edited(page).waitFor({ state: "detached" });
      assert.equal(page.url(), address);
    });
    await stage.step("a changed view is saved, and a key undoes the save", async () => {
      await page.keyboard.press("Control+b");
      await page.locator("#board").waitFor();
      await edited(page).getByRole("button", { name: "Save", exact: true }).click();
      await edited(page).waitFor({ state: "detached" });
      await told(page, "Under way saved");
      await page.goto(address);
      await page.locator("#board").waitFor();
      await page.keyboard.press("Control+z");
      await told(page, "Undone: changes to Under way");
      await page.locator("#board").waitFor({ state: "detached" });
    });
    const [{ id }] = (await rest("GET views?kind=project")).views;
    await stage.step(
      "if someone else saved the view meanwhile, both versions appear before saving",
      async () => {
        await page.getByRole("link", { name: /^Remove filter: Status/ }).click();
        await row(page, "Jetty").waitFor();
        await rest(`PATCH views/${id}`, { sorting: "-createdAt" });
        await page.reload();
        await page.getByText("was saved again while you were changing it").waitFor();
        await edited(page).getByRole("link", { name: "Use newer version" }).waitFor();
        await edited(page).getByRole("button", { name: "Save my version" }).click();
        await told(page, "Under way saved");
        await page.goto(address);
        await row(page, "Jetty").waitFor();
        assert.deepEqual(await names(page).then((all) => all.toSorted()), [
          "Gatehouse",
          "Harbour",
          "Jetty",
        ]);
      },
    );
    await stage.step(
      "a subscriber is notified about other people's changes, but not about their own",
      async () => {
        const bell = page.getByRole("button", { name: "Subscribe to view" });
        assert.equal(await bell.getAttribute("aria-pressed"), "false");
        await bell.click();
        await told(page, "Subscribed to Under way");
        await page.locator('button[aria-pressed="true"][title="Unsubscribe from view"]')
          .waitFor();
        await rest("POST projects", { name: "Mine" });
        const { members } = await rest("GET members");
        const { role: _role, ...found } = members.find(({ name }: { name: string }) =>
          name === "Grace"
        );
        await rest(`PATCH members/${found.id}`, { role: "admin" });
        await rest("POST projects", { name: "Lighthouse" }, grace.token);
        await page.goto("/workspace/inbox");
        await page.locator("#main").getByText("Under way").first().waitFor();
        assert.equal(await page.locator("#main .entry").count(), 1);
        await page.goto(address);
      },
    );
    await stage.step("an archived view says that it's archived, and Undo restores it", async () => {
      await page.locator("#view-actions").click();
      await dialog(page).getByRole("option", { name: "Archive" }).click();
      await page.getByText("This view is archived").waitFor();
      await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
      await told(page, "Under way restored");
      await page.getByText("This view is archived").waitFor({ state: "detached" });
    });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Back from a project restores its list, which also shows other people's changes",
  async (stage) => {
    const { visit, page, rest } = await setUp(stage);
    await using _ = visit;
    for (let n = 10; n < 50; n++) {
      await rest("POST projects", { name: `Stone ${n}`, status: "planned" });
    }
    await page.setViewportSize({ width: 1200, height: 600 });
    await page.goto("/workspace/projects?sort=name&status=planned");
    await row(page, "Stone 40").focus();
    await row(page, "Stone 40").scrollIntoViewIfNeeded();
    const top = () => page.evaluate<number>("document.scrollingElement.scrollTop");
    const before = await top();
    assert.ok(before > 300, `${before} px down`);
    await page.keyboard.press("Enter");
    await title(page, "Stone 40");
    await page.keyboard.press("Escape");
    await row(page, "Stone 40").and(page.locator(":focus")).waitFor();
    assert.equal(new URL(page.url()).search, "?sort=name&status=planned");
    assert.ok(Math.abs(await top() - before) < 5, `${await top()} px instead of ${before}`);
    await row(page, "Stone 40").click();
    await title(page, "Stone 40");
    await page.goBack();
    await row(page, "Stone 40").waitFor();
    assert.ok(Math.abs(await top() - before) < 5);
    await listens(page);
    const { projects } = await rest("GET projects?q=Jetty");
    await rest(`PATCH projects/${projects[0].key}`, { name: "Jetty and pier" });
    await row(page, "Jetty and pier").waitFor();
    await rest("POST projects", { name: "Anchor", status: "planned" });
    await row(page, "Anchor").waitFor();
    assert.ok(await top() > 200, "where one reads stays");
    await page.goto("/workspace/projects?layout=board");
    await listens(page);
    const planned = page.getByRole("region", { name: "Planned", exact: true });
    await planned.getByText("Anchor").waitFor();
    const { projects: [anchor] } = await rest("GET projects?q=Anchor");
    await rest(`PATCH projects/${anchor.key}`, { status: "completed" });
    await page.getByRole("region", { name: "Completed", exact: true }).getByText("Anchor")
      .waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
