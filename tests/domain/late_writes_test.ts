import assert from "node:assert/strict";
import { createAgent } from "../../server/domain/agents/create.ts";
import { updateAgent } from "../../server/domain/agents/update.ts";
import { authenticateBearer, type Bearer } from "../../server/domain/authentication/bearer.ts";
import { createAutomation } from "../../server/domain/automations/create.ts";
import { exchangeSecret } from "../../server/domain/automations/exchange.ts";
import { rotateSecret } from "../../server/domain/automations/rotate.ts";
import { updateAutomation } from "../../server/domain/automations/update.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import type { Member, Principal } from "../../server/domain/core/actor.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { createPersonalToken } from "../../server/domain/personal_tokens/create.ts";
import { revokePersonalToken } from "../../server/domain/personal_tokens/revoke.ts";
import { endOtherSessions } from "../../server/domain/sessions/end.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { putTeamMember, removeTeamMember } from "../../server/domain/teams/membership.ts";
import { deleteWorkspace } from "../../server/domain/workspaces/delete.ts";
import { updateWorkspace } from "../../server/domain/workspaces/update.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { principalOf, signIn } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld, nobody } from "../support/world.ts";

const codeOf = ({ code }: { code: string }) => code;

/** What is refused to somebody whose requests were let in before they lost what they need for it. */
async function late(cast: Cast, who: Member, taskId: string): Promise<(string | null)[]> {
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const tried: [Operation<any, any, unknown>, unknown][] = [
    [createTask, { teamId: cast.teams.eng, title: "Late" }],
    [createComment, { taskId, body: "Late" }],
    [createTeam, { name: "Late", key: "LATE" }],
    [createAutomation, { name: "Late", scopes: ["tasks.read"] }],
    [createInvitation, { email: "late@example.com" }],
    [updateWorkspace, { patch: { name: "Late" } }],
  ];
  const codes = [];
  for (const [operation, input] of tried) {
    codes.push(
      await perform(cast.world.services, who, operation, input).then(() => null, codeOf),
    );
  }
  return codes;
}

Deno.test("a person who lost their membership or role during a request writes nothing", async () => {
  const ends: ((cast: Cast, profileId: string) => Promise<unknown>)[] = [
    ({ world, ada }, profileId) =>
      perform(world.services, ada.member, updateMember, { profileId, patch: { suspended: true } }),
    ({ world, ada }, profileId) => perform(world.services, ada.member, removeMember, { profileId }),
    ({ world, ada }) => perform(world.services, ada.member, deleteWorkspace, { name: "Acme" }),
  ];
  for (const end of ends) {
    await withCast(createWorld(), async (cast) => {
      const { world, ada, bao } = cast;
      const { id } = await cast.task(ada);
      await end(cast, bao.member.profile.id);
      await changesOnly(world.database, [], async () => {
        assert.deepEqual(await late(cast, bao.member, id), Array(6).fill("not_member"));
      });
    });
  }
  await withCast(createWorld(), async (cast) => {
    const { world, ada, bao } = cast;
    const { id } = await cast.task(ada);
    const input = { profileId: bao.member.profile.id, patch: { role: "member" } };
    await perform(world.services, ada.member, updateMember, input);
    assert.deepEqual(await late(cast, bao.member, id), [
      "not_task_creator",
      "not_commenter",
      ...Array(4).fill("not_manager"),
    ]);
  });
});

