import { sql } from "kysely";
import { recordActivity, undoOf } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { requireCommenter } from "../comments/permission.ts";
import { Conflict, type Invalid, invalidField, NotFound } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { sees } from "../visibility/readers.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { profileIdOf } from "../profiles/locate.ts";
import { locateTask, requireChangeable, type StoredTask } from "../tasks/locate.ts";
import { touchTask } from "../tasks/touch.ts";
import { readApproval, type VersionedApproval } from "./record.ts";
import { ApprovalCreate } from "./schema.ts";

/**
 * Requests a person's approval on a task. Programs do this before changes that can't be undone. The approver is
 * notified even about a draft, because the request is for them. The request and the decision change nothing else about
 * the task.
 * @throws NotFound for the task; Forbidden unless a commenter; Invalid unless the approver is another person in the
 * workspace who can see the task; Conflict if the task is archived, or if the approver already has an open request.
 * `RULES.md`, Vocabularies: notification kinds
 */
export const createApproval = operation({
  name: "approvals.create",
  scope: "comments.write",
  input: ApprovalCreate,
  async run(context, { taskId, approverId, body }): Promise<VersionedApproval> {
    const { tx, actor, now } = context;
    const task = await locateTask(context, taskId);
    requireCommenter(actor, task);
    requireChangeable(task);
    const approver = await locateApprover(context, task, approverId);
    await requireNotAsked(context, task.id, { requesterId: actor.profile.id, approver });
    const id = newId("appr", now);
    await tx.insertInto("approvals").values({
      id,
      workspace_id: actor.workspace.id,
      task_id: task.id,
      requester_id: actor.profile.id,
      approver_id: approver.id,
      body,
      comment: null,
      created_at: now.toISOString(),
      closed_at: null,
    }).execute();
    await recordActivity(
      context,
      task.id,
      { kind: "task.approval_requested", data: { to: { id, approver } } },
      undoOf("approval", id, "withdrawn", "open"),
    );
    await touchTask(context, task.id);
    await deliverNotification(context, {
      workspaceId: actor.workspace.id,
      recipientIds: [approver.id],
      kind: "approval",
      subject: { kind: "approval", id },
      actorId: actor.profile.id,
    });
    return await readApproval(context, id);
  },
});

interface Approver {
  id: string;
  name: string;
}

/** Returns the approver: a person, not a program, and not the requester. */
async function locateApprover(
  context: ReadContext<Member>,
  task: StoredTask,
  word: string,
): Promise<Approver> {
  const approverId = await profileIdOf(context, word).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw unknownApprover(error.message);
  });
  if (approverId === context.actor.profile.id) {
    throw invalidField("approverId", "Choose someone else. You can't approve your own request.", {
      code: "own_approver",
    });
  }
  return await requireApprover(context, task.team_id, approverId);
}

/** @throws Invalid unless the approver is a person in the workspace who can see the team's tasks */
export async function requireApprover(
  { db, actor }: ReadContext<Member>,
  teamId: string,
  approverId: string,
): Promise<Approver> {
  const { rows } = await sql<Approver & { suspended_at: string | null }>`
    select p.id, p.name, p.suspended_at from profiles p
    where p.id = ${approverId} and p.workspace_id = ${actor.workspace.id} and p.kind = 'human'
      and ${sees(teamId)}`.execute(db);
  const [found] = rows;
  if (found?.suspended_at) {
    throw invalidField("approverId", `${found.name} is suspended and can't approve anything.`, {
      code: "approver_suspended",
    });
  }
  if (found) return { id: found.id, name: found.name };
  throw unknownApprover("Choose a person in this workspace who can see the task.");
}

function unknownApprover(message: string): Invalid {
  return invalidField("approverId", message, {
    code: "unknown_approver",
    hint: "List the members to find their IDs.",
  });
}

/** @throws Conflict if the person already has an open request */
export async function requireNotAsked(
  { db, actor }: ReadContext<Member>,
  taskId: string,
  { requesterId, approver }: { requesterId: string; approver: Approver },
) {
  const first = await db.selectFrom("approvals").select("id")
    .where("task_id", "=", taskId).where("requester_id", "=", requesterId)
    .where("approver_id", "=", approver.id).where("state", "=", "open").executeTakeFirst();
  if (!first) return;
  const who = requesterId === actor.profile.id ? "You have" : "They have";
  throw new Conflict(
    `${who} already requested approval from ${approver.name}. The request ${first.id} is open.`,
    {
      code: "approval_open",
      hint: "Wait for the decision, or withdraw the open request first.",
    },
  );
}
