import { browserTest } from "../support/stage.ts";
import { settle } from "./guides/acme.ts";
import { signIn } from "../support/browser_walk.ts";

browserTest(
  "a project's card is moved by keys and by mouse, and Undo puts it back",
  async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open({});
    const { page } = visit;
    await signIn(page, stage.server, "ada@example.com");
    await page.goto("/workspace/projects");
    await page.keyboard.press("Control+b");
    await page.waitForURL("**/workspace/projects?layout=board");
    const column = (name: string) => page.getByRole("region", { name, exact: true });
    const card = (name: string) => column(name).getByRole("link", { name: "Harbour", exact: true });
    await card("Backlog").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await card("Planned").waitFor();
    const told = page.locator("#toasts");
    await told.getByText("HAR moved to Planned.").waitFor();
    await card("Planned").and(page.locator(":focus")).waitFor();
    await told.getByRole("button", { name: "Undo" }).first().click();
    await card("Backlog").waitFor();
    await told.getByText("HAR is as it was.").waitFor();
    await card("Backlog").dragTo(column("Completed").locator(".cards"));
    await card("Completed").waitFor();
    await told.getByText("HAR moved to Completed.").waitFor();
    await page.reload();
    await card("Completed").waitFor();
  },
);
