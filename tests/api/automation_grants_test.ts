import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { exchange, install, makePat, working } from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";

/** A token of Ada's that keeps automations and carries these scopes besides. */
async function keeper(app: TestApp, cast: Cast, ...besides: string[]): Promise<string> {
  const scopes = ["workspace.automation.manage", ...besides];
  return (await makePat(app, cast.ada, { scopes })).token;
}

const automations = ({ workspaceId }: Cast) => `/workspaces/${workspaceId}/automations`;

Deno.test("a token can't give an automation a scope that the token lacks", () =>
  withApp({}, async (app, cast) => {
    const token = await keeper(app, cast, "tasks.read");
    await changesOnly(app.world.database, ["credentials"], async () => {
      const scopes = ["tasks.read", "tasks.write", "comments.write"];
      const refused = await call(app, `POST ${automations(cast)}`, {
        token,
        body: { name: "Release bot", scopes },
      });
      assert.deepEqual([refused.status, refused.body.code], [403, "missing_scope"]);
      assert.match(refused.body.detail, /doesn't have tasks\.write and comments\.write,/);
    });
    const made = await call(app, `POST ${automations(cast)}`, {
      token,
      body: { name: "Release bot", scopes: ["tasks.read"] },
    });
    assert.equal(made.status, 201);
  }));

Deno.test("an automation without given scopes gets the read scopes of the token", () =>
  withApp({}, async (app, cast) => {
    const make = async (token: string) =>
      await call(app, `POST ${automations(cast)}`, { token, body: { name: "Release bot" } });
    const reader = await make(await keeper(app, cast, "tasks.read", "tasks.write"));
    assert.deepEqual([reader.status, reader.body.automation?.scopes], [201, ["tasks.read"]]);
    const none = await make(await keeper(app, cast));
    assert.deepEqual([none.status, none.body.code], [403, "missing_scope"]);
  }));

Deno.test("a token can change an automation with more scopes, but can't add scopes that the token lacks", () =>
  withApp({}, async (app, cast) => {
    const { automation } = await install(app, cast, { scopes: ["tasks.read", "tasks.write"] });
    const token = await keeper(app, cast, "projects.read");
    const patch = (body: Record<string, unknown>) =>
      call(app, `PATCH ${automations(cast)}/${automation.id}`, { token, body });
    const widened = await patch({ scopes: ["tasks.read", "tasks.write", "comments.write"] });
    assert.deepEqual([widened.status, widened.body.code], [403, "missing_scope"]);
    const renamed = await patch({ name: "Notes bot" });
    assert.equal(renamed.status, 200);
    const narrowed = await patch({ scopes: ["tasks.read", "projects.read"] });
    assert.deepEqual(narrowed.body.automation?.scopes, ["tasks.read", "projects.read"]);
    const back = await patch({ scopes: ["tasks.write"] });
    assert.equal(back.status, 403);
  }));

Deno.test("a token can't get the secret of an automation with more scopes", () =>
  withApp({}, async (app, cast) => {
    const { automation, secret } = await install(app, cast);
    const path = `${automations(cast)}/${automation.id}/rotate-secret`;
    const weak = await keeper(app, cast, "tasks.read");
    await changesOnly(app.world.database, ["credentials"], async () => {
      const refused = await call(app, `POST ${path}`, { token: weak });
      assert.deepEqual([refused.status, refused.body.code], [403, "missing_scope"]);
    });
    assert.equal((await exchange(app, secret)).status, 200);
    const equal = await keeper(app, cast, ...working);
    assert.equal((await call(app, `POST ${path}`, { token: equal })).status, 200);
    assert.equal((await call(app, `POST ${path}`, { as: cast.bao })).status, 200);
  }));
