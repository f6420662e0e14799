import assert from "node:assert/strict";
import { updateProject } from "../../server/domain/projects/update.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { findView, listViews } from "../../server/domain/saved_views/list.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** What the tests of views' filters do over and over. */
function viewer(cast: Cast) {
  const { run } = planner(cast);
  return {
    async save(filters: Record<string, string>, others: Record<string, unknown> = {}) {
      const input = { name: "Kept", scope: "workspace", filters, ...others };
      return parseJson((await run(cast.ada, createView, input)).json);
    },
    async filters(viewId: string) {
      return parseJson((await run(cast.ada, findView, { viewId })).json).filters;
    },
    async shown(by: Person, viewId: string) {
      const page = await run(by, listViewTasks, { viewId });
      return parseJson(page.records).map(({ title }) => title);
    },
  };
}

Deno.test("a view stores IDs in its filters, and shows the same tasks under new keys", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { run, project } = planner(cast);
    const { save, filters, shown } = viewer(cast);
    const { id: projectId } = await project(ada, { key: "GATE" });
    const { labels: [bug] } = await cast.task(ada, { title: "Hinge", projectId, tags: ["Bug"] });
    const assigneeId = chidi.member.profile.id;
    const names = { teamId: "eng", projectId: "gate", label: "BUG", status: "planned, backlogged" };
    const { id } = await save(names);
    const resolved = { ...names, teamId: teams.eng, projectId, label: bug!.id };
    assert.deepEqual(await filters(id), resolved);
    await run(ada, updateTeam, { teamId: teams.eng, patch: { key: "BLD" } });
    await run(ada, updateProject, { projectId, patch: { key: "DOOR" } });
    assert.deepEqual(await shown(chidi, id), ["Hinge"]);
    const patch = { filters: { assigneeId: chidi.member.profile.username, label: "None" } };
    await run(ada, updateView, { viewId: id, patch });
    assert.deepEqual(await filters(id), { assigneeId, label: "none" });
    await run(ada, updateView, { viewId: id, patch: { filters: { assigneeId: "me" } } });
    assert.deepEqual(await filters(id), { assigneeId: "me" });
  }));

Deno.test("a view that filters by a missing record is refused by field name, and so is a list of views", () =>
  withCast(createWorld(), async (cast) => {
    const { save } = viewer(cast);
    const fields = ["filters.teamId", "filters.label"];
    const unknown = { status: 422, code: "unknown_filter" };
    await refused(save({ teamId: "NIL", label: "nope" }), { ...unknown, fields });
    await assert.rejects(save({ foo: "1" }), { message: "There is no filter foo." });
    const ofProjects = save({ label: "nope" }, { kind: "project" });
    await refused(ofProjects, { ...unknown, fields: ["filters.label"] });
    const { id } = await save({}, { scope: "team", teamId: "ENG" });
    const { run } = planner(cast);
    const found = await run(cast.ada, listViews, { teamId: "eng" });
    assert.deepEqual(parseJson(found.records).map((one) => one.id), [id]);
    const nowhere = run(cast.chidi, listViews, { teamId: cast.teams.ppl });
    await refused(nowhere, { status: 422, fields: ["teamId"] });
  }));

Deno.test("a view shows no tasks to a person who can't see the record in its filter", () =>
  withCast(createWorld(), async (cast) => {
    const { project } = planner(cast);
    const { save, shown } = viewer(cast);
    const { id: projectId } = await project(cast.ada, { teamIds: [cast.teams.ppl] });
    await cast.task(cast.ada, { title: "Hinge", projectId });
    const hidden: Record<string, string>[] = [{ projectId }, { teamId: cast.teams.ppl }];
    for (const filters of hidden) {
      const { id } = await save({ ...filters, label: "none" });
      assert.deepEqual(await shown(cast.chidi, id), []);
    }
    const { id } = await save({ projectId });
    assert.deepEqual(await shown(cast.ada, id), ["Hinge"]);
  }));

Deno.test("a view stores relative days and several IDs, and omits IDs of missing records", () =>
  withCast(createWorld(), async (cast) => {
    const { save, filters, shown } = viewer(cast);
    const { labels: [bug] } = await cast.task(cast.ada, { title: "Hinge", tags: ["Bug"] });
    const me = cast.ada.member.profile;
    const given = { creatorId: `me,${me.username}`, label: "none, BUG", createdAfter: "-7d" };
    const kept = { creatorId: `me,${me.id}`, label: `none,${bug!.id}`, createdAfter: "-7d" };
    const { id } = await save(given);
    assert.deepEqual(await filters(id), kept);
    assert.deepEqual(await shown(cast.ada, id), ["Hinge"]);
    const cases: [Record<string, string>, string[]][] = [
      [{ label: `label_none,${bug!.id}` }, ["Hinge"]],
      [{ label: "label_none" }, []],
      [{ allLabels: `label_none,${bug!.id}` }, []],
      [{ notLabel: "label_none" }, ["Hinge"]],
      [{ parentId: "task_none" }, []],
    ];
    for (const [filters, titles] of cases) {
      await cast.world.database.write((tx) =>
        tx.updateTable("views").set({ filters: JSON.stringify(filters) }).where("id", "=", id)
          .execute()
      );
      assert.deepEqual(await shown(cast.ada, id), titles, JSON.stringify(filters));
    }
    cast.world.clock.advance({ days: 9 });
    const later = await save({ createdAfter: "-7d" });
    assert.deepEqual(await shown(cast.ada, later.id), []);
  }));
