import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { fingerOn } from "../../support/board.ts";
import { signIn } from "../../support/browser_walk.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { addProjects } from "../../support/planning.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a project's page shows other people's changes, except in forms that are being edited",
  async (stage) => {
    await using people = await colleagues(stage);
    const { token, workspaceId, teamId } = people.ada;
    const does = async (request: string, body: unknown) => {
      const [method, path] = request.split(" ");
      const asked = `${method} /workspaces/${workspaceId}/${path}`;
      const answer = await ask(stage.server.url, asked, { token, body });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
      return answer.body;
    };
    const grace = (await does("GET members", undefined)).members
      .find(({ name }: { name: string }) => name === "Grace Hopper");
    await does("POST projects", { name: "Gatehouse", key: "GAT", leadId: grace.id });
    const { page } = people.grace;
    await page.goto("/workspace/projects/GAT?add=update");
    await listens(page);
    const field = page.getByRole("textbox", { name: "Update" });
    await field.fill("It goes well.");
    await does("PATCH projects/GAT", { name: "Gate and house", priority: "urgent" });
    await page.getByRole("heading", { level: 1, name: "Gate and house" }).waitFor();
    await page.locator("#value-priority").getByText("Urgent").waitFor();
    await does("POST tasks", { title: "Dig", teamId, projectId: "GAT" });
    await page.getByRole("region", { name: "Tasks" }).getByText("Dig").waitFor();
    await does("POST projects/GAT/milestones", { name: "Roof" });
    await page.locator("#milestones").getByText("Roof").waitFor();
    assert.equal(await field.inputValue(), "It goes well.");
    await field.press("Control+Enter");
    await page.locator(".update").getByText("It goes well.").waitFor();

    const other = people.heinz.page;
    await other.goto("/workspace/projects/GAT");
    await listens(other);
    assert.equal(await other.getByRole("link", { name: "Write an update" }).count(), 0);
    await other.getByText("Only the lead Grace Hopper, owners, and admins can change this project")
      .waitFor();
    await does("POST projects/GAT/updates", { health: "offTrack", body: "It rains." });
    await other.locator(".project-health").getByText("Off track").waitFor();
    assert.deepEqual([...people.grace.complaints, ...people.heinz.complaints], []);
  },
);

const milestone = (page: Page, name: string) =>
  page.locator("#milestones > li").filter({ hasText: name });

async function middle(place: Locator): Promise<[x: number, y: number]> {
  const { x, y, height } = (await place.boundingBox())!;
  return [x + 60, y + height / 2];
}

const ways: Record<string, (page: Page) => Promise<void>> = {
  async "by mouse"(page) {
    await page.mouse.move(...await middle(milestone(page, "Foundations")));
    await page.mouse.down();
    const [x, y] = await middle(milestone(page, "Roof"));
    await page.mouse.move(x, y - 8, { steps: 4 });
    await page.mouse.move(x, y + 8, { steps: 4 });
    await page.mouse.up();
  },
  async "by touch"(page) {
    const finger = await fingerOn(page);
    const [x, y] = await middle(milestone(page, "Foundations"));
    await finger("touchStart", x, y);
    await page.locator("#milestones > .moving").waitFor();
    const [, toY] = await middle(milestone(page, "Roof"));
    await finger("touchMove", x, (y + toY) / 2);
    await finger("touchMove", x, toY + 12);
    await finger("touchEnd");
  },
  async "by its form, without scripts"(page) {
    await page.getByRole("link", { name: "Edit the milestone Foundations" }).click();
    await page.getByRole("combobox", { name: "Position" }).selectOption({ label: "2" });
    await page.getByRole("button", { name: "Save" }).click();
  },
};

for (const [way, move] of Object.entries(ways)) {
  browserTest(`a milestone is moved ${way}`, async ({ server, open }) => {
    const { projectId } = await addProjects(server);
    const touch = way === "by touch";
    const javaScript = !way.includes("without");
    await using visit = await open({ ...(touch ? { touch, width: 390 } : {}), javaScript });
    const { page } = visit;
    await signIn(page, server, "ada@example.com", `/workspace/projects/${projectId}`);
    const placed = javaScript && page.waitForResponse((one) => one.url().endsWith("/place"));
    await move(page);
    await placed;
    const second = page.locator("#milestones > li:nth-child(2)");
    await second.getByText("Foundations").waitFor();
    await page.reload();
    await second.getByText("Foundations").waitFor();
    assert.equal(new URL(page.url()).pathname, `/workspace/projects/${projectId}`);
    assert.deepEqual(visit.complaints, []);
  });
}
