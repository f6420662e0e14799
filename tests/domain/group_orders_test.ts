import assert from "node:assert/strict";
import { sql } from "kysely";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { groupField } from "../../server/domain/tasks/group_candidates.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import {
  type Task,
  type TaskGrouping,
  taskGroupings,
  type TaskSort,
  taskSorts,
} from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { closedStatuses, priorities } from "../../server/domain/vocabulary.ts";
import { planOf } from "../gates/plans/explain.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { allPages, list } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

type Query = Record<string, unknown>;
type GroupedBy = Exclude<TaskGrouping, "none">;

const groups = ({ world, ada }: Cast, input: Query) =>
  perform(world.services, ada.member, groupTasks, { ...input, opened: [...closedStatuses] });
const groupedBy = taskGroupings.filter((one) => one !== "none");

/** What tasks are in order by, without their ids: the least first. */
const keys: Record<string, (task: Task) => string | number> = {
  createdAt: () => 0,
  updatedAt: ({ updatedAt }) => updatedAt,
  priority: ({ priority }) => priorities.indexOf(priority),
  deadlineAt: ({ deadlineAt }) => deadlineAt ?? "~",
  "-deadlineAt": ({ deadlineAt }) => deadlineAt ?? "",
};

/** The order that a list is to be in, by the plainest way to say it. */
function sorted(tasks: readonly Task[], sort: TaskSort): Task[] {
  const key = keys[sort] ?? keys[sort.replace("-", "")]!;
  const up = tasks.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one === other ? (a.id < b.id ? -1 : 1) : one < other ? -1 : 1;
  });
  return sort.startsWith("-") ? up.reverse() : up;
}

/** The groups that a task is in. */
function keysOf(task: Task, by: GroupedBy): string[] {
  if (by === "label") return task.labels.length > 0 ? task.labels.map(({ id }) => id) : ["none"];
  if (by === "status" || by === "priority") return [task[by]];
  return [(by === "assignee" ? task.assigneeId : task.projectId) ?? "none"];
}

/** Tasks that differ in whatever makes groups and orders, with gaps and ties in all of it; some drafts, some archived. */
async function mix(cast: Cast): Promise<void> {
  const { ada, bao, world } = cast;
  const { id: projectId } = await perform(world.services, ada.member, createProject, {
    name: "Gatehouse",
  });
  const values = {
    status: ["planned", "progressed", "completed", "planned", "backlogged"],
    priority: ["none", "high", "urgent", "low"],
    assigneeId: [null, ada.member.profile.id, bao.member.profile.id],
    tags: [[], ["Bug"], ["Bug", "Feature"], ["Feature"], [], ["Bug"], []],
    projectId: [null, null, projectId],
    deadlineAt: [null, "2026-05-02", "2026-04-01", null, "2026-05-02", "2027-01-01", null, null],
  };
  const made: string[] = [];
  for (let n = 0; n < 60; n++) {
    const set = Object.entries(values).map(([name, some]) => [name, some[n % some.length]]);
    const draft = n % 15 === 7;
    const input = { title: `Task ${n}`, ...Object.fromEntries(set), ...(draft ? { draft } : {}) };
    made.push((await cast.task(ada, input)).id);
    if (n % 3 === 0) world.clock.advance({ seconds: 1 });
  }
  for (let n = 0; n < 60; n += 7) {
    const taskId = made[(n * 23) % 60]!;
    await perform(world.services, ada.member, updateTask, {
      taskId,
      patch: { title: `Last ${n}` },
    });
    world.clock.advance({ seconds: n % 2 });
  }
  for (const n of [4, 31]) {
    await perform(world.services, ada.member, archiveTask, { taskId: made[n]! });
  }
}

