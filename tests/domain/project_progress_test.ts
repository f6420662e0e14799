import assert from "node:assert/strict";
import { sql } from "kysely";
import { forecastOf } from "../../server/domain/projects/forecast.ts";
import { progressOverTime } from "../../server/domain/projects/progress_days.ts";
import { rebuildProgressDays } from "../../server/domain/projects/rebuild_progress.ts";
import type { ProgressDay } from "../../server/domain/projects/schema.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

/** How a project went on, a day each in short: `date total/progressed/completed`. */
async function days(
  cast: Cast,
  by: Person,
  projectId: string,
  input: Record<string, unknown> = {},
) {
  const { days } = await planner(cast).run(by, progressOverTime, { projectId, ...input });
  return days.map(({ day, total, progressed, completed }) =>
    `${day.slice(5)} ${total}/${progressed}/${completed}`
  );
}

/** A project of a week in which tasks were made, begun, completed, archived and moved elsewhere. */
async function week(cast: Cast) {
  const plan = planner(cast);
  const { ada, dina, teams, world } = cast;
  const begin = world.clock.now().toISOString().slice(5, 10);
  const { id: projectId } = await plan.project(ada, { key: "WEB" });
  const next = () => world.clock.advance({ days: 1 });
  const made = [];
  for (let n = 0; n < 4; n++) made.push(await cast.task(ada, { projectId, status: "planned" }));
  next();
  await plan.patchTask(ada, made[0]!.id, { status: "progressed" });
  await plan.patchTask(ada, made[1]!.id, { status: "progressed" });
  next();
  await plan.patchTask(ada, made[0]!.id, { status: "completed" });
  await cast.task(dina, { projectId, teamId: teams.ppl, status: "progressed" });
  next();
  next();
  await plan.run(ada, archiveTask, { taskId: made[3]!.id });
  const day = (n: number) =>
    Temporal.PlainMonthDay.from(begin).toPlainDate({ year: 2026 }).add({ days: n }).toString()
      .slice(5);
  return { ...plan, projectId, day, next };
}

Deno.test("a project's daily progress counts only tasks of teams that the reader can see", () =>
  withCast(createWorld(), async (cast) => {
    const { projectId, day } = await week(cast);
    assert.deepEqual(await days(cast, cast.dina, projectId), [
      `${day(0)} 4/0/0`,
      `${day(1)} 4/2/0`,
      `${day(2)} 5/2/1`,
      `${day(3)} 5/2/1`,
      `${day(4)} 4/2/1`,
    ]);
    assert.deepEqual((await days(cast, cast.chidi, projectId)).slice(2), [
      `${day(2)} 4/1/1`,
      `${day(3)} 4/1/1`,
      `${day(4)} 3/1/1`,
    ]);
    const year = cast.world.clock.now().getUTCFullYear();
    const since = `${year}-${day(3)}`;
    assert.equal((await days(cast, cast.chidi, projectId, { since })).length, 2);
  }));

Deno.test("the progress of a long project has at most sixty days, always with the last one", () =>
  withCast(createWorld(), async (cast) => {
    const { projectId } = await week(cast);
    cast.world.clock.advance({ days: 200 });
    const told = await days(cast, cast.ada, projectId);
    assert.ok(told.length <= 60 && told.length > 30);
    assert.ok(told.at(-1)!.startsWith(cast.world.clock.now().toISOString().slice(5, 10)));
  }));

Deno.test("the progress of a project that started in the year 1 computes only the returned days", () =>
  withCast(createWorld(), async (cast) => {
    const { projectId } = await week(cast);
    await cast.world.database.write((tx) =>
      sql`insert into project_progress_days (project_id, team_id, status, day, tasks)
        values (${projectId}, ${cast.teams.eng}, 'planned', '0001-01-01', 1)`.execute(tx)
    );
    const toString = Temporal.PlainDate.prototype.toString;
    let written = 0;
    Temporal.PlainDate.prototype.toString = function (...how) {
      written++;
      return toString.apply(this, how);
    };
    try {
      const told = await days(cast, cast.ada, projectId);
      assert.ok(told.length <= 60 && told.length > 30);
    } finally {
      Temporal.PlainDate.prototype.toString = toString;
    }
    assert.ok(written < 200, `${written} days were worked out`);
  }));

Deno.test("a project without tasks has no daily progress", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await planner(cast).project(cast.ada);
    assert.deepEqual(await days(cast, cast.ada, id), []);
  }));

Deno.test("rebuilding progress from activity gives the same days, for tasks that still exist", () =>
  withCast(createWorld(), async (cast) => {
    const { projectId, day } = await week(cast);
    const { database } = cast.world;
    await database.write((tx) => sql`delete from project_progress_days`.execute(tx));
    await database.write((tx) => rebuildProgressDays(tx, cast.ada.member.workspace.id));
    assert.deepEqual(await days(cast, cast.dina, projectId), [
      `${day(0)} 3/0/0`,
      `${day(1)} 3/2/0`,
      `${day(2)} 4/2/1`,
      `${day(3)} 4/2/1`,
      `${day(4)} 4/2/1`,
    ]);
  }));

/** Days on each of which as many more tasks of a hundred are completed as a list says. */
function going(completed: readonly number[]): ProgressDay[] {
  let done = 0;
  return completed.map((more, n) => {
    done += more;
    const day = Temporal.PlainDate.from("2027-01-01").add({ days: n }).toString();
    const rest = { backlogged: 0, planned: 100 - done, progressed: 0, cancelled: 0 };
    return { day, total: 100, completed: done, ...rest };
  });
}

Deno.test("a forecast is between the pace of the better and the worse weeks", () => {
  const weekly = (...tasks: number[]) => [0, ...tasks.flatMap((n) => [n, 0, 0, 0, 0, 0, 0])];
  const days = going(weekly(4, 0, 8, 2));
  const today = days.at(-1)!.day;
  const inWeeks = (weeks: number) =>
    Temporal.PlainDate.from(today).add({ days: Math.ceil(7 * weeks) }).toString();
  // 86 are left; six a week in the better two, one in the others
  assert.deepEqual(forecastOf(days), {
    left: 86,
    earliest: inWeeks(86 / 6),
    latest: inWeeks(86),
  });
  // Of three weeks, the middle one counts among the better and the worse
  const three = going(weekly(8, 2, 5));
  const threeWeeksOn = Temporal.PlainDate.from(three.at(-1)!.day);
  const after = (perWeek: number) =>
    threeWeeksOn.add({ days: Math.ceil(7 * 85 / perWeek) }).toString();
  assert.deepEqual(forecastOf(three), { left: 85, earliest: after(6.5), latest: after(3.5) });
  assert.equal(forecastOf(going(weekly(4, 0)))?.latest, null);
  assert.equal(forecastOf(going(weekly(0, 0, 0))), null);
  assert.equal(forecastOf(going(weekly(50))), null);
  assert.equal(forecastOf(going(weekly(50, 50))), null);
  assert.equal(forecastOf([]), null);
});
