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
 * Lists the approval requests on visible tasks, newest first. Requests on archived tasks are left out, because they
 * can't be decided until the task is restored.
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

/** Lists all approval requests on a task, newest first, in any state. @throws NotFound for the task */
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
