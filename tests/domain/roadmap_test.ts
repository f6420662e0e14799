import assert from "node:assert/strict";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { addDependency, removeDependency } from "../../server/domain/projects/dependencies.ts";
import { readRoadmap } from "../../server/domain/projects/roadmap.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

Deno.test("dependencies between projects never form a circle, even if they are added at the same time", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const keys = ["AAA", "BBB", "CCC"];
    for (const key of keys) await plan.project(cast.ada, { key, name: key });
    const add = (projectId: string, otherId: string) =>
      plan.run(cast.ada, addDependency, { projectId, otherId });
    const before = await plan.whole(add("AAA", "BBB"));
    assert.deepEqual(before.dependencies.blockedBy.map(({ key }) => key), ["BBB"]);
    assert.deepEqual((await plan.read(cast.ada, "BBB")).dependencies.blocks[0]?.key, "AAA");
    await changesOnly(cast.world.database, [], () => add("AAA", "BBB"));
    await refused(add("AAA", "AAA"), {
      status: 422,
      code: "self_relation",
      fields: ["otherId"],
    });
    const outcomes = await Promise.allSettled([add("BBB", "CCC"), add("CCC", "AAA")]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    const removed = await plan.whole(
      plan.run(cast.ada, removeDependency, { projectId: "AAA", otherId: "BBB" }),
    );
    assert.deepEqual(removed.dependencies.blockedBy, []);
    assert.deepEqual(
      removed.activity.slice(1).map(({ kind }) => kind),
      ["project.dependency_added", "project.dependency_removed"],
    );
    await add("CCC", "AAA");
  }));

Deno.test("a project's record changes its ETag when the status of a blocking project changes", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const waiting = await plan.project(cast.ada);
    const blocker = await plan.project(cast.ada);
    await plan.run(cast.ada, addDependency, { projectId: waiting.id, otherId: blocker.id });
    const version = async () =>
      (await plan.run(cast.ada, updateProject, {
        projectId: waiting.id,
        patch: { name: waiting.name },
      })).version;
    const before = await version();
    await cast.task(cast.ada, { projectId: blocker.id, status: "progressed" });
    assert.notEqual(await version(), before);
    const [first] = (await plan.read(cast.ada, waiting.id)).dependencies.blockedBy;
    assert.equal(first?.status, "active");
  }));

Deno.test("only managers and leads can see the roadmap, in order of dates", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    await refused(plan.run(cast.chidi, readRoadmap, {}), {
      status: 403,
      code: "not_roadmap_viewer",
    });
    await plan.project(cast.ada, { key: "LATE", startDate: "2026-09-01" });
    await plan.project(cast.ada, { key: "DUE", targetDate: "2026-04-01" });
    await plan.project(cast.ada, { key: "NONE", leadId: cast.chidi.member.profile.id });
    const span = { startDate: "2026-03-01", targetDate: "2026-07-01" };
    const { id } = await plan.project(cast.ada, { key: "LONG", ...span });
    await plan.milestone(cast.ada, id, "Beta");
    const roadmap = async (input: Record<string, unknown>) => {
      const page = await plan.run(cast.chidi, readRoadmap, input);
      const projects = parseJson(page.records);
      return { keys: projects.map(({ key }) => key), projects, next: page.nextCursor };
    };
    const whole = await roadmap({});
    assert.deepEqual(whole.keys, ["LONG", "DUE", "LATE"]);
    assert.equal(whole.projects[0]?.milestones[0]?.name, "Beta");
    assert.deepEqual((await roadmap({ from: "2026-05-01" })).keys, ["LONG", "LATE"]);
    assert.deepEqual((await roadmap({ to: "2026-05-01" })).keys, ["LONG", "DUE"]);
    await plan.patch(cast.ada, "LATE", { status: "active", teamIds: ["ENG"] });
    assert.deepEqual((await roadmap({ status: "active" })).keys, ["LATE"]);
    assert.deepEqual((await roadmap({ teamId: "eng" })).keys, ["LATE"]);
    assert.deepEqual((await roadmap({ leadId: "none" })).keys, ["LONG", "DUE", "LATE"]);
    await refused(roadmap({ label: "Nothing" }), { status: 422, fields: ["label"] });
    const first = await roadmap({ limit: 2 });
    assert.deepEqual((await roadmap({ limit: 2, cursor: first.next })).keys, ["LATE"]);
  }));

Deno.test("a lead's roadmap names no hidden projects, neither blocking nor blocked ones", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { ada, chidi } = cast;
    const dates = { startDate: "2026-03-01", targetDate: "2026-03-20" };
    const mine = { ...dates, leadId: chidi.member.profile.id };
    const own = await plan.project(ada, { key: "OWN", ...mine });
    const hidden = { ...dates, teamIds: ["PPL"] };
    const before = await plan.project(ada, { key: "BEF", ...hidden, targetDate: "2026-04-01" });
    const after = await plan.project(ada, { key: "AFT", ...hidden });
    await plan.run(ada, addDependency, { projectId: own.id, otherId: before.id });
    await plan.run(ada, addDependency, { projectId: after.id, otherId: own.id });
    const seenBy = async (by: typeof ada) =>
      parseJson((await plan.run(by, readRoadmap, {})).records).find(({ key }) => key === "OWN")!;
    assert.deepEqual((await seenBy(ada)).startsBefore, [before.id]);
    const seen = await seenBy(chidi);
    assert.deepEqual([seen.blockedBy, seen.blocks, seen.startsBefore], [[], [], []]);
  }));

Deno.test("a project can't depend on an archived project", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { ada } = cast;
    const waiting = await plan.project(ada);
    const other = await plan.project(ada);
    await plan.run(ada, archiveProject, { projectId: other.id });
    await changesOnly(
      cast.world.database,
      [],
      () =>
        refused(plan.run(ada, addDependency, { projectId: waiting.id, otherId: other.id }), {
          status: 409,
          code: "project_archived",
        }),
    );
  }));
