import { scopes } from "../../../server/domain/core/actor.ts";
import { createAgent } from "../../../server/domain/agents/create.ts";
import { updateAgent } from "../../../server/domain/agents/update.ts";
import { createAutomation } from "../../../server/domain/automations/create.ts";
import { exchangeSecret } from "../../../server/domain/automations/exchange.ts";
import { rotateSecret } from "../../../server/domain/automations/rotate.ts";
import { updateAutomation } from "../../../server/domain/automations/update.ts";
import { createPersonalToken } from "../../../server/domain/personal_tokens/create.ts";
import { revokePersonalToken } from "../../../server/domain/personal_tokens/revoke.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import type { Person } from "../../support/cast.ts";
import { nobody } from "../../support/world.ts";
import { type Operation, perform, type Services } from "../../../server/domain/core/operation.ts";
import { authenticateBearer } from "../../../server/domain/authentication/bearer.ts";
import type { Authenticated } from "../../../server/domain/sessions/authenticate.ts";
import { signOut } from "../../../server/domain/sessions/revoke.ts";
import { principalOf, signIn } from "../../support/sign_in.ts";
import type { FullCast } from "../support/full_cast.ts";
import { type ActorKind, forPeople } from "./actors.ts";

/** Presents a credential, to a workspace or to none. */
type Bearer = (services: Services, workspaceId: string | null) => Promise<Authenticated>;

/** The credential of each kind of actor, or null without one. */
export type Bearers = Record<ActorKind, Bearer | null>;

/** Presents an access token of any kind. An automation's token can name an agent's profile. */
const bearing = (token: string, agentId?: string): Bearer => (services, workspaceId) =>
  authenticateBearer(services, { token, agentId }, "api", workspaceId);

/** Creates every kind of credential through its operation. */
export async function issueBearers(fullCast: FullCast): Promise<Bearers> {
  const { ada, bao, lea, chidi, esra, dina, tove, priya, frode, remo } = fullCast;
  const people = { owner: ada, admin: bao, lead: lea, member: chidi, commentator: esra };
  const others = { outsider: dina, teamless: tove, projectLead: priya, foreign: frode };
  const sessions = Object.entries({ ...people, ...others, removed: remo })
    .map(([kind, person]) => [kind, bearing(person.tokens.accessToken)]);
  return {
    ...Object.fromEntries(sessions),
    signedOut: null,
    ...await deadSessions(fullCast),
    ...await issuePats(fullCast),
    ...await issueAutomations(fullCast),
  } as Bearers;
}

async function deadSessions({ world }: FullCast): Promise<Partial<Bearers>> {
  const { services, clock } = world;
  const ended = await signIn(world, "lea@example.com");
  const principal = await principalOf(services, ended.accessToken);
  await perform(services, principal, signOut, {});
  const old = { ...services, clock: () => new Date(clock.now().getTime() + 25 * 3_600_000) };
  return {
    revokedSession: bearing(ended.accessToken),
    expiredSession: (_services, workspaceId) => bearing(ended.accessToken)(old, workspaceId),
  };
}

async function issuePats(fullCast: FullCast): Promise<Partial<Bearers>> {
  const { world: { services, clock }, ada, chidi } = fullCast;
  const make = async ({ member }: Person, input: Record<string, unknown>) =>
    await perform(services, member, createPersonalToken, { label: "Test", ...input });
  const bearers: Partial<Bearers> = {};
  for (const scope of scopes) {
    bearers[`pat:${scope}`] = bearing((await make(ada, { scopes: [scope] })).token);
  }
  const revoked = await make(ada, { scopes: [...scopes] });
  const { id: credentialId } = revoked.credential;
  await perform(services, ada.member, revokePersonalToken, { credentialId });
  fullCast.ids.credential = (await make(ada, {})).credential.id;
  const short = await make(ada, { scopes: [...scopes], expiresInDays: 1 });
  const later = { ...services, clock: () => new Date(clock.now().getTime() + 25 * 3_600_000) };
  return {
    ...bearers,
    memberPat: bearing((await make(chidi, { scopes: [...scopes] })).token),
    revokedPat: bearing(revoked.token),
    expiredPat: (_services, workspaceId) => bearing(short.token)(later, workspaceId),
  };
}

/** Every scope that an automation can have. */
const reachable = scopes.filter((scope) => !forPeople.has(scope));

/** Automations with every possible scope, so that only their state stops them. */
async function issueAutomations(fullCast: FullCast): Promise<Partial<Bearers>> {
  const { world: { services }, ada, ids, teams } = fullCast;
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = <O>(operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(services, ada.member, operation, input);
  const make = async (name: string, teamId: string) => {
    const made = await run(createAutomation, { name, teamIds: [teamId], scopes: reachable });
    const { accessToken } = await perform(services, nobody, exchangeSecret, {
      secret: made.secret,
    });
    const { id } = parseJson(made.json);
    return { id, secret: made.secret, token: accessToken };
  };
  const agent = async (automationId: string, name: string, role = "member") => {
    const input = { automationId, name, role, teamIds: [teams.eng] };
    return parseJson((await run(createAgent, input)).json);
  };
  const gate = await make("Gatekeeper", teams.eng);
  const elsewhere = await make("Porter", ids.support!);
  const rotated = await make("Mason", teams.eng);
  const suspended = await make("Thatcher", teams.eng);
  await run(rotateSecret, { automationId: rotated.id });
  await run(updateAutomation, { automationId: suspended.id, patch: { suspended: true } });
  const sleeping = await agent(gate.id, "Sleeper");
  await run(updateAgent, { agentId: sleeping.id, patch: { suspended: true } });
  const narrow = await run(createAutomation, { name: "Watchman" });
  ids.narrowAutomation = parseJson(narrow.json).id;
  Object.assign(ids, { automation: gate.id, secret: gate.secret, agent: sleeping.id });
  return {
    automation: bearing(gate.token),
    automationElsewhere: bearing(elsewhere.token),
    agent: bearing(gate.token, (await agent(gate.id, "Keeper")).profileId),
    agentCommentator: bearing(
      gate.token,
      (await agent(gate.id, "Herald", "commentator")).profileId,
    ),
    rotatedAutomation: bearing(rotated.token),
    rawSecret: bearing(gate.secret),
    suspendedAutomation: bearing(suspended.token),
    suspendedAgent: bearing(gate.token, sleeping.profileId),
    foreignAgent: bearing(elsewhere.token, sleeping.profileId),
  };
}
