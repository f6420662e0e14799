import { createApproval } from "../../../server/domain/approvals/create.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { listInbox } from "../../../server/domain/inbox/list.ts";
import { snoozeEntries } from "../../../server/domain/inbox/snooze.ts";
import { listTasks } from "../../../server/domain/tasks/list.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import type { DemoCast } from "./cast.ts";

/** Approval requests to the owner. */
const requests = [
  {
    by: "tomas",
    body: "Can I turn off the old booking form on Monday? Nobody has used it for two weeks.",
  },
  { by: "priya", body: "The new prices are ready. Can they go out with the next release?" },
];

/**
 * Adds approval requests for the owner and a snoozed notification, after there are tasks and views. The owner's inbox then
 * has every kind of notification.
 */
export async function addRequests(services: Services, cast: DemoCast): Promise<void> {
  const owner = cast.members.get(cast.owner)!;
  for (const { by, body } of requests) {
    const requester = cast.members.get(by)!;
    const mine = await perform(services, requester, listTasks, { status: "progressed", limit: 10 });
    const task = parseJson(mine.records)
      .find(({ teamId, priority }) => requester.teams.has(teamId) && priority !== "urgent");
    if (!task) continue;
    const asked = { taskId: task.id, approverId: owner.profile.id, body };
    await perform(services, requester, createApproval, asked);
    const patch = { priority: "urgent" };
    await perform(services, requester, updateTask, { taskId: task.id, patch });
  }
  const { records } = await perform(services, owner, listInbox, { reason: "comment", limit: 1 });
  const notificationIds = parseJson(records).map(({ id }) => id);
  if (notificationIds.length === 0) return;
  await perform(services, owner, snoozeEntries, { notificationIds, until: "next week" });
}
