import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateTask } from "../tasks/locate.ts";
import { unhidden } from "../visibility/teams.ts";
import { approvalJson, approvalSource } from "./record.ts";
import { type Approval, ApprovalList, TaskApprovalList } from "./schema.ts";

const newestFirst: ListOrder = { list: "approvals", by: ["a.id"], descending: true };
const ofTaskNewestFirst: ListOrder = { ...newestFirst, list: "task approvals" };

/**
 * The requests for approval on the tasks that the actor may see, newest first. Those on archived tasks are left out, as
 * the tasks are: nothing can be decided there until they are restored.
 */
export const listApprovals = query({
  name: "approvals.list",
  scope: "tasks.read",
  input: ApprovalList,
  run(context, { state, mine, ...page }): Promise<ListPage<Approval>> {
    const { actor } = context;
    return readPage(context, newestFirst, page, {
      json: approvalJson,
      from: approvalSource,
      where: [
        mine
          ? sql`a.approver_id = ${actor.profile.id}`
          : sql`a.workspace_id = ${actor.workspace.id}`,
        sql`t.archived_at is null`,
        ...(state ? [sql`a.state = ${state}`] : []),
        ...unhidden(actor, "t.team_id"),
      ],
    });
  },
});

/** All requests for approval on one task, newest first, however they ended. @throws NotFound for the task */
export const listTaskApprovals = query({
  name: "approvals.listOfTask",
  scope: "tasks.read",
  input: TaskApprovalList,
  async run(context, { taskId, ...page }): Promise<ListPage<Approval>> {
    const task = await locateTask(context, taskId);
    return await readPage(context, ofTaskNewestFirst, page, {
      json: approvalJson,
      from: approvalSource,
      where: [sql`a.task_id = ${task.id}`],
    });
  },
});
