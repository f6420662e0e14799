import type { Scope } from "../../../server/domain/core/actor.ts";
import { scopes } from "../../../server/domain/core/actor.ts";

/** People who have signed in and belong to the workspace, or did. */
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

/** Credentials that are good no longer: a 401, whatever they ask for. */
const deadKinds = [
  "signedOut",
  "revokedSession",
  "expiredSession",
  "revokedPat",
  "expiredPat",
  "rotatedAutomation",
  "rawSecret",
] as const;
/** Automations and agents that are good but may not act: a 403. */
const barredKinds = ["suspendedAutomation", "suspendedAgent", "foreignAgent"] as const;

/**
 * Every kind of actor. In Acme: its owner, its admin, Engineering's lead, member and commentator;
 * `outsider` leads the private team People; `teamless` is in no team; `projectLead` is in none either and leads the
 * project Gatehouse. `foreign` owns another workspace, `removed` was taken out of this one. `pat:…` are the owner's
 * personal access tokens with one scope each, `memberPat` the member's with every scope. `automation` reaches
 * Engineering, `automationElsewhere` the open team Support, both with every scope; `agent` and `agentCommentator` are
 * the first one's agents in Engineering.
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
/** What no automation carries: keeping tokens, automations and the workspace is for people. */
export const forPeople: ReadonlySet<Scope> = new Set<Scope>([
  "workspace.manage",
  "tokens.manage",
  "workspace.automation.manage",
]);
/** The one scope of a token that has one; null for everyone else. */
export function onlyScope(kind: ActorKind): Scope | null {
  return kind.startsWith("pat:") ? kind.slice(4) as Scope : null;
}
