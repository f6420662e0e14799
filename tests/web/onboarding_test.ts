import assert from "node:assert/strict";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { type TestApp, withApp } from "../support/app.ts";
import { changesOnly } from "../support/snapshot.ts";
import { visit } from "../support/visitor.ts";

const email = "gita@example.com";
const calledGita = /value="Gita Rao"/;

async function namesOf({ world }: TestApp) {
  return await world.database.read.selectFrom("users as u")
    .innerJoin("profiles as p", "p.user_id", "u.id")
    .where("u.email", "=", email).select(["u.name as user", "p.name as profile"]).execute();
}

Deno.test("a workspace that is refused leaves its maker's name as it was, and is told with all that is wrong", () =>
  withApp({}, async (app) => {
    const gita = await visit(app, email, "signup");
    const form = { yourName: " Gita\tRao ", name: "Annex", teamName: "Crew", teamKey: "1!" };
    await changesOnly(app.world.database, [], async () => {
      const { status, html } = await gita.post("/onboarding", form);
      assert.equal(status, 422);
      assert.match(html, /Use 1 to 10 letters and digits/);
      const empty = await gita.post("/onboarding", { ...form, yourName: " " });
      assert.match(empty.html, /Enter the name your colleagues use\./);
      assert.match(empty.html, /Use 1 to 10 letters and digits/);
    });
    const long = await gita.post("/onboarding", { ...form, teamKey: "toolongkey!!" });
    const field = /<input[^>]*name="teamKey"[^>]*>/.exec(long.html)?.[0] ?? "";
    assert.match(field, /value="toolongkey!!"/);
    assert.doesNotMatch(field, /maxlength/, "what is too long isn't cut, but told");
    assert.equal((await gita.post("/onboarding", { ...form, teamKey: "CRW" })).status, 303);
    assert.deepEqual(await namesOf(app), [{ user: "Gita Rao", profile: "Gita Rao" }]);
  }));

Deno.test("an invitation that can't be accepted leaves the name as it was, and one that can takes it along", () =>
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
      assert.match(unnamed.html, /Enter the name your colleagues use\./);
    });
    assert.equal((await gita.post(path, { accept, yourName: "Gita Rao" })).status, 303);
    assert.deepEqual(await namesOf(app), [{ user: "Gita Rao", profile: "Gita Rao" }]);
  }));
