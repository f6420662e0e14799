import { paletteField, result } from "../../support/palette_pages.ts";
import { shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const signUp: Guide = {
  pages: ["web/start/public-site", "web/auth/request-code", "web/auth/verify-code"],
  signedOut: true,
  steps: {
    "open the home page, and choose a page in the footer": async (driver) => {
      const { page } = driver;
      await driver.visit("/");
      await page.getByRole("group", { name: "Example task list" }).waitFor();
      await driver.press(page.getByRole("contentinfo").getByRole("link", { name: "Product" }));
      await page.waitForURL("**/product");
      await driver.visit("/");
    },
    "search for a guide, and open the first result": async (driver) => {
      const { page } = driver;
      const search = page.getByRole("banner").getByRole("link", { name: /^Search/ });
      await driver.press(search, "Control+k");
      await driver.waitForFocusOn(paletteField(page));
      await driver.write(paletteField(page), "create task");
      await result(page, "Create a task on the web").and(page.locator(".here")).waitFor();
      await driver.enter();
      await page.waitForURL("**/docs/web/task/create");
      await driver.visit("/");
    },
    "choose Get started, and request a code": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("banner").getByRole("link", { name: "Get started" }));
      await page.getByRole("heading", { name: "Create your account" }).waitFor();
      await driver.write(page.getByLabel("Email address"), "mika@example.com");
      await driver.press(page.getByRole("button", { name: "Send code" }));
      await page.getByText("mika@example.com").waitFor();
      await page.getByText("Send a new code").waitFor();
    },
    "enter the code, and create a workspace": async (driver, server) => {
      const { page } = driver;
      await driver.write(
        page.getByLabel("Six-digit code"),
        await server.codeFor("mika@example.com"),
      );
      await page.getByRole("heading", { name: "Create a workspace" }).waitFor();
      await driver.write(page.getByLabel("Your name"), "Mika Kowalski");
      await driver.write(page.getByLabel("Workspace name"), "Millbrook");
      await driver.write(page.getByLabel("First team"), "Docks");
      await driver.press(page.getByRole("button", { name: "Create workspace" }));
      await shows(page, "Tasks");
      await page.locator(".side-switch", { hasText: "Millbrook" }).waitFor({ state: "attached" });
      await page.locator("#sidebar").getByText("Mika Kowalski").waitFor({ state: "attached" });
    },
  },
};
