import assert from "node:assert/strict";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const signOut = /<form method="post" action="\/auth\/signout"/;
const back = /<a href="\/workspace\/tasks">Back to your tasks<\/a>/;

Deno.test("a newly signed-up person can sign out, invited or not", () =>
  withApp({}, async (app, { ada }) => {
    const gita = await visit(app, "gita@example.com", "signup");
    const alone = await gita.get("/onboarding");
    assert.match(alone.html, /Create a workspace/);
    assert.match(alone.html, signOut);
    assert.doesNotMatch(alone.html, back);

    const invitation = { email: "gita@example.com" };
    await perform(app.world.services, ada.member, createInvitation, invitation);
    const invited = await gita.get("/onboarding");
    assert.match(invited.html, /You&#39;re invited/);
    assert.match(invited.html, signOut);
    assert.doesNotMatch(invited.html, back);
  }));

Deno.test("a person with a workspace can return to it from the page that creates another one", () =>
  withApp({}, async (app, { ada, bao, frode }) => {
    const invitation = { email: ada.email };
    await perform(app.world.services, frode.member, createInvitation, invitation);
    const invited = await (await visit(app, ada.email)).get("/onboarding");
    assert.match(invited.html, /You&#39;re invited/);
    const making = await (await visit(app, bao.email)).get("/onboarding");
    for (const { html } of [invited, making]) {
      assert.match(html, signOut);
      assert.match(html, back);
    }
  }));

Deno.test("every page has a link to another page", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const visitor = await visit(app, ada.email);
    const shell = ["/workspace/tasks", "/workspace/tasks/compose", "/workspace/tasks/ENG-1"];
    for (const path of shell) assert.match((await visitor.get(path)).html, signOut, path);
    const menus = ["/workspace/tasks/filter", "/workspace/tasks/display"];
    for (const path of menus) {
      assert.match((await visitor.get(path)).html, /aria-label="Back"/, path);
    }
    const missing = await visitor.get("/workspace/tasks/ENG-99");
    assert.equal(missing.status, 404);
    assert.match(missing.html, /href="\/workspace\/tasks">Open your tasks/);
    const verifying = await visitor.get("/auth/verify?email=ada%40example.com&purpose=signin");
    assert.match(verifying.html, />Use another address</);
  }));

Deno.test("two tabs can sign out at once, and the audit log gets one entry", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const out = () => visitor.post("/auth/signout", {});
    for (const { status, headers } of await Promise.all([out(), out()])) {
      assert.deepEqual([status, headers.get("location")], [303, "/"]);
    }
    const found = await app.world.database.read.selectFrom("audit").select("id")
      .where("kind", "=", "session.ended").execute();
    assert.equal(found.length, 1);
  }));
