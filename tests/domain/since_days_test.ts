import assert from "node:assert/strict";
import { sql } from "kysely";
import { listProjects } from "../../server/domain/projects/list.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewProjects } from "../../server/domain/saved_views/projects.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

/** A place, a day, and the moment at which that day begins there. */
const begins = [
  ["Pacific/Honolulu", "2026-03-12", "2026-03-12T10:00:00.000Z"],
  ["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z"],
  ["America/New_York", "2026-03-09", "2026-03-09T04:00:00.000Z"],
  ["America/New_York", "2026-11-02", "2026-11-02T05:00:00.000Z"],
  ["UTC", "2026-03-12", "2026-03-12T00:00:00.000Z"],
  ["Asia/Kathmandu", "2028-02-29", "2028-02-28T18:15:00.000Z"],
  ["Pacific/Kiritimati", "2026-03-13", "2026-03-12T10:00:00.000Z"],
] as const;

/** Somebody as they are while their workspace is elsewhere. */
function inPlace(who: Person, timeZone: string): Person {
  return { ...who, member: { ...who.member, workspace: { ...who.member.workspace, timeZone } } };
}

/** Every list that filters by when something changed last: how many it shows of the one there is. */
function lists(cast: Cast) {
  const { run } = planner(cast);
  const saved = async (who: Person, kind: string, filters: object) =>
    JSON.parse((await run(who, createView, { name: "Fresh", kind, filters })).json).id;
  const count = ({ records }: { records: string }) => JSON.parse(records).length;
  return {
    tasks: async (who: Person, filters: object) => count(await run(who, listTasks, filters)),
    groups: async (who: Person, filters: object) => (await run(who, groupTasks, filters)).length,
    projects: async (who: Person, filters: object) => count(await run(who, listProjects, filters)),
    "a view of tasks": async (who: Person, filters: object) =>
      count(await run(who, listViewTasks, { viewId: await saved(who, "task", filters) })),
    "a view of projects": async (who: Person, filters: object) =>
      count(await run(who, listViewProjects, { viewId: await saved(who, "project", filters) })),
  };
}

Deno.test('"changed since" a day means since it started in the workspace\'s time zone, in every list', () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada);
    await planner(cast).project(cast.ada, { startDate: "2026-03-12" });
    const changedAt = (at: string) =>
      cast.world.database.write(async (tx) => {
        await sql`update tasks set updated_at = ${at}`.execute(tx);
        await sql`update projects set updated_at = ${at}`.execute(tx);
      });
    for (const [timeZone, day, begin] of begins) {
      const ada = inPlace(cast.ada, timeZone);
      const before = new Date(Date.parse(begin) - 1).toISOString();
      for (const [name, shown] of Object.entries(lists(cast))) {
        await changedAt(begin);
        assert.equal(await shown(ada, { updatedSince: day }), 1, `${name} ${timeZone} ${day}`);
        await changedAt(before);
        assert.equal(await shown(ada, { updatedSince: day }), 0, `${name} ${timeZone} ${day}`);
        assert.equal(await shown(ada, { updatedSince: before }), 1, `${name} from a moment`);
      }
    }
  }));

Deno.test("a view keeps the start of its filter's day, even if the workspace's time zone changes", () =>
  withCast(createWorld(), async (cast) => {
    const { run } = planner(cast);
    const away = inPlace(cast.ada, "Pacific/Kiritimati");
    const filters = { updatedSince: "2026-03-13", deadlineBefore: "2026-03-13" };
    const { json: view } = await run(away, createView, { name: "Fresh", filters });
    assert.deepEqual(JSON.parse(view).filters, {
      updatedSince: "2026-03-12T10:00:00.000Z",
      deadlineBefore: "2026-03-13",
    });
  }));
