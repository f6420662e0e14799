import assert from "node:assert/strict";
import fc from "../../packages/fast_check.ts";
import type { z } from "zod";
import { operations } from "../../../server/operations.ts";
import { jobs } from "../../../server/serve.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { runOnce } from "../../../server/domain/idempotency/run_once.ts";
import { createTask } from "../../../server/domain/tasks/create.ts";
import { noteOpened, storeOpened } from "../../../server/domain/recents/opened.ts";
import { listTasks } from "../../../server/domain/tasks/list.ts";
import { withCast } from "../../support/cast.ts";
import { assertNone } from "../../support/missing.ts";
import { planner } from "../../support/projects.ts";
import { seedsOf } from "../../support/seeds.ts";
import { createWorld } from "../../support/world.ts";
import { knownValues } from "../fuzz/known.ts";
import { objectSchema, recordOf } from "../fuzz/inputs.ts";
import type { ActorKind } from "../permissions/actors.ts";
import { attempt } from "../permissions/attempt.ts";
import { type Bearers, issueBearers } from "../permissions/bearers.ts";
import { table } from "../permissions/table.ts";
import { planOf, tablesScanned } from "./explain.ts";
import { RecordingDatabase } from "./recorder.ts";
import { type FullCast, populate } from "../support/full_cast.ts";
import { UndoingDatabase } from "../support/undoing.ts";

/** People with different statements: one who can see everything, one who can't see a team, and an automation. */
const callers: readonly ActorKind[] = ["owner", "member", "automation"];
/** The number of inputs per read besides the table's, enough for every filter, alone and with others. */
const SAMPLES = 80;
const seeds = seedsOf(1);

Deno.test(`no statement of a running server scans a full table (seeds ${seeds.join(" and ")})`, async () => {
  await using world = await createWorld();
  const fullCast = await populate(world);
  const bearers = await issueBearers(fullCast);
  const undoing = new UndoingDatabase(world.database);
  undoing.undoes = true;
  const database = new RecordingDatabase(undoing);
  const services = { ...world.services, database };
  const known = knownValues(fullCast);
  for (const operation of operations) {
    const inputs = (table[operation.name] ?? []).map((row) => row.input(fullCast));
    if (!operation.writes) {
      const schema = objectSchema(operation.input as z.ZodType);
      for (const seed of seeds) {
        inputs.push(...fc.sample(recordOf(schema, known), { numRuns: SAMPLES, seed }));
      }
    }
    for (const input of inputs) {
      for (const kind of callers) {
        await attempt(services, operation, bearers[kind], fullCast.workspaceId, input);
      }
    }
  }
  // Merges a search index until nothing is left to merge
  undoing.undoes = false;
  await runJobs(services, { bearers, fullCast });
  assert.ok(database.statements.size > 200, `${database.statements.size} statements were seen`);
  const wrong: string[] = [];
  for (const [sql, parameters] of database.statements) {
    const scanned = await tablesScanned(world.database.read, sql, parameters);
    if (scanned.length === 0) continue;
    wrong.push(
      `A statement reads every row of ${scanned.join(" and ")}. Change the statement or add an ` +
        `index in migrations: ${sql.replace(/\s+/g, " ")}`,
    );
  }
  assertNone(wrong, (sentence) => sentence);
});

/** Work outside operations: recording activity, storing first responses, and the server's own work. */
async function runJobs(
  services: Services,
  { bearers, fullCast }: { bearers: Bearers; fullCast: FullCast },
): Promise<void> {
  const { world, workspaceId } = fullCast;
  const later = new Date(world.clock.now().getTime() + 30 * 60_000);
  const { principal, member } = await bearers.owner!(
    { ...services, clock: () => later },
    workspaceId,
  );
  const once = runOnce({ ownerId: principal.userId, key: "once", request: "POST" }, () => "{}");
  await perform(services, member!, createTask, { teamId: "ENG", title: "Once" }, once);
  for (const run of Object.values(jobs)) await run(services);
  noteOpened(services, member!, { kind: "person", id: member!.profile.id });
  await storeOpened(services);
}

