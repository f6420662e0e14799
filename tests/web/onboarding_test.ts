import assert from "node:assert/strict";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createWorkspace } from "../../server/domain/workspaces/create.ts";
import { type TestApp, withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { principalOf, signIn } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { visit } from "../support/visitor.ts";

const email = "gita@example.com";
const calledGita = /value="Gita Rao"/;

async function namesOf({ world }: TestApp) {
  return await world.database.read.selectFrom("users as u")
    .innerJoin("profiles as p", "p.user_id", "u.id")
    .where("u.email", "=", email).select(["u.name as user", "p.name as profile"]).execute();
}

Deno.test("a rejected workspace doesn't change its creator's name, and all errors are reported", () =>
  withApp({}, async (app) => {
    const gita = await visit(app, email, "signup");
    const form = { yourName: " Gita\tRao ", name: "Annex", teamName: "Crew", teamKey: "1!" };
    await changesOnly(app.world.database, [], async () => {
      const { status, html } = await gita.post("/onboarding", form);
      assert.equal(status, 422);
      assert.match(html, /Use 1 to 10 letters and digits/);
      const empty = await gita.post("/onboarding", { ...form, yourName: " " });
      assert.match(empty.html, /Enter the name that your colleagues use for you\./);
      assert.match(empty.html, /Use 1 to 10 letters and digits/);
    });
    const long = await gita.post("/onboarding", { ...form, teamKey: "toolongkey!!" });
    const field = /<input[^>]*name="teamKey"[^>]*>/.exec(long.html)?.[0] ?? "";
    assert.match(field, /value="toolongkey!!"/);
    assert.doesNotMatch(field, /maxlength/, "what is too long isn't cut, but told");
    assert.equal((await gita.post("/onboarding", { ...form, teamKey: "CRW" })).status, 303);
    assert.deepEqual(await namesOf(app), [{ user: "Gita Rao", profile: "Gita Rao" }]);
  }));

Deno.test("accepting an invitation changes the person's name only if the invitation can be accepted", () =>
  withApp({}, async (app, { ada, frode }) => {
    const { services, database } = app.world;
    const invite = async (by: typeof ada) =>
      parseJson<{ id: string }>(await perform(services, by.member, createInvitation, { email })).id;
    const [accept, other] = [await invite(ada), await invite(frode)];
    const gita = await visit(app, email, "signup");
    const path = "/onboarding/invitations";
    await gita.post(path, { decline: other });
    await changesOnly(database, [], async () => {
      const refused = await gita.post(path, { accept: other, yourName: "Gita Rao" });
      assert.equal(refused.status, 409);
      assert.match(refused.html, calledGita);
      const unnamed = await gita.post(path, { accept, yourName: " " });
      assert.equal(unnamed.status, 422);
      assert.match(unnamed.html, /Enter the name that your colleagues use for you\./);
    });
    assert.equal((await gita.post(path, { accept, yourName: "Gita Rao" })).status, 303);
    assert.deepEqual(await namesOf(app), [{ user: "Gita Rao", profile: "Gita Rao" }]);
  }));

Deno.test("a browser that was signed in before you joined a workspace elsewhere opens that workspace", () =>
  withApp({}, async (app, { ada }) => {
    const { services } = app.world;
    const invitation = parseJson<{ id: string }>(
      await perform(services, ada.member, createInvitation, { email }),
    );
    const browser = await visit(app, email, "signup");
    assert.equal((await browser.get("/workspace/tasks")).headers.get("location"), "/onboarding");
    app.world.clock.advance({ minutes: 2 });
    const { accessToken } = await signIn(app.world, email);
    const elsewhere = await principalOf(services, accessToken);
    await perform(services, elsewhere, acceptInvitation, { invitationId: invitation.id });
    assert.equal((await browser.get("/workspace/tasks")).status, 200);
  }));

Deno.test("a browser that was signed in before you created a workspace elsewhere opens that workspace", () =>
  withApp({}, async (app) => {
    const browser = await visit(app, email, "signup");
    app.world.clock.advance({ minutes: 2 });
    const { accessToken } = await signIn(app.world, email);
    const elsewhere = await principalOf(app.world.services, accessToken);
    await perform(app.world.services, elsewhere, createWorkspace, { name: "Annex" });
    assert.equal((await browser.get("/workspace/tasks")).status, 200);
  }));

Deno.test("a session without a workspace can open any of your workspaces from the onboarding page", () =>
  withApp({}, async (app, { chidi, elsewhereId }) => {
    const browser = await PlainBrowser.of(app, chidi.email);
    await app.world.database.write((tx) =>
      tx.updateTable("sessions").set({ workspace_id: null })
        .where("user_id", "=", chidi.member.userId).execute()
    );
    await browser.open("/workspace/tasks");
    assert.equal(browser.address, "/onboarding");
    browser.expected = 404;
    await browser.open(
      "/onboarding/workspaces",
      new URLSearchParams({ workspaceId: elsewhereId }),
    );
    browser.expected = 200;
    await browser.open("/onboarding");
    await browser.press("button", "Open Acme");
    assert.equal(browser.address, "/workspace/tasks");
  }));
