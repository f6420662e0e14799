import { recordActivity } from "../activity/write.ts";
import { isManager } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import { requireVersion } from "../core/versioned.ts";
import { archiveSubject } from "../side_effects/archive_subject.ts";
import { operation } from "../core/operation.ts";
import { requireChangeable } from "../tasks/locate.ts";
import { close } from "./close.ts";
import { locateApproval, requireOpen } from "./locate.ts";
import { readApproval, type VersionedApproval } from "./record.ts";
import { ApprovalKey } from "./schema.ts";

/**
 * Takes back a request that is open: it leaves the approver's inbox, and stays in the lists as withdrawn. A manager can
 * do it for an asker who is suspended or has left, and for whom nobody else could.
 * @throws NotFound; Forbidden unless one asked it or is a manager; Stale; Conflict when the task is archived, or when it
 *   was decided or withdrawn before
 */
export const withdrawApproval = operation({
  name: "approvals.withdraw",
  scope: "comments.write",
  input: ApprovalKey,
  async run(context, { approvalId, version }): Promise<VersionedApproval> {
    const { actor } = context;
    const approval = await locateApproval(context, approvalId);
    if (approval.asker_id !== actor.profile.id && !isManager(actor)) {
      throw new Forbidden("Only who asked it and workspace managers may withdraw a request.", {
        code: "not_asker",
        hint: `Ask ${approval.asker_name} or a workspace manager.`,
      });
    }
    requireVersion("request", approval.version, version);
    requireOpen(approval);
    await requireChangeable(context, approval);
    await close(context, approval, "withdrawn", null);
    await recordActivity(context, approval.task_id, {
      kind: "task.approval_withdrawn",
      data: {
        from: {
          id: approval.id,
          asker: { id: approval.asker_id, name: approval.asker_name },
          approver: { id: approval.approver_id, name: approval.approver_name },
        },
      },
    });
    await archiveSubject(context, approval.approver_id, approval.id);
    return await readApproval(context, approval.id);
  },
});
