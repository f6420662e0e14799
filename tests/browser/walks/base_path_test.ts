import assert from "node:assert/strict";
import { enterCode, openTask, row, signUp, signUpOnPages } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { startInside } from "../../support/house_server.ts";
import { pressOpen, result, settled } from "../../support/palette_pages.ts";
import { isOn, peek } from "../../support/peeking.ts";
import { browserTest } from "../../support/stage.ts";

const startBelow = () => startInside({ path: "/desk.v2/~backlog" });

browserTest(
  "under a base path, people sign in, work, see others' changes, go back, and sign out, separate from the root",
  async ({ server, open }) => {
    await using root = await startInside();
    await using visit = await open();
    const { page, context } = visit;
    const asked = new Set<string>();
    const atRoot = await context.newPage();
    await signUp(atRoot, root, "root@example.com");
    await atRoot.goto(`${root.url}/workspace/tasks`);
    context.on("request", (request) => asked.add(request.url()));

    await page.goto("/");
    await page.getByRole("button", { name: "Search" }).or(
      page.getByRole("link", { name: "Search" }),
    )
      .first().waitFor();
    await pressOpen(page);
    await result(page, "Create your account").click();
    await page.getByLabel("Email address").waitFor();
    await signUpOnPages(page, server, "ada@example.com");
    await page.keyboard.press("c");
    await page.locator("dialog form.composer [name=title]:focus").waitFor();
    await page.keyboard.type("Mend the gate");
    await page.keyboard.press("Enter");
    await row(page, "Mend the gate").waitFor();

    const other = await context.newPage();
    await other.goto(`${server.url}/workspace/tasks`);
    await listens(other);
    await listens(page);
    await row(page, "Mend the gate").focus();
    await page.keyboard.press("s");
    await page.getByRole("option", { name: "In progress" }).click();
    await other.getByRole("heading", { name: "In progress" }).waitFor();
    await page.getByRole("heading", { name: "In progress" }).waitFor();

    await row(page, "Mend the gate").focus();
    await page.keyboard.press("l");
    await page.locator('#menu [role="combobox"]:focus').waitFor();
    await page.keyboard.type("Harbour");
    await page.getByRole("option", { name: "Create label “Harbour”" }).click();
    await page.locator("#menu").getByRole("option", {
      name: "Harbour",
      exact: true,
      selected: true,
    })
      .waitFor();
    await page.keyboard.press("Escape");
    await other.locator(".row", { hasText: "Mend the gate" }).getByText("Harbour").waitFor();

    const panel = await peek(page, "Mend the gate");
    await isOn(page, "Mend the gate");
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await panel.getByRole("complementary", { name: "Properties" }).getByText("High").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#peek").waitFor({ state: "hidden" });

    await openTask(page, "Mend the gate");
    assert.equal(new URL(page.url()).pathname, "/desk.v2/~backlog/workspace/tasks/ENG-1");
    await page.goBack();
    await row(page, "Mend the gate").waitFor();
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    await pressOpen(page);
    await page.keyboard.type("preferences");
    await settled(page, "preferences");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Preferences" }).waitFor();
    await page.getByLabel("Dark", { exact: true }).check();
    await page.getByRole("button", { name: "Save preferences" }).click();
    await page.locator('body[data-theme="dark"]').waitFor({ state: "attached" });

    await page.getByRole("button", { name: "Acme" }).click();
    const cookies = await context.cookies(server.url);
    assert.deepEqual(
      cookies.map(({ name, path }) => `${name} ${path}`).toSorted(),
      ["backlog /", "backlog.desk.v2.~backlog /desk.v2/~backlog"],
    );
    await page.getByRole("option", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Get started" }).first().waitFor();
    await page.goto("/workspace/tasks");
    await page.getByLabel("Email address").waitFor();
    await atRoot.reload();
    await atRoot.getByRole("button", { name: "Acme" }).waitFor();

    await page.goto("/auth/signin?next=%2Fworkspace%2Ftasks%2FENG-1");
    await enterCode(page, server, "ada@example.com", "Sign in");
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    const strays = [...asked].filter((url) =>
      !url.startsWith(`${server.url}/`) && url !== server.url
    )
      .filter((url) => !url.startsWith(`${root.url}/`));
    assert.deepEqual(strays, []);
    assert.deepEqual(visit.complaints, []);
  },
  startBelow,
);
