import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { listTaskActivity } from "../../server/domain/tasks/list_activity.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { recordVersion } from "../support/record_version.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
const history = async ({ world, ada }: Cast, taskId: string) => {
  const { records } = await perform(world.services, ada.member, listTaskActivity, { taskId });
  return parseJson<{ kind: string }[]>(records).map(({ kind }) => kind);
};
const related = (kind: string, taskId: string) => ({ relations: [{ kind, taskId }] });

Deno.test("a new task has its links, in order, and its relations from the start", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, task } = cast;
    const blocker = await task(ada, { title: "Hinges" });
    const before = await recordVersion(cast, blocker.id);
    const made = await task(ada, {
      resources: [
        { url: " https://example.com/spec ", title: "Spec" },
        { url: "HTTPS://Example.org" },
        { url: "https://example.net/a", title: "A" },
      ],
      relations: [
        { kind: "blockedBy", taskId: blocker.reference },
        { kind: "relatesTo", taskId: blocker.id },
        { kind: "blockedBy", taskId: blocker.id },
      ],
    });
    assert.deepEqual(made.resources.map(({ title, url }) => [title, url]), [
      ["Spec", "https://example.com/spec"],
      ["example.org", "https://example.org/"],
      ["A", "https://example.net/a"],
    ]);
    assert.deepEqual(made.relations.map(({ kind, task }) => [kind, task.reference]), [
      ["blockedBy", "ENG-1"],
      ["relatesTo", "ENG-1"],
    ]);
    assert.equal(made.version, 1);
    assert.deepEqual(await history(cast, made.id), ["task.created"]);
    const other = await read(cast, ada, blocker.id);
    assert.deepEqual(other.relations.map(({ kind }) => kind), ["blocks", "relatesTo"]);
    assert.notEqual(await recordVersion(cast, blocker.id), before, "its record is another one");
    const told = (await history(cast, blocker.id)).filter((kind) => kind !== "task.created");
    assert.deepEqual(told, ["task.relation_added", "task.relation_added"]);
  }));

Deno.test("a person who creates a task in another team can add links and relations to it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, dina, task, teams } = cast;
    const first = await task(ada);
    const made = await task(dina, {
      teamId: teams.eng,
      resources: [{ url: "https://example.com" }],
      ...related("duplicates", first.id),
    });
    assert.deepEqual([made.resources.length, made.relations.length], [1, 1]);
  }));

Deno.test("an invalid link or relation is reported, and nothing is created", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, chidi, dina, task, teams } = cast;
    const open = await task(ada);
    const hidden = await task(dina, { teamId: teams.ppl });
    const shelved = await task(ada);
    await perform(world.services, ada.member, archiveTask, { taskId: shelved.id });
    const url = "https://example.com/";
    const wrong: [input: Record<string, unknown>, status: number, code: string, field?: string][] =
      [
        [{ resources: [{ url: "javascript:alert(1)" }] }, 422, "invalid", "resources.0.url"],
        [
          { resources: [{ url }, { url: "https://EXAMPLE.com" }] },
          422,
          "invalid",
          "resources.1.url",
        ],
        [{ resources: [{ url, id: "res_1" }] }, 422, "invalid", "resources.0.id"],
        [related("likes", open.id), 422, "invalid", "relations.0.kind"],
        [related("blocks", "ENG-99"), 422, "unknown_related_task", "relations.0.taskId"],
        [related("blocks", hidden.reference), 422, "unknown_related_task", "relations.0.taskId"],
        [related("blocks", shelved.id), 409, "task_archived"],
        [
          {
            relations: [
              { kind: "blocks", taskId: open.id },
              { kind: "blockedBy", taskId: open.id },
            ],
          },
          409,
          "relation_cycle",
        ],
      ];
    for (const [input, status, code, field] of wrong) {
      await refused(
        task(chidi, input),
        {
          status,
          code,
          ...(field && { fields: [field] }),
        } as Parameters<typeof refused>[1],
      );
    }
    for (const table of ["task_relations", "task_resources"] as const) {
      const { n } = await world.database.read.selectFrom(table)
        .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
      assert.equal(n, 0, table);
    }
    assert.equal((await task(ada)).number, shelved.number + 1, "no number was taken");
  }));

Deno.test("a new task is checked for circular blocking only once, for any number of relations", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services }, ada, task, teams } = cast;
    const others = [await task(ada), await task(ada), await task(ada), await task(ada)];
    const relations = others.map(({ id }, at) => ({
      kind: at === 0 ? "blockedBy" : "blocks",
      taskId: id,
    }));
    const database = new RecordingDatabase(services.database);
    let followed = 0;
    database.statements.has = (statement) => {
      if (statement.includes("with recursive reached")) followed++;
      return false;
    };
    const input = { title: "Mend the gate", teamId: teams.eng, relations };
    await perform({ ...services, database }, ada.member, createTask, input);
    assert.equal(followed, 1);
    const back = { relations: [...relations, { kind: "duplicates", taskId: others[0]!.id }] };
    await task(ada, back);
    const circle = [{ kind: "blockedBy", taskId: others[1]!.id }, {
      kind: "blocks",
      taskId: others[0]!.id,
    }];
    await refused(task(ada, { relations: circle }), { status: 409, code: "relation_cycle" });
  }));
