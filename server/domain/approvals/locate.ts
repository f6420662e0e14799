import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { archivedTeam, type StoredTask } from "../tasks/locate.ts";

/** A stored request, with the data of its task, requester, and approver that operations need. */
export interface StoredApproval extends
  Pick<
    Selectable<Tables["approvals"]>,
    "id" | "state" | "version" | "closed_at" | "task_id" | "requester_id" | "approver_id"
  >,
  Pick<StoredTask, "team_id" | "creator_id" | "archived_at" | "archived_team"> {
  requester_name: string;
  approver_name: string;
}

/**
 * Returns a request on a visible task. People who can no longer see the task can't see the request either, even the
 * approver.
 * @throws NotFound if it doesn't exist or the actor can't see it
 */
export async function locateApproval(
  { db, actor }: ReadContext<Member>,
  approvalId: string,
): Promise<StoredApproval> {
  const found = await db.selectFrom("approvals as a")
    .innerJoin("tasks as t", "t.id", "a.task_id")
    .innerJoin("profiles as requester", "requester.id", "a.requester_id")
    .innerJoin("profiles as approver", "approver.id", "a.approver_id")
    .select(["a.id", "a.state", "a.version", "a.closed_at", "a.task_id", "a.requester_id"])
    .select(["a.approver_id", "t.team_id", "t.creator_id", "t.archived_at"])
    .select(["requester.name as requester_name", "approver.name as approver_name"])
    .select([archivedTeam.as("archived_team")])
    .where("a.id", "=", approvalId).where("a.workspace_id", "=", actor.workspace.id)
    .executeTakeFirst();
  if (found && !actor.hiddenTeamIds.includes(found.team_id)) return found;
  throw new NotFound(`Approval request ${approvalId} not found.`);
}

/** @throws Conflict if the request was decided or withdrawn */
export function requireOpen({ state, closed_at, approver_name }: StoredApproval): void {
  if (state === "open") return;
  const hint = "Send a new request if you still need approval.";
  if (state === "withdrawn") {
    throw new Conflict(`This request was withdrawn at ${closed_at}.`, {
      code: "approval_withdrawn",
      hint,
    });
  }
  throw new Conflict(`${approver_name} ${state} this request at ${closed_at}.`, {
    code: "approval_decided",
    hint,
  });
}
