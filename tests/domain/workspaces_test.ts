import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import { listMembers } from "../../server/domain/members/list.ts";
import { listAudit } from "../../server/domain/audit/list.ts";
import type { AuditEntry } from "../../server/domain/audit/schema.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createWorkspace } from "../../server/domain/workspaces/create.ts";
import { listWorkspaces } from "../../server/domain/workspaces/list.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { findUsage } from "../../server/domain/workspaces/usage.ts";
import { switchWorkspace } from "../../server/domain/workspaces/switch.ts";
import { listTeams } from "../../server/domain/teams/list.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf, signIn } from "../support/sign_in.ts";
import { createWorld, type World } from "../support/world.ts";

async function newcomer(world: World, email = "ada@example.com") {
  const { accessToken } = await signIn(world, email, "signup", "Ada Lovelace");
  return { accessToken, principal: await principalOf(world.services, accessToken) };
}

Deno.test("a new workspace has an owner, a first team with the owner as its lead, labels, and a workflow", async () => {
  await using world = await createWorld();
  const { accessToken, principal } = await newcomer(world);
  const input = { name: "Acme", teamName: "Engineering", teamKey: "eng" };
  const made = await perform(world.services, principal, createWorkspace, input);
  assert.deepEqual([made.workspace.name, made.workspace.role], ["Acme", "owner"]);
  assert.deepEqual([made.team.key, made.team.name], ["ENG", "Engineering"]);
  const member = await memberOf(world.services, accessToken, made.workspace.id);
  assert.deepEqual([member.role, member.teams.get(made.team.id)], ["owner", "lead"]);
  const labels = await listAll(world.services, member, listTaskLabels);
  assert.equal(labels.length, 3);
  const [team] = await listAll(world.services, member, listTeams);
  assert.deepEqual([team?.key, team?.role, team?.memberCount], ["ENG", "lead", 1]);
  const [person] = await listAll(world.services, member, listMembers);
  assert.deepEqual([person?.name, person?.username], ["Ada Lovelace", "ada-lovelace"]);
  const { records } = await perform(world.services, member, listAudit, {});
  const told = parseJson<AuditEntry[]>(records);
  assert.deepEqual(told.map(({ kind, actor, subject }) => [kind, actor?.name, subject?.name]), [
    ["team.created", "Ada Lovelace", "Engineering"],
    ["workspace.created", "Ada Lovelace", "Acme"],
  ]);
});

Deno.test("the usage shows the database's size only if there is one workspace", async () => {
  await using world = await createWorld();
  const { accessToken, principal } = await newcomer(world);
  const make = async (name: string) =>
    (await perform(world.services, principal, createWorkspace, { name })).workspace.id;
  const first = await make("First");
  const told = async () => {
    const member = await memberOf(world.services, accessToken, first);
    return (await perform(world.services, member, findUsage, {})).databaseBytes;
  };
  const bytes = await told() ?? 0;
  assert.ok(bytes > 100_000 && bytes % 4096 === 0, String(bytes));
  await make("Second");
  assert.equal(await told(), null);
});

Deno.test("the usage counts members, but not people who left", () =>
  withCast(createWorld(), async ({ world: { services }, ada, bao }) => {
    const members = async () => (await perform(services, ada.member, findUsage, {})).members;
    assert.equal(await members(), 5);
    await perform(services, ada.member, removeMember, { profileId: bao.member.profile.id });
    assert.equal(await members(), 4);
  }));

Deno.test("a workspace created without a team name or key derives both from its own name", async () => {
  await using world = await createWorld();
  const { principal } = await newcomer(world);
  for (
    const [name, key] of [["Marmalade", "MAR"], ["Éclair", "ECL"], ["工房", "TEAM"], ["42", "TEAM"]]
  ) {
    const { team } = await perform(world.services, principal, createWorkspace, { name });
    assert.deepEqual([team.name, team.key], [name, key]);
  }
});

Deno.test("the session switches to a new workspace, and can switch back", async () => {
  await using world = await createWorld();
  const { accessToken, principal } = await newcomer(world);
  const active = async () => (await principalOf(world.services, accessToken)).activeWorkspaceId;
  assert.equal(await active(), null);
  const make = async (name: string) =>
    (await perform(world.services, principal, createWorkspace, { name })).workspace.id;
  const first = await make("First");
  const second = await make("Second");
  assert.equal(await active(), second);
  await perform(world.services, principal, switchWorkspace, { workspaceId: first });
  assert.equal(await active(), first);
  world.clock.advance({ minutes: 5 });
  const again = await signIn(world, "ada@example.com");
  assert.ok((await principalOf(world.services, again.accessToken)).activeWorkspaceId);
});

Deno.test("people see only their own workspaces, and can't switch to others", () =>
  withCast(createWorld(), async ({ ada, world, workspaceId, elsewhereId }) => {
    const own = await listAll(world.services, ada.member, listWorkspaces);
    assert.deepEqual(own.map(({ id, role }) => [id, role]), [[workspaceId, "owner"]]);
    await refused(
      perform(world.services, ada.member, switchWorkspace, { workspaceId: elsewhereId }),
      { status: 404 },
    );
  }));

Deno.test("an invalid name or key is refused by field name", async () => {
  await using world = await createWorld();
  const { principal } = await newcomer(world);
  const cases: [Record<string, unknown>, string][] = [
    [{}, "name"],
    [{ name: " " }, "name"],
    [{ name: "x".repeat(81) }, "name"],
    [{ name: "Acme", teamKey: "1ST" }, "teamKey"],
    [{ name: "Acme", teamKey: "TOO LONG" }, "teamKey"],
    [{ name: "Acme", teamName: "" }, "teamName"],
    [{ name: "Acme", plan: "gold" }, "plan"],
  ];
  for (const [input, field] of cases) {
    await refused(perform(world.services, principal, createWorkspace, input), {
      status: 422,
      fields: [field],
    });
  }
  assert.deepEqual(await listAll(world.services, principal, listWorkspaces), []);
});
