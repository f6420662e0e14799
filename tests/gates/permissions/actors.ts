import type { Scope } from "../../../server/domain/core/actor.ts";
import { scopes } from "../../../server/domain/core/actor.ts";

/** People who are signed in and belong or belonged to the workspace. */
const personKinds = [
  "owner",
  "admin",
  "lead",
  "member",
  "commentator",
  "outsider",
  "teamless",
  "projectLead",
  "foreign",
  "removed",
] as const;

const automationKinds = ["automation", "automationElsewhere", "agent", "agentCommentator"] as const;

/** Credentials that are no longer valid: every request gets a 401. */
const deadKinds = [
  "signedOut",
  "revokedSession",
  "expiredSession",
  "revokedPat",
  "expiredPat",
  "rotatedAutomation",
  "rawSecret",
] as const;
/** Automations and agents with valid tokens that aren't allowed to act: a 403. */
const barredKinds = ["suspendedAutomation", "suspendedAgent", "foreignAgent"] as const;

/**
 * Every kind of actor. In Acme, there are the owner, the admin, and Engineering's lead, member, and commentator.
 * `outsider` leads the private team People, `teamless` is in no team, and `projectLead` is in no team either and leads
 * the project Gatehouse. `foreign` owns another workspace, and `removed` is a former member. `pat:…` are the owner's
 * personal access tokens with one scope each, and `memberPat` is the member's with every scope. `automation` has access
 * to Engineering, and `automationElsewhere` to the public team Support, both with every scope. `agent` and
 * `agentCommentator` are the first automation's agents in Engineering.
 */
export type ActorKind =
  | typeof personKinds[number]
  | typeof automationKinds[number]
  | typeof deadKinds[number]
  | typeof barredKinds[number]
  | "memberPat"
  | `pat:${Scope}`;

export const actorKinds: readonly ActorKind[] = [
  ...personKinds,
  "memberPat",
  ...scopes.map((scope): ActorKind => `pat:${scope}`),
  ...automationKinds,
  ...deadKinds,
  ...barredKinds,
];

const has = (kinds: readonly string[]) => (kind: ActorKind) => kinds.includes(kind);
export const isDead = has(deadKinds);
export const isBarred = has(barredKinds);
export const isAutomation = has(automationKinds);
/** Scopes that no automation can have, because only people manage tokens, automations, and the workspace. */
export const forPeople: ReadonlySet<Scope> = new Set<Scope>([
  "workspace.manage",
  "tokens.manage",
  "workspace.automation.manage",
]);
/** Returns the only scope of a token, or null if it has none or several. */
export function onlyScope(kind: ActorKind): Scope | null {
  return kind.startsWith("pat:") ? kind.slice(4) as Scope : null;
}
