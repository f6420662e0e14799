import type { z } from "zod";
import { recordActivity, undoOf } from "../activity/write.ts";
import { requireCommenter } from "../comments/permission.ts";
import { isManager, type Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import { requireVersion } from "../core/versioned.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import { archiveSubject } from "../side_effects/archive_subject.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireChangeable } from "../tasks/locate.ts";
import { touchTask } from "../tasks/touch.ts";
import { close } from "./close.ts";
import { requireApprover, requireNotAsked } from "./create.ts";
import { locateApproval, requireOpen, type StoredApproval } from "./locate.ts";
import { readApproval, type VersionedApproval } from "./record.ts";
import { ApprovalKey } from "./schema.ts";

/**
 * Withdraws an open request. It leaves the approver's inbox and stays in lists as withdrawn. Managers can withdraw
 * requests of people who are suspended or have left.
 * @throws NotFound; Forbidden unless the actor is the requester or a manager; Stale; Conflict if the task is archived, or if it
 *   was decided or withdrawn before
 */
export const withdrawApproval = operation({
  name: "approvals.withdraw",
  scope: "comments.write",
  input: ApprovalKey,
  async run(context, input): Promise<VersionedApproval> {
    await withdraw(context, input);
    return await readApproval(context, input.approvalId);
  },
});

/** Withdraws a request, without reading its record. */
export async function withdraw(
  context: WriteContext<Member>,
  { approvalId, version }: z.output<typeof ApprovalKey>,
): Promise<void> {
  const approval = await locateApproval(context, approvalId);
  requireRequester(context, approval);
  requireVersion("request", approval.version, version);
  requireOpen(approval);
  requireChangeable(approval);
  await close(context, approval, "withdrawn", null);
  await recordActivity(
    context,
    approval.task_id,
    { kind: "task.approval_withdrawn", data: { from: sidesOf(approval) } },
    undoOf("approval", approval.id, "open", "withdrawn"),
  );
  await archiveSubject(context, approval.approver_id, approval.id);
}

/** Returns the requester and the approver for activity. */
function sidesOf(approval: StoredApproval) {
  return {
    id: approval.id,
    requester: { id: approval.requester_id, name: approval.requester_name },
    approver: { id: approval.approver_id, name: approval.approver_name },
  };
}

/** @throws Forbidden unless the actor is the requester or a manager */
function requireRequester({ actor }: ReadContext<Member>, approval: StoredApproval): void {
  if (approval.requester_id === actor.profile.id || isManager(actor)) return;
  throw new Forbidden("Only the requester, owners, and admins can withdraw this request.", {
    code: "not_requester",
    hint: `Ask ${approval.requester_name}, an owner, or an admin to withdraw the request.`,
  });
}

/**
 * Reopens a withdrawn request, and notifies its approver again.
 * @throws NotFound; Forbidden unless the actor is the requester and can still comment, or a manager; Invalid if the
 * approver can't see the task anymore; Conflict if the task is archived, or the approver has a new request
 */
export async function reopen(
  context: WriteContext<Member>,
  approvalId: string,
): Promise<void> {
  const { tx, actor } = context;
  const approval = await locateApproval(context, approvalId);
  const { id, task_id, requester_id, team_id } = approval;
  requireRequester(context, approval);
  requireCommenter(actor, approval);
  requireChangeable(approval);
  const approver = await requireApprover(context, team_id, approval.approver_id);
  await requireNotAsked(context, task_id, { requesterId: requester_id, approver });
  await tx.updateTable("approvals")
    .set((e) => ({ state: "open", closed_at: null, version: e("version", "+", 1) }))
    .where("id", "=", id).execute();
  await recordActivity(
    context,
    task_id,
    { kind: "task.approval_reopened", data: { to: sidesOf(approval) } },
    undoOf("approval", id, "withdrawn", "open"),
  );
  await touchTask(context, task_id);
  await deliverNotification(context, {
    workspaceId: actor.workspace.id,
    recipientIds: [approver.id],
    kind: "approval",
    subject: { kind: "approval", id },
    actorId: requester_id,
  });
}
