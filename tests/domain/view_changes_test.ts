import assert from "node:assert/strict";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { knownFilters } from "../../server/domain/saved_views/known_filters.ts";
import { findView, listViews } from "../../server/domain/saved_views/list.ts";
import type { VersionedView } from "../../server/domain/saved_views/read.ts";
import { undoView } from "../../server/domain/saved_views/undo.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** What these tests do over and over with one view, each as somebody. */
async function easel(cast: Cast, by: Person, input: Record<string, unknown>) {
  const { run } = planner(cast);
  const read = ({ json }: VersionedView) => parseJson(json);
  const { id } = await run(by, createView, { name: "Late", ...input });
  return {
    run,
    id,
    now: async (who = by) => read(await run(who, findView, { viewId: id })),
    async patch(who: Person, patch: Record<string, unknown>) {
      cast.world.clock.advance({ seconds: 1 });
      return read(await run(who, updateView, { viewId: id, patch }));
    },
    async undo(who: Person) {
      cast.world.clock.advance({ seconds: 1 });
      return read(await run(who, undoView, { viewId: id }));
    },
  };
}

Deno.test("a view's scope can be changed to a team, a project, everyone, or personal", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { patch, now, run } = await easel(cast, chidi, { scope: "workspace" });
    const project = await planner(cast).project(ada);
    const home = ({ scope, teamId, projectId }: Record<string, unknown>) => [
      scope,
      teamId,
      projectId,
    ];
    assert.deepEqual(home(await patch(chidi, { teamId: "ENG" })), ["team", teams.eng, null]);
    const ofProject = { scope: "project", projectId: project.key };
    assert.deepEqual(home(await patch(chidi, ofProject)), ["project", null, project.id]);
    assert.deepEqual(home(await patch(chidi, { scope: "workspace" })), ["workspace", null, null]);
    assert.equal((await now(ada)).scope, "workspace");
    assert.deepEqual(home(await patch(chidi, { scope: "personal" })), ["personal", null, null]);
    const { id: viewId } = await now();
    await refused(run(ada, findView, { viewId }), { status: 404 });
  }));

Deno.test("a view's scope must exist and be valid, and only its owner can make it personal", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { patch } = await easel(cast, chidi, { scope: "team", teamId: cast.teams.eng });
    const wrong = (change: Record<string, unknown>, fields: string[]) =>
      refused(patch(chidi, change), { status: 422, fields });
    await wrong({ scope: "project" }, ["projectId"]);
    await wrong({ scope: "workspace", teamId: "ENG" }, ["teamId"]);
    await wrong({ teamId: teams.ppl }, ["teamId"]);
    await refused(patch(ada, { scope: "personal" }), { status: 403, code: "not_view_owner" });
    await patch(chidi, { sorting: "position" });
    await wrong({ scope: "workspace" }, ["sorting"]);
    const back = await patch(chidi, { scope: "workspace", sorting: "createdAt" });
    assert.deepEqual([back.scope, back.sorting], ["workspace", "createdAt"]);
  }));

Deno.test("a person can undo their last change to a view, then the one before, and none twice", () =>
  withCast(createWorld(), async (cast) => {
    const { chidi } = cast;
    const { patch, undo, now } = await easel(cast, chidi, { scope: "workspace" });
    const first = await now();
    await patch(chidi, {
      teamId: "ENG",
      name: "Soon",
      filters: { status: "planned", label: "Bug" },
      hidden: ["labels"],
      subTasks: "below",
    });
    const second = await now();
    await patch(chidi, { layout: "board", description: "What comes next." });
    const told = ({ version: _version, updatedAt: _at, ...view }: typeof first) => view;
    assert.deepEqual(told(await undo(chidi)), told(second));
    assert.deepEqual(told(await undo(chidi)), told(first));
    await refused(undo(chidi), { status: 409, code: "not_undoable" });
    assert.equal((await now()).version, 5);
  }));

Deno.test("changes to a view can't be undone by other people, or after a week", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { patch, undo, now } = await easel(cast, chidi, { scope: "workspace" });
    await patch(chidi, { name: "Soon", layout: "board" });
    await refused(undo(ada), { status: 409, code: "not_undoable" });
    await patch(ada, { name: "Sooner" });
    const error = await refused(undo(chidi), { status: 409, code: "changed_since" });
    assert.match(error.message, /since changed the name/);
    assert.equal((await now()).name, "Sooner");
    world.clock.advance({ days: 8 });
    await refused(undo(ada), { status: 409, code: "not_undoable" });
  }));

Deno.test("a view keeps a filter by a record that is hidden from its editor, and refuses a new one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, dina, chidi, teams } = cast;
    const hidden = await planner(cast).project(ada, { teamIds: [teams.ppl] });
    const { patch, run, id } = await easel(cast, dina, {
      scope: "workspace",
      filters: { projectId: hidden.id },
    });
    await cast.world.database.write(async (tx) => {
      await tx.updateTable("views").set({ owner_id: chidi.member.profile.id })
        .where("id", "=", id).execute();
    });
    const changed = await patch(chidi, { filters: { projectId: hidden.id, priority: "high" } });
    assert.deepEqual(changed.filters, { projectId: hidden.id, priority: "high" });
    const other = { filters: { notProjectId: hidden.id } };
    await refused(patch(chidi, other), { status: 422, code: "unknown_filter" });
    const known = await run(chidi, knownFilters, { filters: changed.filters });
    assert.deepEqual(known, { filters: { priority: "high" }, gone: ["projectId"], fitsNone: true });
    const { filters, gone } = await run(dina, knownFilters, { filters: changed.filters });
    assert.deepEqual([filters, gone], [changed.filters, []]);
    await run(ada, archiveProject, { projectId: hidden.id });
    assert.deepEqual((await run(ada, knownFilters, { filters: changed.filters })).gone, []);
  }));

Deno.test("views are found by words of their names and descriptions, if they are visible", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    await run(ada, createTaskLabel, { name: "Hinge" });
    await run(ada, createView, { name: "Gates", description: "Hinges to oil", scope: "workspace" });
    await run(ada, createView, { name: "Hinges of my own" });
    const found = async (by: Person, q: string) =>
      parseJson((await run(by, listViews, { q })).records).map(({ name }) => name);
    assert.deepEqual(await found(ada, "hinge"), ["Gates", "Hinges of my own"]);
    assert.deepEqual(await found(chidi, "hinge"), ["Gates"]);
    assert.deepEqual(await found(chidi, "oil gates"), ["Gates"]);
  }));
