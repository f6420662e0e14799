import assert from "node:assert/strict";
import { CompiledQuery } from "kysely";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { projectSorts } from "../../server/domain/projects/schema.ts";
import type { Invalid } from "../../server/domain/core/errors.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { findView } from "../../server/domain/saved_views/list.ts";
import { listViewProjects } from "../../server/domain/saved_views/projects.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** Three projects that differ in everything that a list can ask for, a day apart. */
async function addThree(cast: Cast) {
  const { ada, chidi } = cast;
  const plan = planner(cast);
  await plan.run(ada, createProjectLabel, { name: "Masonry" });
  const add = async (key: string, input: Record<string, unknown>) => {
    await plan.project(ada, { key, ...input });
    cast.world.clock.advance({ days: 1 });
  };
  await add("ARCH", {
    name: "bridge",
    leadId: "me",
    priority: "high",
    targetDate: "2026-06-01",
    labels: ["Masonry"],
    teamIds: ["ENG"],
  });
  await add("BELL", { name: "Arches", memberIds: [chidi.member.profile.id], status: "active" });
  await add("CLAY", { name: "Crypt", priority: "urgent", targetDate: "2026-05-01" });
  await plan.run(ada, postProjectUpdate, { projectId: "BELL", health: "atRisk", body: "Late." });
  const keys = async (input: Record<string, unknown>, by = ada) => {
    const page = await plan.run(by, listProjects, input);
    return parseJson(page.records).map(({ key }) => key);
  };
  return { plan, keys };
}

Deno.test("projects can be filtered by every property, with IDs and names", () =>
  withCast(createWorld(), async (cast) => {
    const { keys, plan } = await addThree(cast);
    const { ada, chidi } = cast;
    await plan.run(ada, updateTeam, { teamId: "ENG", patch: { key: "DEV" } });
    const cases = [
      [{ leadId: "me" }, ["ARCH"]],
      [{ leadId: ada.member.profile.username }, ["ARCH"]],
      [{ leadId: "none" }, ["CLAY", "BELL"]],
      [{ memberId: chidi.member.profile.id }, ["BELL"]],
      [{ memberId: chidi.member.profile.username }, ["BELL"]],
      [{ memberId: "me" }, []],
      [{ health: "atRisk" }, ["BELL"]],
      [{ health: "none,offTrack" }, ["CLAY", "ARCH"]],
      [{ priority: "urgent,high" }, ["CLAY", "ARCH"]],
      [{ priority: "urgent" }, ["CLAY"]],
      [{ q: "rch" }, ["BELL", "ARCH"]],
      [{ q: "crypt" }, ["CLAY"]],
      [{ updatedSince: "2026-03-14" }, ["CLAY", "BELL"]],
      [{ teamId: "dev" }, ["ARCH"]],
      [{ teamId: "ENG" }, ["ARCH"]],
      [{ label: "MASONRY" }, ["ARCH"]],
      [{ label: "masonry", teamId: "DEV", leadId: "me", sort: "name" }, ["ARCH"]],
    ] as const;
    for (const [input, expected] of cases) {
      assert.deepEqual(await keys(input), expected, JSON.stringify(input));
    }
    assert.deepEqual(await keys({ memberId: "me" }, chidi), ["BELL"]);
  }));

Deno.test("a filter by a missing record is refused by field name", () =>
  withCast(createWorld(), async (cast) => {
    const { keys } = await addThree(cast);
    const unknown = { leadId: "nobody", memberId: "prof_1", teamId: "XYZ", label: "Timber" };
    await refused(keys(unknown), {
      status: 422,
      code: "unknown_filter",
      fields: ["leadId", "memberId", "teamId", "label"],
    });
    await refused(keys({ teamId: "PPL" }, cast.chidi), { status: 422, fields: ["teamId"] });
    await refused(keys({ health: "well" }), { status: 422, fields: ["health"] });
    await refused(keys({ sort: "health" }), { status: 422, fields: ["sort"] });
  }));

