import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { runAxeInThemes } from "../../support/chromium.ts";
import { addProjects } from "../../support/planning.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "axe-core finds nothing on a project's page with any part open, and the page fits 360 px",
  async ({ server, open }) => {
    const { projectId, make } = await addProjects(server);
    const body = `It rains.\n\n| a | b |\n| - | - |\n| ${"long ".repeat(40)} | c |`;
    await make("projects/GAT/updates", { health: "offTrack", body });
    const { milestone } = await make("projects/GAT/milestones", {
      name: "The lodge stands where it can be seen from the road and from the harbour",
      targetDate: "2026-01-02",
    });
    await using visit = await open({ width: 360 });
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    const project = `/workspace/projects/${projectId}`;
    const wide: string[] = [];
    for (
      const address of shareOf([
        "",
        ...["name", "key", "summary", "description"].map((text) => `?edit=${text}`),
        ...["update", "milestone"].map((what) => `?add=${what}`),
        `?milestone=${milestone.id}`,
        "?history=all",
        "/status",
        "/members",
        "/target",
        "/actions",
        "/dependencies/blockedBy",
        "/template",
      ])
    ) {
      await page.goto(project + address);
      await runAxeInThemes(page, `${address}`);
      const needed = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (needed > 360) wide.push(`${address}: ${needed} px`);
    }
    assert.deepEqual(wide, []);
    assert.deepEqual(visit.complaints, []);
  },
);
