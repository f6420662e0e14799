import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { install, makeAgent } from "../support/credentials.ts";

async function usernames(app: TestApp, { workspaceId }: Cast, as: Person, query: string) {
  const answer = await call(app, `GET /workspaces/${workspaceId}/members?${query}`, { as });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.members.map(({ username }: { username: string }) => username).sort();
}

Deno.test("members can be filtered by role, kind, team, and text, separately and together", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, workspaceId } = cast;
    const installed = await install(app, cast);
    await makeAgent(app, cast, installed, { name: "Scribe" });
    await call(app, `PATCH /workspaces/${workspaceId}/members/me`, {
      as: chidi,
      body: { title: "Gardener" },
    });
    const expected: [string, string[]][] = [
      ["", ["ada-lovelace", "bao", "chidi", "dina", "esra", "scribe"]],
      ["role=owner", ["ada-lovelace"]],
      ["role=member", ["chidi", "dina", "esra"]],
      ["kind=agent", ["scribe"]],
      ["teamId=eng", ["ada-lovelace", "chidi", "esra", "scribe"]],
      [`teamId=${cast.teams.eng}&kind=human&role=member`, ["chidi", "esra"]],
      ["teamId=PPL", ["dina"]],
      ["q=nguyen", ["bao"]],
      ["q=gard", ["chidi"]],
      ["q=ESRA", ["esra"]],
      ["q=dina%40example", ["dina"]],
      ["q=bả", ["bao"]],
      ["q=chidi&role=owner", []],
      ["q=nobody", []],
    ];
    for (const [query, names] of expected) {
      assert.deepEqual(await usernames(app, cast, ada, query), names, query);
    }
    const path = `/workspaces/${workspaceId}/members`;
    for (const query of ["role=boss", "kind=robot", "includeRemoved=maybe", "q="]) {
      const wrong = await call(app, `GET ${path}?${query}`, { as: ada });
      assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, [query.split("=")[0]]]);
    }
  }));

Deno.test("a hidden team has no members, like a missing team", () =>
  withApp({}, async (app, cast) => {
    for (const team of ["PPL", cast.teams.ppl, "NONE", "team_none", cast.teams.els]) {
      assert.deepEqual(await usernames(app, cast, cast.chidi, `teamId=${team}`), [], team);
    }
  }));

Deno.test("former members are listed on request, with the date when they left", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, workspaceId } = cast;
    const path = `/workspaces/${workspaceId}/members`;
    await call(app, `DELETE ${path}/${chidi.member.profile.id}`, { as: ada });
    assert.deepEqual(await usernames(app, cast, ada, "q=chidi"), []);
    for (const query of ["includeRemoved=true", "includeRemoved=true&q=chidi"]) {
      const { body } = await call(app, `GET ${path}?${query}`, { as: ada });
      const former = body.members.filter((one: { removedAt: string | null }) => one.removedAt);
      assert.deepEqual(former.map(({ username }: { username: string }) => username), ["chidi"]);
    }
  }));

Deno.test("an automation's own profile isn't listed, counted, or assignable", () =>
  withApp({}, async (app, cast) => {
    const { ada, workspaceId, teams } = cast;
    const { automation, token } = await install(app, cast);
    const own = automation.profileId;
    const path = `/workspaces/${workspaceId}`;
    const { body } = await call(app, `GET ${path}/members?includeRemoved=true`, { as: ada });
    assert.ok(!body.members.some(({ id }: { id: string }) => id === own));
    assert.equal((await call(app, "GET /me", { token })).body.member.role, null);
    const read = await call(app, `GET ${path}/members/${own}`, { as: ada });
    assert.deepEqual([read.status, read.body.member.role], [200, null]);
    assert.equal((await call(app, `GET ${path}/usage`, { as: ada })).body.usage.agents, 0);
    const task = { title: "Mend the gate", teamId: teams.eng };
    const refusals: [string, Record<string, unknown>, (string | number)[]][] = [
      [`POST ${path}/tasks`, { ...task, assigneeId: own }, ["assigneeId"]],
      [`POST ${path}/projects`, { name: "Gatehouse", leadId: own }, ["leadId"]],
      [`POST ${path}/projects`, { name: "Gatehouse", memberIds: [own] }, ["memberIds", 0]],
    ];
    for (const [request, body, field] of refusals) {
      const answer = await call(app, request, { as: ada, body });
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.path], [422, field], request);
    }
    const itself = await call(app, `POST ${path}/tasks`, {
      token,
      body: { ...task, assigneeId: "me" },
    });
    assert.equal(itself.status, 422);
  }));

Deno.test("teams are found by text, archived ones only on request, and hidden ones never", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, workspaceId } = cast;
    const path = `/workspaces/${workspaceId}/teams`;
    const body = { name: "Gardens", key: "GAR", description: "Hedges and gates" };
    await call(app, `POST ${path}`, { as: ada, body });
    const keys = async (as: Person, query: string) => {
      const answer = await call(app, `GET ${path}?${query}`, { as });
      return answer.body.teams.map(({ key }: { key: string }) => key);
    };
    assert.deepEqual(await keys(chidi, "q=hedge"), ["GAR"]);
    assert.deepEqual([await keys(ada, "q=peop"), await keys(chidi, "q=peop")], [["PPL"], []]);
    await call(app, `DELETE ${path}/GAR`, { as: ada });
    assert.deepEqual(await keys(chidi, "q=hedge"), []);
    assert.deepEqual(await keys(chidi, "q=hedge&includeArchived=true"), ["GAR"]);
  }));
