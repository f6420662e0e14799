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
 * Takes back a request that is open: it leaves the approver's inbox, and stays in the lists as withdrawn. A manager can
 * do it for a requester who is suspended or has left, and for whom nobody else could.
 * @throws NotFound; Forbidden unless one asked it or is a manager; Stale; Conflict when the task is archived, or when it
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

/** What `withdrawApproval` does, without reading the request's record. */
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

/** A request as history keeps it. */
function sidesOf(approval: StoredApproval) {
  return {
    id: approval.id,
    requester: { id: approval.requester_id, name: approval.requester_name },
    approver: { id: approval.approver_id, name: approval.approver_name },
  };
}

/** @throws Forbidden unless the actor asked it, or is a manager */
function requireRequester({ actor }: ReadContext<Member>, approval: StoredApproval): void {
  if (approval.requester_id === actor.profile.id || isManager(actor)) return;
  throw new Forbidden("Only the requester, owners, and admins can withdraw this request.", {
    code: "not_requester",
    hint: `Ask ${approval.requester_name}, or an owner or admin.`,
  });
}

/**
 * Opens a request again that was withdrawn; its approver hears of it anew.
 * @throws NotFound; Forbidden unless one asked it and may comment still, or is a manager; Invalid where its approver can't
 *   see the task any more; Conflict when the task is archived, or they were asked anew meanwhile
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