Deno.test("groups support every order of a list, and their next pages continue in it", () =>
  withCast(createWorld(), async (cast) => {
    await mix(cast);
    const { tasks: all } = await list(cast, { limit: 100 });
    assert.equal(all.length, 54);
    for (const sort of taskSorts.filter((one) => one !== "position")) {
      for (const group of groupedBy) {
        const found = await groups(cast, { group, sort });
        assert.ok(found.length > 1);
        assert.equal(new Set(found.map(({ key }) => key)).size, found.length);
        for (const { key, tasks, nextCursor, count } of found) {
          const own = all.filter((task) => keysOf(task, group).includes(idOf(cast, key)));
          const ids = sorted(own, sort).map(({ id }) => id);
          const told = `${group} ${key} by ${sort}`;
          const narrowed = { [groupField[group]]: key, sort };
          const rest = nextCursor === null ? [] : await restOf(cast, narrowed, nextCursor);
          assert.deepEqual([...tasks.map(([id]) => id), ...rest], ids, told);
          assert.deepEqual([count, nextCursor !== null], [own.length, own.length > 25], told);
          const paged = await allPages(cast, narrowed, 4);
          assert.deepEqual(paged, sorted(own, sort).map(({ title }) => title), told);
        }
      }
    }
  }));

Deno.test("subgroups support every order of a list, and their next pages continue in it", () =>
  withCast(createWorld(), async (cast) => {
    await mix(cast);
    const { tasks: all } = await list(cast, { limit: 100 });
    for (const sort of taskSorts.filter((one) => one !== "position")) {
      for (const group of groupedBy) {
        for (const subgroup of groupedBy.filter((one) => one !== group)) {
          for (const { key, subgroups } of await groups(cast, { group, subgroup, sort })) {
            assert.ok(subgroups?.whole);
            for (const one of subgroups.groups) {
              const own = all.filter((task) =>
                keysOf(task, group).includes(idOf(cast, key)) &&
                keysOf(task, subgroup).includes(idOf(cast, one.key))
              );
              const narrowed = {
                [groupField[group]]: key,
                [groupField[subgroup]]: one.key,
                sort,
              };
              const { nextCursor } = one;
              const rest = nextCursor === null ? [] : await restOf(cast, narrowed, nextCursor);
              assert.deepEqual(
                [...one.tasks.map(([id]) => id), ...rest],
                sorted(own, sort).map(({ id }) => id),
                `${group} ${key}, ${subgroup} ${one.key} by ${sort}`,
              );
            }
          }
        }
      }
    }
  }));

/** Oneself has one's own group, called otherwise where one asked for it so. */
const idOf = ({ ada }: Cast, key: string) => key === "me" ? ada.member.profile.id : key;

async function restOf(cast: Cast, narrowed: Query, cursor: string): Promise<string[]> {
  return (await list(cast, { ...narrowed, cursor, limit: 100 })).tasks.map(({ id }) => id);
}

Deno.test("a group finds its tasks in an order even if they are far down among tasks of other groups", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, world } = cast;
    const { id: projectId } = await perform(world.services, ada.member, createProject, {
      name: "Gatehouse",
    });
    const own = { assigneeId: bao.member.profile.id, projectId, tags: ["Bug"], teamId: "PPL" };
    for (let n = 0; n < 12; n++) {
      const deadlineAt = `2026-06-${String(10 + n % 5).padStart(2, "0")}`;
      const priority = ["low", "high"][n % 2];
      await cast.task(ada, { title: `Own ${n}`, status: "planned", ...own, deadlineAt, priority });
      world.clock.advance({ seconds: 1 });
    }
    // Five hundred others on either side of them in every order
    await others(cast, 500, { deadlineAt: "2026-01-01", priority: 0, moment: "2020-01-01" });
    await others(cast, 500, { deadlineAt: "2027-01-01", priority: 4, moment: "2030-01-01" });
    const narrowings: Query[] = [
      { status: "planned" },
      { assigneeId: bao.member.profile.id },
      { assigneeId: "bao,me" },
      { projectId },
      { projectId: `none,${projectId}`, status: "planned" },
      { label: "Bug" },
      { label: "bug,feature", status: "planned" },
      { teamId: "PPL" },
      { teamId: "PPL", assigneeId: bao.member.profile.id },
      { teamId: "PPL", projectId, label: "bug" },
      { priority: "low,high" },
      { notPriority: "none,urgent" },
      { creatorId: "me", status: "planned,progressed" },
      { deadlineAfter: "2026-06-01", deadlineBefore: "2026-07-01" },
      { updatedSince: "2026-01-01", updatedBefore: "2027-01-01", status: "planned" },
      { q: "Own" },
    ];
    for (const sort of taskSorts.filter((one) => one !== "position")) {
      for (const narrowing of narrowings) {
        const { tasks } = await list(cast, { ...narrowing, sort: "createdAt", limit: 100 });
        const told = `${JSON.stringify(narrowing)} by ${sort}`;
        assert.equal(tasks.length, 12, told);
        const expected = sorted(tasks, sort).map(({ title }) => title);
        assert.deepEqual(await allPages(cast, { ...narrowing, sort }, 1), expected, told);
        assert.deepEqual(await allPages(cast, { ...narrowing, sort }, 5), expected, told);
      }
      for (const priority of ["low", "high"]) {
        const { tasks } = await list(cast, { priority, sort: "createdAt" });
        const expected = sorted(tasks, sort).map(({ title }) => title);
        assert.deepEqual(
          await allPages(cast, { priority, sort }, 2),
          expected,
          `${priority} ${sort}`,
        );
      }
    }
  }));

