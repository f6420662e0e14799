import { recordActivity } from "../activity/write.ts";
import { Forbidden } from "../core/errors.ts";
import { requireVersion } from "../core/versioned.ts";
import { listRecipients, sees } from "../visibility/readers.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import { archiveSubject } from "../side_effects/archive_subject.ts";
import { operation } from "../core/operation.ts";
import { requireChangeable } from "../tasks/locate.ts";
import { close } from "./close.ts";
import { locateApproval, requireOpen, type StoredApproval } from "./locate.ts";
import { readApproval, type VersionedApproval } from "./record.ts";
import { ApprovalDecision } from "./schema.ts";

/**
 * Approves or declines a request. This requires a signed-in session, because a program could have a personal access
 * token and approve its own request. Decisions are permanent. The requester is notified, even if their automation is
 * suspended in the meantime.
 * @throws NotFound, also for an approver who can no longer see the task; Forbidden for everyone but the approver, and
 * without a signed-in session; Stale; Conflict if the task is archived, or if it was decided or withdrawn before
 */
export const decideApproval = operation({
  name: "approvals.decide",
  scope: null,
  input: ApprovalDecision,
  async run(context, input): Promise<VersionedApproval> {
    const { actor } = context;
    const approval = await locateApproval(context, input.approvalId);
    requireApprover(actor.profile.id, approval);
    requireVersion("request", approval.version, input.version);
    requireOpen(approval);
    requireChangeable(approval);
    const { decision, comment = null } = input;
    await close(context, approval, decision, comment);
    await recordActivity(context, approval.task_id, {
      kind: `task.${decision}`,
      data: {
        to: {
          id: approval.id,
          requester: { id: approval.requester_id, name: approval.requester_name },
        },
      },
    });
    await archiveSubject(context, actor.profile.id, approval.id);
    await deliverNotification(context, {
      workspaceId: actor.workspace.id,
      recipientIds: await listRecipients(context, [approval.requester_id], sees(approval.team_id)),
      kind: "approval",
      subject: { kind: "approval", id: approval.id },
      actorId: actor.profile.id,
      data: { to: decision },
    });
    return await readApproval(context, approval.id);
  },
});

function requireApprover(profileId: string, { approver_id, approver_name }: StoredApproval): void {
  if (profileId === approver_id) return;
  throw new Forbidden(`Only ${approver_name} can decide this request.`, {
    code: "not_approver",
    hint: "Ask the requester to withdraw this request and send it to you.",
  });
}
