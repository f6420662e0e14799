import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { listComments } from "../../server/domain/comments/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { findTeam } from "../../server/domain/teams/find.ts";
import { putTeamMember, removeTeamMember } from "../../server/domain/teams/membership.ts";
import type { TeamDetail } from "../../server/domain/teams/schema.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { createWorkflow } from "../../server/domain/workflows/create.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

async function change(
  cast: Cast,
  by: Person,
  patch: Record<string, unknown>,
  teamId = "ENG",
): Promise<TeamDetail> {
  const found = await perform(cast.world.services, by.member, updateTeam, { teamId, patch });
  return parseJson(found.json);
}

async function create(cast: Cast, by: Person, input: Record<string, unknown>): Promise<TeamDetail> {
  return parseJson((await perform(cast.world.services, by.member, createTeam, input)).json);
}

/** The person as the next request would know them. */
async function again({ world, workspaceId }: Cast, person: Person): Promise<Person> {
  const member = await memberOf(world.services, person.tokens.accessToken, workspaceId);
  return { ...person, member };
}

Deno.test("only managers can create teams, and the creator becomes the team's lead", () =>
  withCast(createWorld(), async (cast) => {
    const made = await create(cast, cast.bao, { name: "Payments", key: "pay", private: true });
    assert.deepEqual([made.key, made.private, made.role, made.memberCount], [
      "PAY",
      true,
      "lead",
      1,
    ]);
    assert.equal(made.members[0]?.profile.name, "Bảo Nguyễn");
    await changesOnly(cast.world.database, [], async () => {
      for (const person of [cast.chidi, cast.dina, cast.esra]) {
        await refused(create(cast, person, { name: "X", key: "X" }), { status: 403 });
      }
      for (const key of ["", "1A", "TOOLONGAKEY", "A-B", "É"]) {
        await refused(create(cast, cast.ada, { name: "X", key }), { status: 422, fields: ["key"] });
      }
      await refused(create(cast, cast.ada, { name: "X", key: "X", workflowId: "flow_x" }), {
        status: 422,
        fields: ["workflowId"],
      });
    });
  }));

Deno.test("a key belongs to one team, even if two teams are created at once or one of them is hidden", () =>
  withCast(createWorld(), async (cast) => {
    const outcomes = await Promise.allSettled([
      create(cast, cast.ada, { name: "One", key: "DUO" }),
      create(cast, cast.bao, { name: "Two", key: "DUO" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    const { reason } = outcomes[1] as PromiseRejectedResult;
    assert.deepEqual([reason.status, reason.code], [409, "team_key_taken"]);
    await refused(create(cast, cast.ada, { name: "People too", key: "PPL" }), { status: 409 });
  }));

Deno.test("after a team's key changes, its old references lead to the same tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const task = await cast.task(ada, { title: "Oil the hinge" });
    const renamed = await change(cast, ada, { key: "DEV" });
    assert.deepEqual([renamed.key, renamed.formerKeys], ["DEV", ["ENG"]]);
    for (const taskId of ["ENG-1", "DEV-1", "eng-1"]) {
      const found = await perform(world.services, chidi.member, findTask, { taskId });
      assert.equal(parseJson(found.json).reference, "DEV-1", taskId);
    }
    for (const q of ["DEV-1", "ENG-1", "hinge"]) {
      const page = await perform(world.services, chidi.member, listTasks, { q });
      assert.deepEqual(parseJson<Task[]>(page.records).map(({ id }) => id), [task.id], q);
    }
    assert.equal((await cast.task(ada, { teamId: "ENG" })).reference, "DEV-2");
    await refused(create(cast, ada, { name: "Engines", key: "ENG" }), { status: 409 });
    const back = await change(cast, ada, { key: "ENG" }, "DEV");
    assert.deepEqual([back.key, back.formerKeys], ["ENG", ["DEV"]]);
    const found = await perform(world.services, chidi.member, findTask, { taskId: "DEV-1" });
    assert.equal(parseJson(found.json).reference, "ENG-1");
  }));

Deno.test("former references of another workspace's tasks find nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, frode, teams } = cast;
    const make = () => cast.task(frode, { teamId: teams.els });
    const [task, moved] = [await make(), await make()];
    const other = await create(cast, frode, { name: "Other", key: "OTH" });
    const move = { taskId: moved.id, patch: { teamId: other.id } };
    await perform(cast.world.services, frode.member, updateTask, move);
    await change(cast, frode, { key: "ELZ" }, teams.els);
    for (const { reference } of [task, moved]) {
      for (const operation of [findTask, listComments] as const) {
        const ask = (by: Person) =>
          perform(cast.world.services, by.member, operation as typeof findTask, {
            taskId: reference,
          });
        await ask(frode);
        await refused(ask(ada), { status: 404 });
      }
    }
  }));

Deno.test("a task that left a team before the team's key changed is still found by its old reference", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const task = await cast.task(ada);
    const move = { taskId: task.id, patch: { teamId: "PPL" } };
    await perform(world.services, ada.member, updateTask, move);
    await change(cast, ada, { key: "DEV" });
    const found = await perform(world.services, ada.member, findTask, { taskId: "ENG-1" });
    assert.equal(parseJson(found.json).reference, "PPL-1");
    await refused(perform(world.services, cast.chidi.member, findTask, { taskId: "ENG-1" }), {
      status: 404,
    });
  }));