/** Filters with several values, and statements that scan a list's index, newest first. */
const walks: [filters: Record<string, string>, plan: RegExp, times: number][] = [
  [{ assigneeId: "me,chidi" }, /^SEARCH t USING INDEX tasks_by_assignee /, 2],
  [{ assigneeId: "me,none" }, /^SEARCH t USING INDEX tasks_(by_assignee|newest) /, 2],
  [{ assigneeId: "me,chidi", status: "planned,progressed" }, /tasks_by_assignee_status /, 4],
  [{ creatorId: "me,chidi,bao" }, /^SEARCH t USING INDEX tasks_by_creator /, 3],
  [{ label: "bug,feature" }, /^SEARCH chosen USING COVERING INDEX task_label_links_by_label /, 2],
  [{ label: "bug", status: "completed" }, /^SEARCH chosen USING COVERING INDEX /, 1],
  [{ label: "bug", status: "planned" }, /^SEARCH t USING INDEX tasks_by_status /, 1],
  [
    { label: "bug", status: "planned", creatorId: "me" },
    /^SEARCH chosen USING COVERING INDEX /,
    1,
  ],
  [{ allLabels: "bug,feature" }, /^SEARCH chosen USING COVERING INDEX /, 1],
  [{ teamId: "ENG,PPL" }, /^SEARCH t USING INDEX tasks_by_team /, 2],
  [{ teamId: "ENG,PPL", notStatus: "planned,cancelled" }, /INDEX tasks_by_team_status /, 6],
  [{ archived: "true" }, /^SEARCH t USING INDEX tasks_archived /, 1],
  [{ archived: "true", status: "planned,completed" }, /INDEX tasks_archived_by_status /, 2],
  [{ archived: "true", teamId: "ENG", status: "planned" }, /INDEX tasks_archived_by_team /, 1],
  [{ archived: "true", assigneeId: "me,chidi" }, /INDEX tasks_archived_by_assignee /, 2],
  [{ notStatus: "completed,cancelled" }, /^SEARCH t USING INDEX tasks_by_status /, 3],
  [{ createdAfter: "-7d", assigneeId: "me,chidi" }, /_assignee \(assignee_id=\? AND id>\?\)/, 2],
  [{ createdBefore: "-7d" }, /^SEARCH t USING INDEX tasks_newest \(workspace_id=\? AND id<\?\)/, 1],
  [{ updatedBefore: "-7d", sort: "-updatedAt" }, /tasks_by_update \(.* AND updated_at<\?\)/, 1],
];

Deno.test("a list filtered by several values uses an index in the list's order for each value", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada } = cast;
    const { project, milestone } = planner(cast);
    const made = [await project(ada, { name: "One" }), await project(ada, { name: "Two" })];
    const both = made.map(({ id }) => id).join(",");
    const beta = await Promise.all(made.map(async ({ id }) => (await milestone(ada, id, "B")).id));
    const hand = { teamId: "ENG", sort: "position" };
    const all: typeof walks = [
      ...walks,
      [{ completedAfter: "-7d" }, /^SEARCH t USING INDEX tasks_newest_completed /, 1],
      [{ ...hand }, /^SEARCH t USING INDEX tasks_by_position /, 1],
      [{ ...hand, status: "planned" }, /^SEARCH t USING INDEX tasks_by_status_position /, 1],
      [{ ...hand, notStatus: "planned" }, /^SEARCH t USING INDEX tasks_by_status_position /, 4],
      [{ ...hand, assigneeId: "me,none" }, /^SEARCH t USING INDEX tasks_by_assignee_position /, 2],
      [{ ...hand, projectId: `none,${both}` }, /^SEARCH t USING INDEX tasks_by_project_pos/, 3],
      [{ ...hand, label: "bug,feature" }, /^SEARCH t USING INDEX tasks_by_position /, 1],
      [{ projectId: both }, /^SEARCH t USING INDEX tasks_by_project /, 2],
      [{ projectId: made[0]!.id, sort: "-priority" }, /INDEX tasks_by_project_priority /, 1],
      [{ projectId: both, sort: "-priority" }, /^SEARCH t USING INDEX tasks_by_priority /, 1],
      [
        { priority: "high", sort: "priority" },
        /tasks_by_priority \(workspace_id=\? AND priority=\?\)/,
        1,
      ],
      [{ milestoneId: beta.join(",") }, /^SEARCH t USING INDEX tasks_by_milestone /, 2],
    ];
    for (const [filters, walk, times] of all) {
      const database = new RecordingDatabase(world.database);
      await perform({ ...world.services, database }, ada.member, listTasks, filters);
      const [sql, parameters] = [...database.statements].at(-1)!;
      const plan = await planOf(world.database.read, sql, parameters);
      const told = `${JSON.stringify(filters)}\n${plan.join("\n")}`;
      assert.equal(plan.filter((step) => walk.test(step)).length, times, told);
      // Only one page and its tasks' labels are sorted
      const merged = plan.slice(
        0,
        Math.max(0, plan.findIndex((step) => /^SCAN merged/.test(step))),
      );
      const sorted = times > 1 ? merged : plan.filter((step) => /ORDER BY$/.test(step));
      assert.deepEqual(sorted.filter((step) => /TEMP B-TREE/.test(step)), [], told);
    }
  }));

Deno.test("a statement without an index is detected, and one with an index isn't", async () => {
  await using world = await createWorld();
  const { read } = world.database;
  const scans = (sql: string) => tablesScanned(read, sql, []);
  assert.equal((await scans("select t.id from tasks t where t.title = 'Gate'")).length, 1);
  assert.deepEqual(await scans("select t.id from tasks t where t.id = 'task_1'"), []);
});