Deno.test("every order of projects pages through all of them, with archived ones on request", () =>
  withCast(createWorld(), async (cast) => {
    const { keys, plan } = await addThree(cast);
    await plan.project(cast.ada, { key: "DOOR", name: "Door" });
    await plan.run(cast.ada, archiveProject, { projectId: "DOOR" });
    const orders = {
      "-createdAt": ["CLAY", "BELL", "ARCH"],
      createdAt: ["ARCH", "BELL", "CLAY"],
      "-updatedAt": ["BELL", "CLAY", "ARCH"],
      name: ["BELL", "ARCH", "CLAY"],
      "-priority": ["CLAY", "ARCH", "BELL"],
      targetDate: ["CLAY", "ARCH", "BELL"],
    };
    for (const sort of projectSorts) {
      assert.deepEqual(await keys({ sort }), orders[sort], sort);
      const met: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const asked = { sort, includeArchived: "true", limit: "1", ...(cursor ? { cursor } : {}) };
        const page = await plan.run(cast.ada, listProjects, asked);
        met.push(...parseJson(page.records).map(({ key }) => key));
        cursor = page.nextCursor;
      }
      assert.deepEqual(met.toSorted(), ["ARCH", "BELL", "CLAY", "DOOR"], sort);
      assert.deepEqual(met.filter((key) => key !== "DOOR"), orders[sort], sort);
    }
  }));

Deno.test("a list of projects is read in its order, without sorting", () =>
  withCast(createWorld(), async (cast) => {
    const { services, database } = cast.world;
    const recording = new RecordingDatabase(database);
    const plan = planner({
      ...cast,
      world: { ...cast.world, services: { ...services, database: recording } },
    });
    const narrowed = [
      {},
      { leadId: "me" },
      { memberId: "me" },
      { teamId: "ENG" },
      { status: "active" },
      { health: "none" },
    ];
    for (const sort of projectSorts) {
      for (const filters of narrowed) {
        await plan.run(cast.ada, listProjects, { ...filters, sort });
        await plan.run(cast.ada, listProjects, { ...filters, sort, includeArchived: "true" });
      }
    }
    const lists = [...recording.statements].filter(([sql]) => sql.includes("json_array("));
    assert.ok(lists.length > 40, `${lists.length} lists were seen`);
    for (const [sql, parameters] of lists) {
      const query = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      const { rows } = await database.read.executeQuery<{ parent: number; detail: string }>(query);
      const sorted = rows.filter(({ parent, detail }) =>
        parent === 0 && /TEMP B-TREE FOR .*ORDER BY/.test(detail)
      );
      assert.deepEqual(sorted, [], sql);
    }
  }));

Deno.test("a view of projects stores IDs and an order, and shows nothing to people who can't see its projects", () =>
  withCast(createWorld(), async (cast) => {
    const { plan } = await addThree(cast);
    const { ada, chidi, teams } = cast;
    await plan.project(ada, { key: "OFFI", name: "Offices", teamIds: ["PPL", "ENG"] });
    const save = async (name: string, more: Record<string, unknown>) => {
      const input = { name, kind: "project", scope: "workspace", ...more };
      const { id } = await plan.run(ada, createView, input);
      const { json: view } = await plan.run(ada, findView, { viewId: id });
      return { id, filters: parseJson(view).filters };
    };
    const shown = async (viewId: string, by = ada) => {
      const page = await plan.run(by, listViewProjects, { viewId });
      return parseJson(page.records).map(({ key }) => key);
    };
    const named = await save("Of Ada", {
      filters: { leadId: ada.member.profile.username, teamId: "eng", status: "backlog" },
    });
    assert.deepEqual(named.filters, {
      leadId: ada.member.profile.id,
      teamId: teams.eng,
      status: "backlog",
    });
    assert.deepEqual(await shown(named.id), ["ARCH"]);
    const hidden = await save("Of people", { filters: { teamId: "PPL" } });
    assert.deepEqual([await shown(hidden.id), await shown(hidden.id, chidi)], [["OFFI"], []]);
    const due = await save("Due", { sorting: "targetDate" });
    assert.deepEqual(await shown(due.id), ["CLAY", "ARCH", "BELL", "OFFI"]);
  }));

Deno.test("an invalid status is refused with the valid ones, even if it is the name of a JavaScript property", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    for (const list of [listProjects, listTasks]) {
      const wrong = { status: "constructor" };
      // deno-lint-ignore no-explicit-any -- either of the operations
      const asked = perform(world.services, ada.member, list as any, wrong);
      const { errors } = await refused(asked, { status: 422 }) as Invalid;
      assert.match(errors[0]!.message, /^Use one of /);
    }
  }));
