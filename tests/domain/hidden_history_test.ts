import { sql } from "kysely";
import assert from "node:assert/strict";
import { z } from "zod";
import { activityKinds, type Fact, type KindEntry } from "../../server/domain/activity/kinds.ts";
import { type Id, type Nameable, record } from "../../server/domain/activity/shapes.ts";
import { visibleHistory } from "../../server/domain/activity/visible_history.ts";
import type { Member } from "../../server/domain/core/actor.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

const team = { id: "team_1", key: "ENG", name: "Engineering" };

type Hidden = Partial<Record<Nameable, string>>;

/** One thing of each noun that can be hidden, which only people of the private team see. */
async function hiddenRecords(cast: Cast): Promise<Hidden> {
  const { ada, dina, teams } = cast;
  const { project, milestone } = planner(cast);
  const { id } = await project(ada, { teamIds: ["PPL"] });
  return {
    team: teams.ppl,
    task: (await cast.task(dina, { teamId: "PPL" })).id,
    project: id,
    milestone: (await milestone(ada, id, "Offers out")).id,
  };
}

/** Values of a shape, each with one id of the hidden ones in it and all others unknown; what it names says whose it is. */
function* samples(shape: z.ZodType, hidden: Hidden, path = ""): Generator<[unknown, string?]> {
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodOptional) {
    yield* samples(shape.unwrap() as z.ZodType, hidden, path);
  } else if (shape instanceof z.ZodArray) {
    for (const [one, at] of samples(shape.element as z.ZodType, hidden, `${path}[]`)) {
      yield [[one], at];
    }
  } else if (shape instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(shape.shape);
    yield [plain(fields, hidden)];
    for (const [field, inner] of fields) {
      assert.ok(!/(^id|Ids?)$/.test(field) || named(inner), `${path}.${field} says whose it is.`);
      for (const [value, at] of samples(inner, hidden, `${path}.${field}`)) {
        if (at) yield [{ ...plain(fields, hidden), [field]: value }, at];
      }
    }
  } else {
    yield ["something"];
    const id = named(shape) && hidden[named(shape)!];
    if (id) yield [id, path];
  }
}

function plain(fields: [string, z.ZodType][], hidden: Hidden): Record<string, unknown> {
  return Object.fromEntries(fields.map(([field, inner]) => {
    const [first] = samples(inner, hidden);
    return [field, first![0]];
  }));
}

function named(shape: z.ZodType): Nameable | undefined {
  if (shape instanceof z.ZodNullable) return named(shape.unwrap() as z.ZodType);
  if (shape instanceof z.ZodArray) return named(shape.element as z.ZodType);
  return (shape as Partial<Id>).names;
}

/** Whether an entry with that data is in the history that somebody reads. */
async function isTold({ world }: Cast, to: Member, { kind, subject }: KindEntry, data: unknown) {
  const { rows } = await sql<{ kind: string }>`
    select h.kind from (select ${kind} as kind, ${JSON.stringify(data)} as data) h
    where true ${visibleHistory(to, subject)}`.execute(world.services.database.read);
  return rows.length === 1;
}

Deno.test("activity that names a hidden record isn't shown in any interface, for any kind of record", () =>
  withCast(createWorld(), async (cast) => {
    const hidden = await hiddenRecords(cast);
    const [outside, inside] = [cast.chidi.member, cast.ada.member];
    assert.deepEqual([outside.hiddenTeamIds, inside.hiddenTeamIds], [[cast.teams.ppl], []]);
    const places: string[] = [];
    for (const entry of activityKinds) {
      for (const [data, at] of samples(entry.shape, hidden)) {
        const what = `${entry.kind} ${at ?? ""} ${JSON.stringify(data)}`;
        assert.equal(await isTold(cast, outside, entry, data), at === undefined, what);
        assert.ok(await isTold(cast, inside, entry, data), what);
        if (at) places.push(`${entry.kind}${at}`);
      }
    }
    for (
      const place of [
        "task.moved.from.id",
        "task.relation_added.to.id",
        "task.parent_changed.from.id",
        "task.milestone_changed.to.projectId",
        "task.milestone_changed.to.id",
        "project.dependency_removed.from.id",
        "project.teams_changed.to[].id",
        "agent.teams_changed.from[]",
        "member.left.from.teams[].id",
      ]
    ) assert.ok(places.includes(place), `${place} names a record.`);
  }));

Deno.test("activity needs no extra statements if no team is hidden", () =>
  withCast(createWorld(), (cast) => {
    const { sql: text } = sql`${visibleHistory(cast.ada.member, "task")}`
      .compile(cast.world.services.database.read);
    assert.equal(text, "");
    return Promise.resolve();
  }));

Deno.test("undeclared activity, and activity in another shape, doesn't compile", () => {
  const facts: Fact[] = [
    { kind: "task.moved", data: { from: team, to: team } },
    // @ts-expect-error no such kind is declared
    { kind: "task.painted", data: {} },
    // @ts-expect-error a move keeps the teams' keys
    { kind: "task.moved", data: { from: { id: "a", name: "A" }, to: team } },
    // @ts-expect-error a move keeps both
    { kind: "task.moved", data: { to: team } },
  ];
  // @ts-expect-error an id says whose it is
  record({ id: z.string() });
  // @ts-expect-error so does one that is named for what it is of
  record({ name: z.string(), teamIds: z.array(z.string()) });
  assert.equal(facts.length, 4);
});