Deno.test("only managers and the team's leads can change its settings, and others get a 403 or a 404", () =>
  withCast(createWorld(), async (cast) => {
    const patch = { description: "Builds things.", expertiseArea: "Bridges" };
    const changed = await change(cast, cast.bao, patch);
    assert.deepEqual([changed.description, changed.expertiseArea], Object.values(patch));
    await change(cast, cast.dina, { name: "People and places" }, "PPL");
    await changesOnly(cast.world.database, [], async () => {
      for (const person of [cast.chidi, cast.esra, cast.dina]) {
        await refused(change(cast, person, patch), { status: 403, code: "not_team_lead" });
      }
      await refused(change(cast, cast.chidi, patch, "PPL"), { status: 404 });
      await refused(change(cast, cast.ada, {}), { status: 422 });
      await change(cast, cast.ada, patch);
    });
  }));

Deno.test("when a team becomes private, the team and its tasks are hidden from others at the next request", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { id: taskId } = await cast.task(cast.ada, { assigneeId: cast.dina.member.profile.id });
    const sees = async (person: Person) => {
      const { member } = await again(cast, person);
      return await perform(services, member, findTask, { taskId }).then(() => true, () => false);
    };
    assert.equal(await sees(cast.dina), true);
    const before = (await again(cast, cast.dina)).member.workspace.revision;
    await change(cast, cast.ada, { private: true });
    assert.deepEqual(
      [await sees(cast.dina), await sees(cast.chidi), await sees(cast.esra), await sees(cast.bao)],
      [false, true, true, true],
    );
    assert.ok((await again(cast, cast.dina)).member.workspace.revision > before);
    const dina = await again(cast, cast.dina);
    await refused(perform(services, dina.member, findTeam, { teamId: "ENG" }), { status: 404 });
    await perform(services, cast.ada.member, putTeamMember, {
      teamId: "ENG",
      profileId: dina.member.profile.id,
      role: "commentator",
    });
    assert.equal(await sees(cast.dina), true);
  }));

Deno.test("leads can add, promote, and remove members, and anyone can leave, with immediate effect", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const dina = cast.dina.member.profile.id;
    const put = (by: Person, profileId: string, role: string, teamId = "ENG") =>
      perform(services, by.member, putTeamMember, { teamId, profileId, role });
    const drop = (by: Person, profileId: string, teamId = "ENG") =>
      perform(services, by.member, removeTeamMember, { teamId, profileId });
    await changesOnly(cast.world.database, [], async () => {
      await refused(put(cast.chidi, dina, "member"), { status: 403, code: "not_team_lead" });
      await refused(put(cast.chidi, dina, "member", "PPL"), { status: 404 });
      await refused(put(cast.ada, "prof_x", "member"), { status: 404 });
      await refused(put(cast.ada, cast.frode.member.profile.id, "member"), { status: 404 });
      await refused(put(cast.ada, dina, "boss"), { status: 422, fields: ["role"] });
      await refused(drop(cast.ada, dina), { status: 404 });
      await refused(drop(cast.chidi, cast.esra.member.profile.id), { status: 403 });
    });
    const added = parseJson<TeamDetail>((await put(cast.ada, dina, "member")).json);
    assert.deepEqual(added.members.find(({ profile }) => profile.id === dina)?.role, "member");
    assert.equal((await again(cast, cast.dina)).member.teams.get(cast.teams.eng), "member");
    await put(cast.ada, dina, "lead");
    const lead = await again(cast, cast.dina);
    await drop(lead, cast.esra.member.profile.id);
    await drop(cast.chidi, "me");
    assert.equal((await again(cast, cast.chidi)).member.teams.size, 0);
    const { rows: kinds } = await activityOf(cast, cast.teams.eng);
    assert.deepEqual(kinds, [
      "team.member_added",
      "team.member_role_changed",
      "team.member_removed",
      "team.member_removed",
    ]);
  }));

Deno.test("adding the same person twice at the same time creates one membership", () =>
  withCast(createWorld(), async (cast) => {
    const profileId = cast.dina.member.profile.id;
    const put = (by: Person) =>
      perform(cast.world.services, by.member, putTeamMember, {
        teamId: "ENG",
        profileId,
        role: "member",
      });
    await Promise.all([put(cast.ada), put(cast.bao)]);
    assert.deepEqual((await activityOf(cast, cast.teams.eng)).rows, ["team.member_added"]);
  }));

Deno.test("in another workflow, tasks keep their status and get the state with the same name, or else the first", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const states = [
      { name: "Icebox", status: "backlogged" },
      { name: "Next", status: "planned" },
      { name: "Review", status: "progressed" },
      { name: "in progress", status: "progressed" },
      { name: "Done", status: "completed" },
      { name: "Dropped", status: "cancelled" },
    ];
    const input = { name: "Kanban", states };
    const workflow = await perform(services, cast.ada.member, createWorkflow, input);
    const tasks = [];
    for (const status of ["backlogged", "progressed", "completed"]) {
      tasks.push(await cast.task(cast.ada, { status }));
    }
    const elsewhere = await cast.task(cast.dina, { teamId: "PPL" });
    assert.equal(
      (await change(cast, cast.ada, { workflowId: workflow.id })).workflowId,
      workflow.id,
    );
    const stateOf = async (taskId: string) =>
      parseJson((await perform(services, cast.ada.member, findTask, { taskId })).json).state;
    const now = [];
    for (const { id } of tasks) now.push(await stateOf(id));
    assert.deepEqual(now.map(({ name, status }) => [name, status]), [
      ["Icebox", "backlogged"],
      ["in progress", "progressed"],
      ["Done", "completed"],
    ]);
    assert.deepEqual(await stateOf(elsewhere.id), elsewhere.state);
  }));

async function activityOf({ world }: Cast, subjectId: string) {
  const rows = await world.database.read.selectFrom("activity").select("kind")
    .where("subject_id", "=", subjectId).orderBy("seq").execute();
  return { rows: rows.map(({ kind }) => kind) };
}
