import type { Services } from "../../../server/domain/operation.ts";
import { perform } from "../../../server/domain/operation.ts";
import { authenticate, type Authenticated } from "../../../server/domain/sessions/authenticate.ts";
import { signOut } from "../../../server/domain/sessions/revoke.ts";
import { principalOf, signIn } from "../../support/sign_in.ts";
import type { Premises } from "../support/premises.ts";
import type { ActorKind } from "./actors.ts";

/** Shows a credential at the door of a workspace, or of none. */
type Bearer = (services: Services, workspaceId: string | null) => Promise<Authenticated>;

/** What each kind of actor shows; null for nothing at all. */
export type Bearers = Record<ActorKind, Bearer | null>;

const session = (value: string): Bearer => (services, workspaceId) =>
  authenticate(services, { value, kind: "access" }, "api", workspaceId);

/** Makes every kind of credential through the operations that make them. */
export async function issueBearers(premises: Premises): Promise<Partial<Bearers>> {
  const { ada, bao, lea, chidi, esra, dina, tove, priya, frode, remo } = premises;
  const people = { owner: ada, admin: bao, lead: lea, member: chidi, commentator: esra };
  const others = { outsider: dina, teamless: tove, projectLead: priya, foreign: frode };
  const sessions = Object.entries({ ...people, ...others, removed: remo })
    .map(([kind, person]) => [kind, session(person.tokens.accessToken)]);
  return {
    ...Object.fromEntries(sessions),
    signedOut: null,
    ...await deadSessions(premises),
  };
}

async function deadSessions({ world }: Premises): Promise<Partial<Bearers>> {
  const { services, clock } = world;
  const ended = await signIn(world, "lea@example.com");
  const principal = await principalOf(services, ended.accessToken);
  await perform(services, principal, signOut, {});
  const old = { ...services, clock: () => new Date(clock.now().getTime() + 25 * 3_600_000) };
  return {
    revokedSession: session(ended.accessToken),
    expiredSession: (_services, workspaceId) => session(ended.accessToken)(old, workspaceId),
  };
}
