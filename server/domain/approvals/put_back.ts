import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { locateApproval } from "./locate.ts";
import { reopen, withdraw } from "./withdraw.ts";

/** Returns the state of an approval request. */
export async function approvalState(
  context: ReadContext<Member>,
  _task: StoredTask,
  id: string,
): Promise<string> {
  return (await locateApproval(context, id)).state;
}

/** Reopens or withdraws a request. @throws errors of these operations */
export function putApproval(
  context: WriteContext<Member>,
  _task: StoredTask,
  approvalId: string,
  was: "open" | "withdrawn",
): Promise<void> {
  return was === "open" ? reopen(context, approvalId) : withdraw(context, { approvalId });
}
