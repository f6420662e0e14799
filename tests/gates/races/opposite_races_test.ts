import assert from "node:assert/strict";
import { type Answer, call, type TestApp } from "../../support/app.ts";
import type { Person } from "../../support/cast.ts";
import { atOnce, race, tally } from "../support/race.ts";
import type { FullCast } from "../support/full_cast.ts";

/**
 * Two opposite requests at the same moment. Writes are queued, so that one comes first and the other one meets its
 * result. The request that is sent first decides the order, and both orders are tested.
 */
type Ask = () => Promise<Answer>;

/** Sends two requests at the same moment in both orders, each time in a new workspace. */
async function bothWays(
  prepare: (app: TestApp, fullCast: FullCast) => Promise<[one: Ask, other: Ask]>,
  judge: (
    answers: { one: Answer; other: Answer; first: "one" | "other" },
    app: TestApp,
    fullCast: FullCast,
  ) => Promise<void>,
): Promise<void> {
  for (const first of ["one", "other"] as const) {
    await race(async (app, fullCast) => {
      const [ask, askOther] = await prepare(app, fullCast);
      if (first === "one") {
        const [one, other] = await Promise.all([ask(), askOther()]);
        await judge({ one, other, first }, app, fullCast);
      } else {
        const [other, one] = await Promise.all([askOther(), ask()]);
        await judge({ one, other, first }, app, fullCast);
      }
    });
  }
}

const under = ({ workspaceId }: FullCast, path: string) => `/workspaces/${workspaceId}${path}`;

/** Sends a request in the workspace as a person: `PATCH /labels/…`. */
function asking(app: TestApp, fullCast: FullCast, as: Person) {
  return (request: string, body?: unknown): Promise<Answer> => {
    const [method, path] = request.split(" ") as [string, string];
    return call(app, `${method} ${under(fullCast, path)}`, { as, body });
  };
}

Deno.test("if two owners remove each other at once, one remains", () =>
  race(async (app, fullCast) => {
    const { ids, ada, bao } = fullCast;
    const byAda = asking(app, fullCast, ada);
    await byAda(`PATCH /members/${ids.bao}`, { role: "owner" });
    const answers = await Promise.all([
      byAda(`DELETE /members/${ids.bao}`),
      asking(app, fullCast, bao)(`DELETE /members/${ids.ada}`),
    ]);
    assert.deepEqual(tally(answers), { 200: 1, 403: 1 });
    const left = answers[0]!.status === 200 ? ada : bao;
    const { body } = await asking(app, fullCast, left)("GET /members");
    const owners = body.members.filter(({ role }: { role: string }) => role === "owner");
    assert.equal(owners.length, 1);
  }));

Deno.test("if two owners leave at once, the second stays", () =>
  race(async (app, fullCast) => {
    const { ids, ada, bao } = fullCast;
    await asking(app, fullCast, ada)(`PATCH /members/${ids.bao}`, { role: "owner" });
    const answers = await Promise.all(
      [ada, bao].map((person) => asking(app, fullCast, person)("DELETE /members/me")),
    );
    assert.deepEqual(tally(answers), { 200: 1, 409: 1 });
  }));

Deno.test("if many people archive and restore a task at once, the last change counts, and each is recorded once", () =>
  race(async (app, fullCast) => {
    const { ids, ada, chidi } = fullCast;
    const task = `/tasks/${ids.task}`;
    const answers = await atOnce(8, (n) =>
      asking(app, fullCast, n % 2 ? ada : chidi)(
        n % 2 ? `POST ${task}/restore` : `DELETE ${task}`,
        n % 2 ? {} : undefined,
      ));
    assert.deepEqual(tally(answers), { 200: 8 });
    const { body } = await asking(app, fullCast, ada)(`GET ${task}`);
    const found = body.task.activity.map(({ kind }: { kind: string }) => kind)
      .filter((kind: string) => /archived|restored/.test(kind));
    for (const [n, kind] of found.entries()) {
      assert.equal(kind, n % 2 ? "task.restored" : "task.archived");
    }
    assert.equal(body.task.archivedAt !== null, found.at(-1) === "task.archived");
  }));

