import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { invalidField, NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";
import { locateTask, type StoredTask } from "./locate.ts";

export interface Assignee {
  id: string;
  name: string;
}

/**
 * Whom a task is given to: a present member or agent who can see its team.
 * @param assigneeId a profile's id, or `me`
 * @throws Invalid otherwise
 */
export async function resolveAssignee(
  tx: Db,
  actor: Member,
  teamId: string,
  assigneeId: string,
): Promise<Assignee> {
  const id = assigneeId === "me" ? actor.profile.id : assigneeId;
  const { rows } = await sql<Assignee>`
    select p.id, p.name from profiles p join teams t on t.id = ${teamId}
    where p.id = ${id} and p.workspace_id = ${actor.workspace.id} and p.removed_at is null
      and (t.private = 0 or p.role in ('owner', 'admin') or exists (
        select 1 from team_members m where m.team_id = t.id and m.profile_id = p.id))`.execute(tx);
  if (rows[0]) return rows[0];
  throw invalidField("assigneeId", `There is nobody ${assigneeId} who could have this task.`, {
    code: "unknown_assignee",
    hint: "List the members to find their ids.",
  });
}

/**
 * The task that becomes a parent.
 * @param childId the task that goes below it, where it exists already
 * @throws Invalid when it doesn't exist, is archived, or stands below the child itself
 */
export async function resolveParent(
  tx: Db,
  actor: Member,
  parentId: string,
  childId?: string,
): Promise<StoredTask> {
  const parent = await locateTask(tx, actor, parentId).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("parentId", `There is no task ${parentId} here.`, {
      code: "unknown_parent",
    });
  });
  if (parent.archived_at) {
    throw invalidField("parentId", "That task is archived: restore it first.", {
      code: "parent_archived",
    });
  }
  if (childId && await standsBelow(tx, parent.id, childId)) {
    throw invalidField("parentId", "A task can't stand below itself.", { code: "parent_cycle" });
  }
  return parent;
}

async function standsBelow(tx: Db, taskId: string, ancestorId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id) as (
      select ${taskId} union
      select t.parent_id from tasks t join above on t.id = above.id where t.parent_id is not null)
    select 1 from above where id = ${ancestorId}`.execute(tx);
  return rows.length > 0;
}