Deno.test("a list reads an order's index only up to a limit, and then sorts by its group's index", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: "Own", status: "planned", deadlineAt: "2026-06-01" });
    await others(cast, 500, { deadlineAt: "2026-01-01", priority: 0, moment: "2020-01-01" });
    await others(cast, 500, { deadlineAt: "2027-01-01", priority: 4, moment: "2030-01-01" });
    const walks: [TaskSort, RegExp][] = [
      [
        "-priority",
        /tasks_by_priority \(workspace_id=\? AND (priority>\?|\(priority,id\)>\(\?,\?\))\)/,
      ],
      ["priority", /tasks_by_priority \(workspace_id=\? AND \(priority,id\)<\(\?,\?\)\)/],
      [
        "-updatedAt",
        /tasks_by_update \(workspace_id=\? AND (updated_at>\?|\(updated_at,id\)>\(\?,\?\))\)/,
      ],
      ["deadlineAt", /tasks_by_deadline \(workspace_id=\? AND <expr><\?\)/],
      ["-deadlineAt", /tasks_by_deadline_back \(workspace_id=\? AND <expr>>\?\)/],
    ];
    const { ada, world } = cast;
    for (const [sort, walk] of walks) {
      const database = new RecordingDatabase(world.database);
      const services = { ...world.services, database };
      await perform(services, ada.member, listTasks, { status: "planned", sort, limit: 1 });
      const plans = [];
      for (const [statement, parameters] of [...database.statements].slice(-2)) {
        plans.push((await planOf(world.database.read, statement, parameters)).join("\n"));
      }
      const [walked = "", sortedByKeys = ""] = plans;
      assert.match(walked, walk);
      assert.doesNotMatch(walked, /TEMP B-TREE FOR ORDER BY/);
      assert.match(
        sortedByKeys,
        /SEARCH t USING INDEX tasks_by_status \(workspace_id=\? AND status=\?\)/,
      );
    }
  }));

/** Copies of one more task. */
async function others(
  cast: Cast,
  count: number,
  { deadlineAt, priority, moment }: { deadlineAt: string; priority: number; moment: string },
): Promise<void> {
  const { id } = await cast.task(cast.bao, { title: "Another one", status: "progressed" });
  const set: Record<string, unknown> = {
    id: sql`'task_' || substr(${id}, 6, 19) || printf('%07d', n)`,
    number: sql`${1_000 * (priority + 1)} + n`,
    deadline_at: sql`${deadlineAt}`,
    priority: sql`${priority}`,
    updated_at: sql`${moment} || substr(updated_at, 11)`,
  };
  await cast.world.database.write(async (db) => {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info('tasks')`
      .execute(db);
    const names = rows.map(({ name }) => name).filter((name) => name !== "seq");
    const values = names.map((name) => set[name] ?? sql.ref(name));
    await sql`insert into tasks (${sql.join(names.map((name) => sql.ref(name)))})
      with recursive counted (n) as (select 1 union all select n + 1 from counted where n < ${count})
      select ${sql.join(values)} from tasks cross join counted where id = ${id}`.execute(db);
  });
}
