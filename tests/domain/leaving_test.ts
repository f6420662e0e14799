import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { listFavorites } from "../../server/domain/favorites/list.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { followTask } from "../../server/domain/tasks/follow.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { listViews } from "../../server/domain/saved_views/list.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf, signIn } from "../support/sign_in.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

const idOf = (who: Person) => who.member.profile.id;

/** How many notifications stand for somebody, whoever may read them. */
async function stored({ world }: Cast, who: Person): Promise<number> {
  const rows = await world.database.read.selectFrom("notifications").select("id")
    .where("recipient_id", "in", [idOf(who), who.member.userId]).execute();
  return rows.length;
}

function remove({ world }: Cast, whom: Person) {
  return perform(world.services, whom.member, removeMember, { profileId: "me" });
}

async function invite({ world }: Cast, by: Person, email: string): Promise<Invitation> {
  const input = { email, teams: [{ teamId: "ENG", role: "lead" }] };
  return parseJson(await perform(world.services, by.member, createInvitation, input));
}

/** Has somebody who left accept an invitation, and gives them as they are then. */
async function comeBack(cast: Cast, who: Person): Promise<Person> {
  const { services } = cast.world;
  const { id: invitationId } = await invite(cast, cast.ada, who.email);
  const principal = await principalOf(services, who.tokens.accessToken);
  await perform(services, principal, acceptInvitation, { invitationId });
  const member = await memberOf(services, who.tokens.accessToken, cast.workspaceId);
  return { ...who, member };
}

/** Chidi has a task, leads a project, follows, pins, owns and subscribed to things. */
async function giveWork(cast: Cast) {
  const { ada, chidi } = cast;
  const { run, project } = planner(cast);
  const { view } = gallery(cast);
  const own = await cast.task(ada, { assigneeId: idOf(chidi) });
  const followed = await cast.task(ada, { title: "Paint the fence" });
  await run(chidi, followTask, { taskId: followed.id });
  await run(chidi, addFavorite, { kind: "task", id: own.id });
  const led = await project(ada, { leadId: idOf(chidi), memberIds: [idOf(chidi), idOf(ada)] });
  const draft = await cast.task(chidi, { title: "Half a thought", draft: true });
  const urgent = await view({ name: "Urgent", filters: { priority: "urgent" } }, [chidi], chidi);
  await view({ name: "Mine", scope: "personal" }, [], chidi);
  return { own, followed, led, draft, urgent };
}

/** Everything that Chidi would have heard of. */
async function makeNoise(cast: Cast, { own, followed }: Record<"own" | "followed", TaskDetail>) {
  const { run, patchTask } = planner(cast);
  for (const { id: taskId } of [own, followed]) {
    await run(cast.ada, createComment, { taskId, body: "What now, @chidi?" });
    await patchTask(cast.ada, taskId, { status: "progressed" });
  }
  await cast.task(cast.ada, { title: "Put out the fire", priority: "urgent" });
}

Deno.test("a former member gets no notifications, and their records keep their name", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { read, run } = planner(cast);
    const had = await giveWork(cast);
    await remove(cast, chidi);
    const before = await stored(cast, chidi);
    await makeNoise(cast, had);
    assert.equal(await stored(cast, chidi), before);
    const task = async (id: string): Promise<TaskDetail> =>
      parseJson((await run(ada, findTask, { taskId: id })).json);
    assert.equal((await task(had.own.id)).assignee?.name, "Chidi Eze");
    assert.equal((await task(had.draft.id)).creator.name, "Chidi Eze");
    assert.ok(!(await task(had.followed.id)).followers.some(({ id }) => id === idOf(chidi)));
    const led = await read(ada, had.led.id);
    assert.equal(led.lead?.name, "Chidi Eze");
    assert.deepEqual(led.members.map(({ name }) => name), ["Ada Lovelace"]);
    const views = await listAll(world.services, ada.member, listViews);
    assert.deepEqual(views.map(({ name }) => name), ["Urgent"]);
  }));

Deno.test("the activity about a member who left names no private team, but the audit log does", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, teams, world: { database } } = cast;
    await remove(cast, dina);
    const data = async (table: "activity" | "audit") =>
      (await database.read.selectFrom(table).select("data").where("kind", "=", "member.left")
        .executeTakeFirstOrThrow()).data;
    const names = /People/;
    assert.match(await data("activity"), new RegExp(teams.ppl));
    assert.doesNotMatch(await data("activity"), names);
    assert.match(await data("audit"), names);
  }));

Deno.test("managers can change the shared records of a former member, but others can't", () =>
  withCast(createWorld(), async (cast) => {
    const { bao, chidi, esra } = cast;
    const { run } = planner(cast);
    const { urgent } = await giveWork(cast);
    await remove(cast, chidi);
    const input = { viewId: urgent, patch: { name: "Most urgent" } };
    await refused(run(esra, updateView, input), { status: 403, code: "not_view_editor" });
    await run(bao, updateView, input);
  }));

Deno.test("a returning member gets their profile back, with the invitation's role and teams", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world, teams } = cast;
    const { read } = planner(cast);
    const had = await giveWork(cast);
    const inbox = (await inboxOf(cast, cast.chidi)).map(({ id }) => id);
    await remove(cast, cast.chidi);
    const chidi = await comeBack(cast, cast.chidi);
    assert.deepEqual([idOf(chidi), chidi.member.role], [idOf(cast.chidi), "member"]);
    assert.deepEqual([...chidi.member.teams], [[teams.eng, "lead"]]);
    const back = (await inboxOf(cast, chidi)).map(({ id }) => id);
    assert.deepEqual(back, inbox);
    const favorites = await listAll(world.services, chidi.member, listFavorites);
    assert.deepEqual(favorites.map(({ id }) => id), [had.own.id]);
    const views = await listAll(world.services, chidi.member, listViews);
    assert.deepEqual(views.map(({ name }) => name).sort(), ["Mine", "Urgent"]);
    assert.deepEqual((await read(ada, had.led.id)).members.length, 2);
    const before = await stored(cast, chidi);
    await makeNoise(cast, had);
    const kinds = (await inboxOf(cast, chidi)).map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ["assignment", "status", "status", "viewUpdate"]);
    assert.equal(await stored(cast, chidi), before + 5);
  }));

Deno.test("a member who was removed while suspended is no longer suspended on their return", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { run } = planner(cast);
    const profileId = idOf(chidi);
    await run(ada, updateMember, { profileId, patch: { suspended: true } });
    await run(ada, removeMember, { profileId });
    await comeBack(cast, chidi);
    const { suspended_at } = await world.database.read.selectFrom("profiles")
      .select("suspended_at").where("id", "=", profileId).executeTakeFirstOrThrow();
    assert.equal(suspended_at, null);
  }));

Deno.test("records that name a returning member get new ETags", () =>
  withCast(createWorld(), async (cast) => {
    const revision = async () => {
      const member = await memberOf(
        cast.world.services,
        cast.ada.tokens.accessToken,
        cast.workspaceId,
      );
      return member.workspace.revision;
    };
    await remove(cast, cast.chidi);
    const before = await revision();
    await comeBack(cast, cast.chidi);
    assert.notEqual(await revision(), before);
  }));

Deno.test("an invitation stays valid after its inviter has left", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { id: invitationId } = await invite(cast, cast.bao, "gita@example.com");
    await remove(cast, cast.bao);
    const tokens = await signIn(cast.world, "gita@example.com", "signup", "Gita Rao");
    const principal = await principalOf(services, tokens.accessToken);
    const joined = await perform(services, principal, acceptInvitation, { invitationId });
    assert.equal(joined.id, cast.workspaceId);
  }));