Deno.test("if one label is renamed and another is created with the same name at once, one gets the name", () =>
  bothWays(
    (app, fullCast) => {
      const byAda = asking(app, fullCast, fullCast.ada);
      const byBao = asking(app, fullCast, fullCast.bao);
      const rename = () => byAda(`PATCH /labels/${fullCast.ids.label}`, { name: "Rust" });
      return Promise.resolve([rename, () => byBao("POST /labels", { name: "RUST" })]);
    },
    async ({ one: renamed, other: made }, app, fullCast) => {
      const both = [renamed.status, made.status];
      assert.ok(
        both[0] === 200 && both[1] === 409 || both[0] === 409 && both[1] === 201,
        `${both}`,
      );
      const { body } = await asking(app, fullCast, fullCast.ada)("GET /labels");
      const named = body.labels.filter((label: { name: string }) =>
        label.name.toLowerCase() === "rust"
      );
      assert.equal(named.length, 1);
    },
  ));

Deno.test("if a member is removed and assigned a task at once, the assignment is refused or comes first", () =>
  bothWays(
    (app, fullCast) => {
      const { ids, ada, bao } = fullCast;
      const remove = () => asking(app, fullCast, ada)(`DELETE /members/${ids.chidi}`);
      const assigneeId = ids.chidi;
      const assign = () =>
        asking(app, fullCast, bao)(`PATCH /tasks/${ids.otherTask}`, { assigneeId });
      return Promise.resolve([remove, assign]);
    },
    async ({ one: removed, other: assigned }, app, fullCast) => {
      assert.equal(removed.status, 200);
      const { body } = await asking(app, fullCast, fullCast.ada)(
        `GET /tasks/${fullCast.ids.otherTask}`,
      );
      if (assigned.status === 200) return assert.equal(body.task.assigneeId, fullCast.ids.chidi);
      assert.deepEqual([assigned.status, assigned.body.code], [422, "unknown_assignee"]);
      assert.equal(body.task.assigneeId, null);
    },
  ));

Deno.test("if a team is archived while a task is created, one of the two is refused", () =>
  bothWays(
    (app, fullCast) => {
      const { ids, ada, bao } = fullCast;
      const archive = () => asking(app, fullCast, ada)(`DELETE /teams/${ids.support}`);
      const make = () =>
        asking(app, fullCast, bao)("POST /tasks", { title: "Late", teamId: ids.support });
      return Promise.resolve([archive, make]);
    },
    async ({ one: archived, other: made }, app, fullCast) => {
      const both = [archived.status, made.status];
      const gone = archived.status === 200;
      assert.deepEqual(both, gone ? [200, 409] : [409, 201]);
      if (gone) assert.equal(made.body.code, "team_archived");
      const rows = await app.world.database.read.selectFrom("tasks").select("id")
        .where("team_id", "=", fullCast.ids.support!).execute();
      assert.equal(rows.length, made.status === 201 ? 1 : 0);
    },
  ));

Deno.test("if a workflow is archived while a team chooses it, one of the two is refused", () =>
  bothWays(
    (app, fullCast) => {
      const { ids, ada, bao } = fullCast;
      const archive = () => asking(app, fullCast, ada)(`DELETE /workflows/${ids.workflow}`);
      const patch = { workflowId: ids.workflow };
      const take = () => asking(app, fullCast, bao)(`PATCH /teams/${ids.support}`, patch);
      return Promise.resolve([archive, take]);
    },
    async ({ one: archived, other: taken }, app, fullCast) => {
      const both = [archived.status, taken.status];
      assert.ok(
        both[0] === 200 && both[1] === 422 || both[0] === 409 && both[1] === 200,
        `${both}`,
      );
      const { body } = await asking(app, fullCast, fullCast.ada)(
        `GET /workflows/${fullCast.ids.workflow}`,
      );
      assert.equal(body.workflow.archivedAt === null, taken.status === 200);
      assert.equal(body.workflow.teamCount, taken.status === 200 ? 1 : 0);
    },
  ));
