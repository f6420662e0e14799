import assert from "node:assert/strict";
import { byTouch } from "../../support/board.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "../guides/acme.ts";
import { signIn } from "../../support/browser_walk.ts";

browserTest(
  "a project's card is moved by keyboard, mouse, and touch, with Undo, unless a permission is missing",
  async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open({});
    const { page } = visit;
    await signIn(page, stage.server, "ada@example.com", "/workspace/projects");
    await page.keyboard.press("Control+b");
    await page.waitForURL("**/workspace/projects?layout=board");
    const column = (name: string) => page.getByRole("region", { name, exact: true });
    const card = (name: string) => column(name).getByRole("link", { name: "Harbour", exact: true });
    await card("Backlog").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await card("Planned").waitFor();
    const told = page.locator("#toasts");
    await told.getByText("HAR moved to Planned").waitFor();
    await card("Planned").and(page.locator(":focus")).waitFor();
    await told.getByRole("button", { name: "Undo" }).first().click();
    await card("Backlog").waitFor();
    await told.getByText("Undone: changes to HAR").waitFor();
    await card("Backlog").dragTo(column("Completed").locator(".cards"));
    await card("Completed").waitFor();
    await told.getByText("HAR moved to Completed").waitFor();
    await page.reload();
    await card("Completed").waitFor();
    await byTouch(page, { card: "Harbour", to: "cancelled", at: 0, keys: [] });
    await card("Cancelled").waitFor();
    await told.getByText("HAR moved to Cancelled").waitFor();
    await page.reload();
    await card("Cancelled").waitFor();

    await using other = await stage.open({});
    await signIn(other.page, stage.server, "grace@example.com", "/workspace/projects?layout=board");
    const hers = other.page.getByRole("region", { name: "Cancelled", exact: true })
      .getByRole("link", { name: "Harbour", exact: true });
    await hers.focus();
    await other.page.keyboard.press("Alt+ArrowLeft");
    await other.page.locator("#toasts").getByText(
      "Only owners, admins, and the project's lead can change the project.",
    ).first().waitFor();
    await hers.waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
