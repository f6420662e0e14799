import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { acceptOnPages, compose, row } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { browserTest, startProgram } from "../../support/stage.ts";

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const choice = (page: Page, name: string | RegExp) => page.getByRole("option", { name }).first();
/** Returns the toast about the last action. */
const says = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();

/** Returns the secret, which is shown only once, and the command that uses it. */
async function shownOnce(page: Page): Promise<{ secret: string; line: string }> {
  const shown = page.locator(".shown-once code");
  await shown.nth(1).waitFor();
  const [secret = "", line = ""] = await shown.allInnerTexts();
  assert.match(secret, /^blg_auto_/);
  return { secret, line };
}

browserTest(
  "a workspace can be run only in the browser, from inviting people to deleting it",
  async ({ server, enter, open, step }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await step("three people are invited at once", async () => {
      await page.goto("/workspace/settings/members");
      await link(page, "Invite people").click();
      await field(page, "Email addresses")
        .fill("grace@example.com, ida@example.com\nole@example.com");
      await button(page, "Send invitations").click();
      await says(page, "3 invitations sent");
      await page.locator(".records").getByText("ole@example.com").waitFor();
    });
    await step("two teams are created, including a private one", async () => {
      for (const [name, key, hidden] of [["Support", "SUP", false], ["People", "PPL", true]]) {
        await page.goto("/workspace/settings/teams");
        await link(page, "New team").click();
        await field(page, "Name").fill(String(name));
        await field(page, "Key").fill(String(key));
        if (hidden) await page.getByRole("checkbox", { name: "Private" }).check();
        await button(page, "Create team").click();
        await page.waitForURL(`**/teams/${key}/members`);
      }
    });
    await step("the workflow gets two more states, so it has seven", async () => {
      await page.goto("/workspace/settings/workflows");
      for (const name of ["In review", "Waiting"]) {
        await page.locator("[id^=add-state-]").click();
        await field(page, "Name").fill(name);
        await field(page, "Name").press("Control+Enter");
        await says(page, `State ${name} added to Default`);
      }
      const states = page.getByRole("list", { name: "States of Default" }).locator("bdi");
      assert.equal(await states.count(), 7);
    });
    await step("a project has milestones and a dependency", async () => {
      for (const name of ["Harbour", "Lighthouse"]) {
        await page.goto("/workspace/projects");
        await link(page, "New project").first().click();
        await page.getByLabel("Name", { exact: true }).fill(name);
        await button(page, "Create project").click();
        await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
      }
      await link(page, "Add milestone").click();
      for (const name of ["Walls", "Lamp"]) {
        await field(page, "Name").fill(name);
        await field(page, "Name").press("Enter");
        await page.locator("#milestones").getByText(name, { exact: true }).waitFor();
      }
      await link(page, "Blocked by").click();
      await choice(page, /Harbour/).click();
      await page.getByRole("region", { name: "Dependencies" }).getByText("Harbour").waitFor();
    });
    await step("a task is created from a template", async () => {
      await page.goto("/workspace/settings/task-templates/new");
      await field(page, "Template name").fill("Night round");
      await field(page, "Title (optional)").fill("Light the lamp");
      await button(page, "Create template").click();
      await link(page, "New task from the template Night round").click();
      await button(page, "Create task").click();
      await page.goto("/workspace/tasks");
      await row(page, "Light the lamp").waitFor();
    });
    await step("a program changes the task with the command shown on its page", async () => {
      await page.goto("/workspace/settings/automation");
      await link(page, "New automation").click();
      await field(page, "Name").fill("Keeper");
      for (const scope of ["tasks.read", "tasks.write"]) {
        await page.getByRole("checkbox", { name: scope }).check();
      }
      await button(page, "Create automation").click();
      const { line } = await shownOnce(page);
      await page.goto("/workspace/settings/automation");
      await link(page, "New agent for Keeper").click();
      await field(page, "Name").fill("Quill");
      await page.getByRole("checkbox", { name: "Engineering" }).check();
      await button(page, "Create agent").click();
      const profileId = await page.getByLabel("Profile ID of Quill", { exact: true }).innerText();
      await using home = await temporaryFolder();
      const script = await fetch(`${server.url}/backlog.sh`);
      await Deno.writeTextFile(home.file("backlog.sh"), await script.text());
      const run = async (typed: string) => {
        const { code, stderr } = await new Deno.Command("bash", {
          args: ["-c", typed],
          cwd: home.path,
          env: { XDG_CONFIG_HOME: home.path, HOME: home.path },
        }).output();
        return { code, said: new TextDecoder().decode(stderr) };
      };
      const done = await run(
        `${line} && bash backlog.sh auth set-agent ${profileId} && ` +
          "bash backlog.sh tasks update ENG-1 --status progressed",
      );
      assert.equal(done.code, 0, done.said);
      await page.goto("/workspace/tasks/ENG-1");
      await page.getByRole("region", { name: "Activity" }).getByText("Quill").first().waitFor();

      await page.goto("/workspace/settings/automation");
      await button(page, "Suspend Keeper").click();
      await button(page, "Unsuspend Keeper").waitFor();
      const refused = await run("bash backlog.sh tasks update ENG-1 --status planned");
      assert.match(refused.said, /suspended/);
      await button(page, "Unsuspend Keeper").click();
      await button(page, "Suspend Keeper").waitFor();
      await link(page, "Rotate the secret of Keeper").click();
      await field(page, "New secret label (optional)").fill("Next");
      await button(page, "Rotate secret").click();
      assert.notEqual((await shownOnce(page)).line, line);
      const old = await run("bash backlog.sh tasks update ENG-1 --status planned");
      assert.notEqual(old.code, 0);
    });
    await step("a new member works, is suspended and unsuspended, and leaves", async () => {
      await using other = await open();
      const theirs = other.page;
      await acceptOnPages(theirs, server, "grace@example.com", { name: "Grace Hopper" });
      await listens(theirs);
      await page.goto("/workspace/settings/members");
      await button(page, "Suspend Grace Hopper").click();
      await button(page, "Unsuspend Grace Hopper").waitFor();
      await theirs.locator("#line").getByText("You're suspended in Acme.").waitFor();
      await theirs.reload();
      await theirs.getByText("You're suspended in Acme.").waitFor();
      await button(page, "Unsuspend Grace Hopper").click();
      await button(page, "Suspend Grace Hopper").waitFor();
      await theirs.goto("/workspace/settings/profile");
      await theirs.locator("#leave-name").fill("Acme");
      await button(theirs, "Leave workspace").click();
      await theirs.waitForURL("**/onboarding");
      await page.reload();
      await button(page, "Suspend Grace Hopper").waitFor({ state: "detached" });
      // A page of a person who has lost access learns so from its next request for events
      assert.deepEqual(other.complaints.filter((one) => !one.includes("403")), []);
    });
    await step("the audit log is read and downloaded", async () => {
      await page.goto("/workspace/settings/audit");
      await page.locator(".records").getByText("suspended the automation").first().waitFor();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        link(page, /CSV/).click(),
      ]);
      const text = await Deno.readTextFile(await file.path());
      assert.match(text, /automation\.secret_rotated/);
    });
    await step(
      "the tasks are downloaded, and the owner deletes the workspace by typing its name",
      async () => {
        await compose(page, { title: "Never mind" });
        await page.goto("/workspace/tasks");
        await link(page, /^Display$/).click();
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("option", { name: "Download as CSV" }).click(),
        ]);
        const text = await Deno.readTextFile(await file.path());
        assert.match(text, /^"reference","title"[^]*"Never mind"/);
        await page.goto("/workspace/settings/workspace");
        await page.getByText("2 tasks, 2 projects, and 3 teams").waitFor();
        await page.locator("#delete-name").fill("Acme");
        await button(page, "Delete workspace").click();
        await page.waitForURL("**/onboarding");
        await page.getByLabel("Workspace name").waitFor();
      },
    );
  },
  startProgram,
);
