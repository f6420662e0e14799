import { UNDOABLE_MS } from "../domain/activity/undoable.ts";
import { KEPT_MS as DRAFTS_MS } from "../domain/comments/unsent/limits.ts";
import { KEPT_MS as RESPONSES_MS } from "../domain/idempotency/run_once.ts";
import { GIVEN_UP_MS } from "../domain/outbox/settle.ts";
import { LISTED_MS } from "../domain/personal_tokens/ended.ts";
import { CODE_MS } from "../domain/sessions/one_time_code.ts";
import { REMEMBERED_MS as SESSIONS_MS } from "../domain/sessions/purge.ts";
import { REMEMBERED_MS as LOCKS_MS } from "../domain/sessions/sign_in_lockout.ts";
import { tokenLifetimes } from "../domain/sessions/tokens.ts";

/** Data that the server erases by itself, and its time in milliseconds. */
export const retention: readonly (readonly [data: string, ms: number, from: string])[] = [
  ["Sign-in code, as a hash", CODE_MS, "after the request"],
  ["Failed sign-in attempts, with the network address", LOCKS_MS, "after the last attempt or lock"],
  ["Session", tokenLifetimes.refresh, "after its last use"],
  ["Record of a session, without its token", SESSIONS_MS, "after its last use"],
  ["Revoked or expired personal access token", LISTED_MS, "after revocation or expiration"],
  ["Previous text of an edited or deleted comment", UNDOABLE_MS, "after the change"],
  ["Draft comment", DRAFTS_MS, "after its last change"],
  ["Email that can't be delivered", GIVEN_UP_MS, "after the first attempt"],
  ["Response to an API request with an `Idempotency-Key`", RESPONSES_MS, "after the request"],
];

/** Returns a duration in whole days, hours, or minutes: "7 days". */
export function duration(ms: number): string {
  const minutes = ms / 60_000;
  const [count, unit] = minutes >= 48 * 60
    ? [minutes / 24 / 60, "day"]
    : minutes >= 60
    ? [minutes / 60, "hour"]
    : [minutes, "minute"];
  const whole = Math.round(count);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
