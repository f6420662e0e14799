import { type ActorKind, forPeople, isAutomation, isBarred, isDead, onlyScope } from "./actors.ts";
import { insiders, type Outcome, type Row } from "./row.ts";

/**
 * What an attempt must end in. Written from `RULES.md`, Permissions, and from nothing else: a dead credential is
 * a 401; what one may not see is a 404, or where the body names it a 422; what one sees but may not do, or a token doesn't carry, is a 403.
 */
export function expected(row: Row, kind: ActorKind): Outcome {
  const exception = row.except?.[kind];
  if (exception !== undefined) return exception;
  if (row.for === "anyone") return "ok";
  if (isDead(kind)) return 401;
  if (isBarred(kind)) return 403;
  if (row.for !== "principal" && (kind === "foreign" || kind === "removed")) return 404;
  if (!carries(row, kind)) return 403;
  const who = roleOf(kind);
  if (!sees(row, who)) return row.unseen ?? 404;
  return row.may.includes(who) ? "ok" : 403;
}

/** Whether what the actor shows is enough for the row, whoever they are. */
function carries(row: Row, kind: ActorKind): boolean {
  const only = onlyScope(kind);
  const token = only !== null || kind === "memberPat" || isAutomation(kind);
  if (row.session && token) return false;
  if (isAutomation(kind) && (row.person || row.scope && forPeople.has(row.scope))) return false;
  return only === null || row.scope === null || row.scope === only;
}

/** A token is its human, within its scopes. */
function roleOf(kind: ActorKind): ActorKind {
  if (onlyScope(kind) !== null) return "owner";
  return kind === "memberPat" ? "member" : kind;
}

/** A private team is there for its members and managers; for an automation no team is but its own. */
function sees(row: Row, kind: ActorKind): boolean {
  if (row.in === "eng") return kind !== "automationElsewhere";
  return row.in !== "private" || (insiders as readonly ActorKind[]).includes(kind);
}