Deno.test("a person who lost a team or their role in it during a request writes nothing there", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { database, services }, ada, bao, chidi, dina, teams: { eng, ppl } } = cast;
    const own = await cast.task(ada);
    const secret = await cast.task(ada, { teamId: ppl });
    const memberOfEng = { teamId: eng, profileId: chidi.member.profile.id, role: "commentator" };
    await perform(services, ada.member, putTeamMember, memberOfEng);
    const leadOfPpl = { teamId: ppl, profileId: dina.member.profile.id };
    await perform(services, ada.member, removeTeamMember, leadOfPpl);
    const patch = { title: "Late" };
    await changesOnly(database, [], async () => {
      const rename = { taskId: own.id, patch };
      await refused(perform(services, chidi.member, updateTask, rename), { status: 403 });
      const reveal = { taskId: secret.id, patch };
      await refused(perform(services, dina.member, updateTask, reveal), { status: 404 });
      const comment = { taskId: secret.id, body: "Late" };
      await refused(perform(services, dina.member, createComment, comment), { status: 404 });
    });
    const manager = { profileId: bao.member.profile.id, patch: { role: "member" } };
    await perform(services, ada.member, updateMember, manager);
    await changesOnly(database, [], async () => {
      const reveal = { taskId: secret.id, patch };
      await refused(perform(services, bao.member, updateTask, reveal), { status: 404 });
    });
  }));

/** Has somebody write with a token after it was checked, and its access ended. */
async function lateWith(cast: Cast, bearer: Bearer, end: () => Promise<unknown>, code: string) {
  const { world: { services, database }, workspaceId, teams: { eng } } = cast;
  const { member } = await authenticateBearer(services, bearer, "api", workspaceId);
  const write = (title: string) =>
    perform(services, member!, createTask, { teamId: eng, title }).then(() => null, codeOf);
  assert.equal(await write("In time"), null);
  await end();
  await changesOnly(database, [], async () => assert.equal(await write("Late"), code));
}

Deno.test("an automation or agent that was suspended, or whose secret was rotated, during a request writes nothing", async () => {
  const patch = { suspended: true };
  const ends: [string, (cast: Cast, id: string, agentId: string) => Promise<unknown>][] = [
    [
      "automation_suspended",
      ({ world, ada }, automationId) =>
        perform(world.services, ada.member, updateAutomation, { automationId, patch }),
    ],
    [
      "agent_suspended",
      ({ world, ada }, _, agentId) =>
        perform(world.services, ada.member, updateAgent, { agentId, patch }),
    ],
    [
      "token_invalid",
      ({ world, ada }, automationId) =>
        perform(world.services, ada.member, rotateSecret, { automationId }),
    ],
  ];
  for (const [code, end] of ends) {
    for (const asAgent of code === "agent_suspended" ? [true] : [true, false]) {
      await withCast(createWorld(), async (cast) => {
        const { world: { services }, ada, teams: { eng } } = cast;
        const { id, secret } = await perform(services, ada.member, createAutomation, {
          name: "Release bot",
          scopes: ["tasks.write"],
        });
        const agent = parseJson(
          (await perform(services, ada.member, createAgent, {
            automationId: id,
            name: "Gatekeeper",
            teamIds: [eng],
          })).json,
        );
        const { accessToken } = await perform(services, nobody, exchangeSecret, { secret });
        const bearer = { token: accessToken, agentId: asAgent ? agent.profileId : undefined };
        await lateWith(cast, bearer, () => end(cast, id, agent.id), code);
      });
    }
  }
});

Deno.test("a person whose session or token was revoked during a request writes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services, database }, chidi: { tokens, member } } = cast;
    const elsewhere = await signIn(cast.world, "chidi@example.com");
    const session = await principalOf(services, elsewhere.accessToken);
    const create = (actor: Principal) =>
      perform(services, actor, createPersonalToken, { label: "x", scopes: ["tasks.write"] });
    const { token, credential } = await create(session);
    const input = { credentialId: credential.id };
    const revoke = () => perform(services, session, revokePersonalToken, input);
    await lateWith(cast, { token, agentId: undefined }, revoke, "token_invalid");
    const bearer = { token: tokens.accessToken, agentId: undefined };
    const end = () => perform(services, session, endOtherSessions, {});
    await lateWith(cast, bearer, end, "token_invalid");
    await changesOnly(database, [], async () => {
      await refused(create(member), { status: 401, code: "token_invalid" });
    });
  }));
