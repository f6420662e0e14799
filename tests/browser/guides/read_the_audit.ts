import assert from "node:assert/strict";
import type { Driver } from "../../support/drivers.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

const rows = ({ page }: Driver) =>
  page.getByRole("table", { name: "Audit entries" }).locator("tbody tr");

/** Chooses from a select field: from the page's menu, or on touch screens from the system's, which no test sees. */
async function choose({ page, ...driver }: Driver, field: string, choice: string) {
  const select = page.getByRole("combobox", { name: field, exact: true });
  await driver.tick(select);
  if (await page.evaluate("matchMedia('(pointer: coarse)').matches")) {
    await select.selectOption({ label: choice });
    return;
  }
  const choices = page.locator("#choices:popover-open");
  await choices.locator("input:focus").waitFor();
  await page.keyboard.type(choice);
  await choices.getByRole("option", { name: choice }).and(page.locator(".here")).waitFor();
  await driver.enter();
  await driver.waitForFocusOn(select);
}

export const readTheAudit: Guide = {
  pages: ["web/security/review-audit-log"],
  steps: {
    "open Audit in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Audit/ }));
      await shows(page, "Audit");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/audit");
    },
    "read an entry's author, event, time, and interface": async (driver) => {
      const line = rows(driver).filter({ hasText: "created the workspace" });
      await line.getByText("Ada").waitFor();
      await line.locator("time").waitFor();
      await line.getByText(/Web|API/).waitFor();
    },
    "filter by an event": async (driver) => {
      const { page } = driver;
      await choose(driver, "Event", "Created the workspace");
      await driver.press(page.getByRole("button", { name: "Apply filters" }));
      await page.waitForURL((url) => url.searchParams.get("kind") === "workspace.created");
      await rows(driver).filter({ hasNotText: "created the workspace" }).first()
        .waitFor({ state: "detached" });
      await rows(driver).getByText("created the workspace").waitFor();
    },
    "filter by a member without such events": async (driver) => {
      const { page } = driver;
      await choose(driver, "Member", "Grace");
      await driver.press(page.getByRole("button", { name: "Apply filters" }));
      await page.getByText("No matching audit entries").waitFor();
    },
    "clear the filters": async (driver) => {
      await driver.press(driver.page.getByRole("link", { name: "Clear filters" }));
      await rows(driver).getByText("signed in").first().waitFor();
      await rows(driver).getByText("created the workspace").waitFor();
    },
    "download the entries as CSV": async (driver) => {
      const { page } = driver;
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        driver.press(page.getByRole("link", { name: "Download CSV" })),
      ]);
      assert.match(await Deno.readTextFile(await file.path()), /workspace\.created/);
    },
    "open the author's profile": async (driver) => {
      const { page } = driver;
      const line = rows(driver).filter({ hasText: "created the workspace" });
      await driver.press(line.getByRole("link", { name: "Ada" }));
      await page.waitForURL("**/workspace/members/*");
      await page.getByRole("heading", { level: 1, name: /^ada/i }).waitFor();
    },
  },
};
