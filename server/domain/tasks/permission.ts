import { type RawBuilder, sql } from "kysely";
import { isCommentator, isTaskWriter, type Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { requireTaskWriter, type StoredTask, writerHint } from "./locate.ts";
import type { Task } from "./schema.ts";

/** The fields that a task's creator can change without being a task writer. `draft` publishes a draft. */
const creatorFields: ReadonlySet<string> = new Set(["title", "description", "draft"]);

/** The actor's permissions for a task that they can see. `RULES.md`, Permissions */
export interface TaskRights {
  /** Whether they can change all fields. */
  write: boolean;
  /** Whether they can edit the title and the description. */
  edit: boolean;
  /** Whether they can publish, archive, and restore the task. */
  act: boolean;
  /** Whether they can comment and request approval. */
  comment: boolean;
}

/** Returns the actor's permissions for a task, apart from whether the task is archived. */
export function taskRightsOf(
  actor: Member,
  { teamId, creatorId, draft }: Pick<Task, "teamId" | "creatorId" | "draft">,
): TaskRights {
  const write = isTaskWriter(actor, teamId);
  const own = creatorId === actor.profile.id;
  return {
    write,
    edit: write || own,
    act: write || (own && draft),
    comment: isCommenter(actor, { teamId, creatorId }),
  };
}

/** Returns whether the actor can comment on a task that they can see. */
export function isCommenter(
  actor: Member,
  { teamId, creatorId }: Pick<Task, "teamId" | "creatorId">,
): boolean {
  return creatorId === actor.profile.id || isCommentator(actor, teamId);
}

/** The columns that decide permissions. */
type Stored = Pick<StoredTask, "team_id" | "creator_id" | "draft">;

function rightsOfStored(actor: Member, { team_id, creator_id, draft }: Stored): TaskRights {
  return taskRightsOf(actor, { teamId: team_id, creatorId: creator_id, draft: draft === 1 });
}

/**
 * Makes sure that the actor can change the given fields of a task.
 * @throws Forbidden unless a task writer, or the creator with fields that creators can change
 */
export function requireTaskChanger(
  actor: Member,
  task: Stored,
  fields: readonly string[],
): void {
  const { write, edit } = rightsOfStored(actor, task);
  if (write || (edit && fields.every((field) => creatorFields.has(field)))) return;
  if (!edit) requireTaskWriter(actor, task.team_id);
  throw new Forbidden(
    "As the task's creator, you can edit its title and description. Only owners, admins, and the team's " +
      "leads and members can change its other properties.",
    { code: "not_task_writer", hint: writerHint(actor) },
  );
}

/**
 * Makes sure that the actor can archive or restore a task.
 * @param undoes whether this undoes the actor's own act, such as creating the task
 * @throws Forbidden unless a task writer, or the creator of a draft, or the creator undoing an act before anyone else
 *   has worked on the task
 */
export async function requireArchiver(
  { db, actor }: ReadContext<Member>,
  task: Stored & Pick<StoredTask, "id">,
  undoes: boolean,
): Promise<void> {
  if (rightsOfStored(actor, task).act) return;
  if (!undoes || task.creator_id !== actor.profile.id) requireTaskWriter(actor, task.team_id);
  const { rows } = await sql<{ joined: 0 | 1 }>`
    select ${workedOnByOthers(sql`${task.id}`, sql`${actor.profile.id}`)} as joined`.execute(db);
  if (rows[0]?.joined) requireTaskWriter(actor, task.team_id);
}

/** Returns whether others have worked on a task after an entry of its activity: changed it, or added sub-tasks. */
export function workedOnByOthers(
  taskId: RawBuilder<unknown>,
  profileId: RawBuilder<unknown>,
  since: RawBuilder<unknown> = sql`0`,
): RawBuilder<0 | 1> {
  return sql<0 | 1>`(exists (
      select 1 from activity o where o.subject_id = ${taskId} and o.seq > ${since}
        and o.actor_id is not ${profileId} and o.kind <> 'task.placed')
    or exists (select 1 from tasks c where c.parent_id = ${taskId}
      and c.archived_at is null and c.creator_id <> ${profileId}))`;
}
