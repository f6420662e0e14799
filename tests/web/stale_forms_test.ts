import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { updateMilestone } from "../../server/domain/milestones/update.ts";
import { createWorkspace } from "../../server/domain/workspaces/create.ts";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

const inviting = "/workspace/settings/members?create=1";

/** The fields that a form has where there are no scripts, and says nothing of to those that there are. */
const marks = (html: string) =>
  [...html.matchAll(
    /<form\b[^>]*method="post"[^>]*><noscript hidden><input type="hidden" name="workspace" value="(ws_\w+)">/g,
  )].map(([, id]) => id);
const forms = (html: string) => html.match(/<form\b[^>]*method="post"/g) ?? [];

Deno.test("without scripts, a form that belongs to another workspace changes nothing and says so", () =>
  withApp({}, async (app, cast) => {
    const { world, ada } = cast;
    const visitor = await visit(app, ada.email);
    assert.deepEqual(marks((await visitor.get(inviting)).html), [], "there is but one");
    const named = { name: "Bakery", teamName: "Engines", teamKey: "ENG" };
    const { workspace } = await perform(world.services, ada.member, createWorkspace, named);
    const acme = ada.member.workspace.id;
    await visitor.post("/workspace/switch", { workspaceId: acme });
    const drawn = await visitor.get(inviting);
    assert.deepEqual(new Set(marks(drawn.html)), new Set([acme]));
    assert.equal(marks(drawn.html).length, forms(drawn.html).length, "each of them says it");
    const { reference } = await cast.task(ada);
    const menu = await visitor.get(`/workspace/tasks/${reference}/labels?q=other`);
    assert.match(menu.html, /<noscript><form[^>]*><input type="hidden" name="workspace"/);
    assert.doesNotMatch(menu.html, /<noscript>(?:(?!<\/noscript>)[^])*<noscript/);

    await visitor.post("/workspace/switch", { workspaceId: workspace.id });
    const form = { emails: "ines@example.com", role: "member" };
    const sent = (workspace: string) =>
      visitor.post("/workspace/settings/members", { ...form, workspace });
    const stale = await sent(acme);
    assert.equal(stale.status, 409);
    assert.match(stale.html, /You opened this form in Acme, but Bakery is open now\./);
    assert.match(stale.html, /Nothing was changed\. In another tab, switch back/);
    const foreign = await sent("ws_01jzzzzzzzzzzzzzzzzzzzzzzz");
    assert.match(
      foreign.html,
      /You opened this form in another workspace, but Bakery is open now\./,
    );
    assert.equal((await sent(workspace.id)).status, 303);
    for (const [id, there] of [[workspace.id, true], [acme, false]] as const) {
      await visitor.post("/workspace/switch", { workspaceId: id });
      const { html } = await visitor.get("/workspace/settings/members");
      assert.equal(html.includes(form.emails), there);
    }
  }));

Deno.test("renaming a milestone keeps a position that it got while the form was open", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const plan = planner(cast);
    await plan.project(ada, { key: "GAT" });
    const walls = await plan.milestone(ada, "GAT", "Walls");
    for (const name of ["Roof", "Lamp"]) await plan.milestone(ada, "GAT", name);
    const page = await PlainBrowser.of(app, ada.email);
    await page.open("/workspace/projects/GAT");
    await page.press("link", "Edit the milestone Lamp");
    const last = { projectId: "GAT", milestoneId: walls.id, patch: { position: 2 } };
    await plan.run(ada, updateMilestone, last);
    page.fill("Name", "Lantern");
    await page.enter("Name");
    assert.match(page.text(page.byId("milestones")), /Roof.*Lantern.*Walls/s);
  }));
