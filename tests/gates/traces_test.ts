import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { type Answer, call, createTestApp, type TestApp } from "../support/app.ts";
import type { Person } from "../support/cast.ts";
import { assertRows } from "../support/missing.ts";
import { trail } from "../support/snapshot.ts";
import { stageFor } from "./errors/provocations.ts";
import { askForCode, successOf } from "./errors/successes.ts";
import { inputSchema } from "./fuzz/inputs.ts";
import type { FullCast } from "./support/full_cast.ts";
import { acts, makesNew } from "./traces/acts.ts";
import { auditedActs, auditedCreations, auditedFields } from "./traces/audited.ts";
import { gatheringAudits } from "./traces/audit_entries.ts";
import type { ChangeRow, FieldRow } from "./traces/change_row.ts";
import { changeRows } from "./traces/changes.ts";
import { prepare } from "./traces/prepare.ts";

const named = new Map(
  endpoints.map((endpoint) => [
    `${endpoint.method} ${endpoint.path.replace("/workspaces/{workspaceId}/", "")}`,
    endpoint,
  ]),
);

Deno.test("every endpoint that writes has a row with its changes", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const rows = [makesNew, changeRows(fullCast), acts(fullCast)].flatMap(Object.keys);
  const writing = [...named.keys()].filter((name) => !name.startsWith("GET "));
  const file = "tests/gates/traces/changes.ts if it is a patch, else to acts.ts beside it";
  assertRows("writing endpoint", writing, rows, file);
});

Deno.test("every field of a patch changes its record, and repeating it leaves no trace", async (t) => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const audited = gatheringAudits(app, fullCast);
  for (const [name, row] of Object.entries(changeRows(fullCast))) {
    const asks = asking(app, fullCast, row);
    let answer: Answer | undefined;
    await t.step(`${name}: a row per field`, () => {
      const { properties = {} } = inputSchema(named.get(name)!);
      // It names the version that a change is based on, and changes nothing itself
      const { sinceVersion: _, ...changing } = properties;
      const file = `"${name}" in tests/gates/traces/changes.ts`;
      assertRows("field", Object.keys(changing), Object.keys(row.fields), file);
    });
    for (const [field, asked] of Object.entries(row.fields)) {
      await t.step(`${name}: ${field}`, async () => {
        const to = typeof asked.to === "function" ? asked.to(await asks.read()) : asked.to;
        const change = () => asks.changes({ [field]: to });
        const changed = await audited.during(`${name} ${field}`, change);
        assert.deepEqual(shown(asked, field, changed), asked.becomes ?? to);
        answer = await asks.leavesNoTrace({ [field]: to }, changed);
        for (const same of [own(asked, field, changed), ...asked.alike ?? []]) {
          await asks.leavesNoTrace({ [field]: same }, answer);
        }
      });
    }
    await t.step(`${name}: the unchanged record`, async () => {
      const fields = Object.entries(row.fields).filter(([, { alone }]) => !alone);
      const whole = fields.map(([field, asked]) => [field, own(asked, field, answer!)]);
      await asks.leavesNoTrace(Object.fromEntries(whole), answer!);
    });
    await t.step(`${name}: an empty patch`, () => asks.refusesNothing());
  }
  assert.deepEqual(audited.written, auditedFields);
});

Deno.test("repeating an action leaves no trace", async (t) => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const audited = gatheringAudits(app, fullCast);
  for (const [name, { path, as, body, again }] of Object.entries(acts(fullCast))) {
    await t.step(name, async () => {
      const act = () => ask(app, fullCast, name.split(" ")[0]!, { path, as }, body);
      const before = await trail(app.world.database);
      const first = await audited.during(name, act);
      assert.ok(first.status < 300, first.text);
      const after = await trail(app.world.database);
      assert.notDeepEqual(after, before, "nothing was there to be done");
      app.world.clock.advance({ seconds: 1 });
      assert.equal((await act()).status, again ?? first.status);
      assert.deepEqual(await trail(app.world.database), after);
    });
  }
  assert.deepEqual(audited.written, auditedActs);
});

Deno.test("each creation writes its audit entries", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  await askForCode(fullCast);
  const audited = gatheringAudits(app, fullCast);
  const stage = await stageFor(fullCast);
  const { ada, chidi } = fullCast;
  // Refreshing a session ends the token that other requests use
  const isLast = (name: string) => Number(name === "POST /auth/refresh");
  for (const name of Object.keys(makesNew).toSorted((a, b) => isLast(a) - isLast(b))) {
    const endpoint = named.get(name)!;
    const { accessToken } = (name === "POST /auth/revoke" ? chidi : ada).tokens;
    const { path, body, token = accessToken } = successOf(endpoint, stage);
    app.world.clock.advance({ minutes: 1 });
    const create = () =>
      call(app, `${endpoint.method} ${path}`, { token: token ?? undefined, body });
    const answer = await audited.during(name, create);
    assert.ok(answer.status < 300, `${name}: ${answer.text}`);
  }
  assert.deepEqual(audited.written, auditedCreations);
});

function ask(
  app: TestApp,
  { workspaceId, ada }: FullCast,
  method: string,
  { path, as = ada }: { path: string; as?: Person | undefined },
  body?: unknown,
): Promise<Answer> {
  const whole = path.startsWith("/") ? path : `/workspaces/${workspaceId}/${path}`;
  return call(app, `${method} ${whole}`, { as, body });
}

function asking(app: TestApp, fullCast: FullCast, row: ChangeRow) {
  const patch = async (body: unknown) => {
    app.world.clock.advance({ seconds: 1 });
    return await ask(app, fullCast, "PATCH", row, body);
  };
  return {
    read: async () => recordOf(await ask(app, fullCast, "GET", row)),
    async changes(body: unknown): Promise<Answer> {
      const before = await trail(app.world.database);
      const answer = await patch(body);
      assert.equal(answer.status, 200, `${JSON.stringify(body)}: ${answer.text}`);
      assert.notDeepEqual(await trail(app.world.database), before, "nothing was changed");
      return answer;
    },
    async leavesNoTrace(body: unknown, current: Answer): Promise<Answer> {
      const before = await trail(app.world.database);
      const answer = await patch(body);
      const said = JSON.stringify(body);
      assert.equal(answer.status, 200, `${said}: ${answer.text}`);
      assert.deepEqual(await trail(app.world.database), before, said);
      assert.deepEqual(answer.body, current.body, said);
      assert.equal(answer.headers.get("etag"), current.headers.get("etag"), said);
      return answer;
    },
    async refusesNothing(): Promise<void> {
      const before = await trail(app.world.database);
      assert.equal((await patch({})).status, 422);
      assert.deepEqual(await trail(app.world.database), before);
    },
  };
}

// deno-lint-ignore no-explicit-any -- a record as its endpoint answers it, which is checked there
function recordOf({ body }: Answer): any {
  const [only, ...more] = Object.values(body);
  return more.length === 0 ? only : body;
}

function shown(row: FieldRow, field: string, answer: Answer): unknown {
  const record = recordOf(answer);
  return row.shown ? row.shown(record) : record[field];
}

function own(row: FieldRow, field: string, answer: Answer): unknown {
  return row.own ? row.own(recordOf(answer)) : shown(row, field, answer);
}
