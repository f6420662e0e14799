import { type ActorKind, forPeople, isAutomation, isBarred, isDead, onlyScope } from "./actors.ts";
import { insiders, type Outcome, type Row } from "./row.ts";

/**
 * Returns the expected result of an attempt, based only on `RULES.md`, Permissions: an invalid credential gets a 401. A
 * hidden record gets a 404, or a 422 if the body names it. A visible record without permission or scope gets a 403.
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

/** Returns whether the actor's credential is sufficient for the row, for any person. */
function carries(row: Row, kind: ActorKind): boolean {
  const only = onlyScope(kind);
  const token = only !== null || kind === "memberPat" || isAutomation(kind);
  if (row.session && token) return false;
  if (isAutomation(kind) && (row.person || row.scope && forPeople.has(row.scope))) return false;
  return only === null || row.scope === null || row.scope === only;
}

/** A token acts as its person, within its scopes. */
function roleOf(kind: ActorKind): ActorKind {
  if (onlyScope(kind) !== null) return "owner";
  return kind === "memberPat" ? "member" : kind;
}

/** A private team exists for its members, owners, and admins. For an automation, only its own teams exist. */
function sees(row: Row, kind: ActorKind): boolean {
  if (row.in === "eng") return kind !== "automationElsewhere";
  return row.in !== "private" || (insiders as readonly ActorKind[]).includes(kind);
}
