import type { Member } from "../core/actor.ts";
import { follow, type Subject, whoAreMentioned, whoFollow } from "../reactions/audience.ts";
import { sees, whoSee } from "../visibility/readers.ts";
import { notifyOnce } from "../reactions/notify.ts";
import type { Db } from "../core/operation.ts";
import { notifySubscribersOfTask } from "./subscriptions.ts";
import type { StoredTask } from "./locate.ts";

/** A task as what news are about. A draft's are nobody's. */
const subjectOf = ({ id }: StoredTask) => ({ kind: "task", id });

/** Tells of a new task, subscribers of views too. */
export async function notifyOfNewTask(tx: Db, actor: Member, now: Date, task: StoredTask) {
  await notifyOfPublished(tx, actor, now, task);
  await notifySubscribersOfTask(tx, actor, now, null, task);
}

/**
 * Tells of a new task, or of a draft that became one: whom it assigns, and whom it mentions,
 * in its comments too.
 */
async function notifyOfPublished(tx: Db, actor: Member, now: Date, task: StoredTask) {
  if (task.draft || (!task.assignee_id && !mayMention(task))) return;
  const mentioned = await mentionedIn(tx, task, await everyText(tx, task));
  await follow(tx, task.id, mentioned, now);
  await notifyOnce(tx, actor, now, subjectOf(task), [
    { recipientIds: await assigned(tx, actor, task), kind: "assignment" },
    { recipientIds: mentioned, kind: "mention" },
  ]);
}

/** A new task has no comments yet, so that there is nothing to look for but what its description says. */
function mayMention({ version, description }: StoredTask): boolean {
  return version > 1 || (description?.includes("@") ?? false);
}

async function everyText(tx: Db, task: StoredTask): Promise<string[]> {
  if (task.version === 1) return [task.description ?? ""];
  const comments = await tx.selectFrom("comments").select("body")
    .where("task_id", "=", task.id).where("deleted_at", "is", null).execute();
  return [task.description ?? "", ...comments.map(({ body }) => body)];
}

/** Those whom texts of a task mention, and an older one didn't. */
function mentionedIn(tx: Db, task: StoredTask, texts: string[], before = ""): Promise<string[]> {
  const written = { workspaceId: task.workspace_id, texts, before };
  return whoAreMentioned(tx, written, sees(task.team_id));
}

async function assigned(tx: Db, actor: Member, task: Subject): Promise<string[]> {
  const { assignee_id } = task;
  if (!assignee_id || assignee_id === actor.profile.id) return [];
  return await whoSee(tx, task.team_id, [assignee_id]);
}

/** Tells of a task that was archived or brought back: subscribers of views alone. */
export async function notifyOfArchiving(
  tx: Db,
  actor: Member,
  now: Date,
  before: StoredTask,
  archived_at: string | null,
) {
  await notifySubscribersOfTask(tx, actor, now, before, { ...before, archived_at });
}

/** Tells of a task's change, subscribers of views too. */
export async function notifyOfChange(
  tx: Db,
  actor: Member,
  now: Date,
  before: StoredTask,
  after: StoredTask,
) {
  if (!before.draft) await notifyPeopleOfChange(tx, actor, now, before, after);
  else await notifyOfPublished(tx, actor, now, after);
  await notifySubscribersOfTask(tx, actor, now, before, after);
}

/**
 * Tells of a task's change: whom it is given to, whom its description mentions anew, and its followers of a new
 * status. Who had it before goes on following it.
 */
async function notifyPeopleOfChange(
  tx: Db,
  actor: Member,
  now: Date,
  before: StoredTask,
  after: StoredTask,
) {
  const mentioned = after.description === before.description
    ? []
    : await mentionedIn(tx, after, [after.description ?? ""], before.description ?? "");
  await follow(tx, after.id, mentioned, now);
  const passed = after.assignee_id !== before.assignee_id;
  if (passed && before.assignee_id) await follow(tx, after.id, [before.assignee_id], now);
  const status = { from: before.status, to: after.status };
  await notifyOnce(tx, actor, now, subjectOf(after), [
    { recipientIds: passed ? await assigned(tx, actor, after) : [], kind: "assignment" },
    { recipientIds: mentioned, kind: "mention" },
    {
      recipientIds: status.from === status.to ? [] : await whoFollow(tx, after),
      kind: "status",
      data: status,
    },
  ]);
}

/** Tells of a comment; subscribers of views too, since words are looked for in it. */
export async function notifyOfComment(
  tx: Db,
  actor: Member,
  now: Date,
  task: StoredTask,
  comment: Said,
) {
  await notifyPeopleOfComment(tx, actor, now, task, comment);
  const said = { id: comment.id, body: comment.before ?? "" };
  await notifySubscribersOfTask(tx, actor, now, task, task, said);
}

/** A comment that was written, with what it said before where it was edited. */
interface Said {
  id: string;
  body: string;
  before?: string;
}

/**
 * Tells of a comment: whom it mentions, and the task's followers. Both follow the task from now on, as its author does.
 * @param before the text that it had, when it was edited: then it tells those alone whom it mentions anew
 */
async function notifyPeopleOfComment(
  tx: Db,
  actor: Member,
  now: Date,
  task: StoredTask,
  comment: Said,
) {
  if (task.draft) return await follow(tx, task.id, [actor.profile.id], now);
  const mentioned = await mentionedIn(tx, task, [comment.body], comment.before);
  await follow(tx, task.id, [actor.profile.id, ...mentioned], now);
  const isNew = comment.before === undefined;
  await notifyOnce(tx, actor, now, subjectOf(task), [
    { recipientIds: mentioned, kind: "mention", commentId: comment.id },
    {
      recipientIds: isNew ? await whoFollow(tx, task) : [],
      kind: "comment",
      commentId: comment.id,
    },
  ]);
}
