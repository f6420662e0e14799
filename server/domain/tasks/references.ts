import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { type Invalid, invalidField, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileIdOf } from "../profiles/locate.ts";
import { isPersonOrAgent, isSuspended } from "../visibility/people.ts";
import { sees } from "../visibility/readers.ts";
import { locateTask, type StoredTask } from "./locate.ts";

export interface Assignee {
  id: string;
  name: string;
}

/**
 * Returns the assignee: a current member or agent who can see the task's team and isn't suspended.
 * @param teamId the task's team; null for a template of all teams
 * @param assigneeId a profile's ID, username, or name, or `me`
 * @throws Invalid for anyone else
 */
export async function resolveAssignee(
  context: ReadContext<Member>,
  teamId: string | null,
  assigneeId: string,
): Promise<Assignee> {
  const { db, actor } = context;
  const id = await assigneeIdOf(context, assigneeId);
  const { rows } = await sql<Assignee & { isSuspended: 0 | 1 }>`
    select p.id, p.name, ${sql.raw(isSuspended("p"))} as isSuspended
    from profiles p
    where p.id = ${id} and p.workspace_id = ${actor.workspace.id}
      and ${sql.raw(isPersonOrAgent("p"))}
      and ${teamId === null ? sql`p.removed_at is null` : sees(teamId)} limit 1`.execute(db);
  const found = rows[0];
  if (found?.isSuspended) throw suspendedAssignee(found.name);
  if (found) return { id: found.id, name: found.name };
  throw invalidField(
    "assigneeId",
    `Choose a member who can see this task. ${assigneeId} can't see the task, or isn't a member.`,
    {
      code: "unknown_assignee",
      hint: "List the members to find their IDs.",
    },
  );
}

/** Returns the ID of a profile, whether or not it can be assigned. @throws Invalid if several have the name */
export async function assigneeIdOf(context: ReadContext<Member>, word: string): Promise<string> {
  return await profileIdOf(context, word).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("assigneeId", error.message, {
      code: "unknown_assignee",
      hint: "List the members to find their IDs.",
    });
  });
}

function suspendedAssignee(name: string): Invalid {
  return invalidField("assigneeId", `${name} is suspended and can't be assigned new work.`, {
    code: "assignee_suspended",
    hint: "Unsuspend the member first, or choose someone else.",
  });
}

/**
 * Returns the new parent of a task.
 * @param childId the sub-task, if it already exists
 * @throws Invalid if it doesn't exist, is archived, or is below the sub-task
 */
export async function resolveParent(
  context: ReadContext<Member>,
  parentId: string,
  childId?: string,
): Promise<StoredTask> {
  const parent = await locateTask(context, parentId).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("parentId", `Task ${parentId} not found.`, {
      code: "unknown_parent",
    });
  });
  if (parent.archived_at) {
    throw invalidField("parentId", "Choose another task, or restore this archived one first.", {
      code: "parent_archived",
    });
  }
  if (childId && await standsBelow(context, parent.id, childId)) {
    throw invalidField(
      "parentId",
      "Choose another parent task. A task can't be its own sub-task.",
      { code: "parent_cycle" },
    );
  }
  return parent;
}

async function standsBelow(
  { db }: ReadContext,
  taskId: string,
  ancestorId: string,
): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id) as (
      select ${taskId} union
      select t.parent_id from tasks t join above on t.id = above.id where t.parent_id is not null)
    select 1 from above where id = ${ancestorId}`.execute(db);
  return rows.length > 0;
}
