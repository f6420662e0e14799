import type { Member } from "../core/actor.ts";
import {
  addFollowers,
  type FollowedTask,
  listFollowers,
  listMentionedProfiles,
} from "../side_effects/audience.ts";
import { listRecipients, sees } from "../visibility/readers.ts";
import {
  type Announcement,
  deliverAll,
  deliverAnnouncements,
  type RecordAnnouncements,
} from "../side_effects/deliver_notifications.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { notifySubscribersOfTasks } from "./notify_view_subscribers.ts";
import type { StoredTask } from "./locate.ts";

/** A task as what announcements are about. A draft's reach nobody. */
const subjectOf = ({ id }: StoredTask) => ({ kind: "task", id });

/** Tells of a new task, subscribers of views too. */
export async function notifyOfNewTask(context: WriteContext<Member>, task: StoredTask) {
  await deliverAnnouncements(
    context,
    subjectOf(task),
    await announcementsOfPublished(context, task),
  );
  await notifySubscribersOfTasks(context, [{ before: null, after: task }]);
}

/**
 * What is to be told of a new task, or of a draft that became one: whom it assigns, and whom it mentions,
 * in its comments too.
 */
async function announcementsOfPublished(
  context: WriteContext<Member>,
  task: StoredTask,
): Promise<Announcement[]> {
  if (task.draft || (!task.assignee_id && !mayMention(task))) return [];
  const mentioned = await mentionedIn(context, task, await everyText(context, task));
  await addFollowers(context, task.id, mentioned);
  return [
    { recipientIds: await assigned(context, task), kind: "assignment" },
    { recipientIds: mentioned, kind: "mention" },
  ];
}

/** A new task has no comments yet, so that there is nothing to look for but what its description says. */
function mayMention({ version, description }: StoredTask): boolean {
  return version > 1 || (description?.includes("@") ?? false);
}

async function everyText({ db }: ReadContext, task: StoredTask): Promise<string[]> {
  if (task.version === 1) return [task.description ?? ""];
  const comments = await db.selectFrom("comments").select("body")
    .where("task_id", "=", task.id).where("deleted_at", "is", null).execute();
  return [task.description ?? "", ...comments.map(({ body }) => body)];
}

/** Those whom texts of a task mention, and an older one didn't. */
function mentionedIn(
  context: ReadContext,
  task: StoredTask,
  texts: string[],
  before = "",
): Promise<string[]> {
  const written = { workspaceId: task.workspace_id, texts, before };
  return listMentionedProfiles(context, written, sees(task.team_id));
}

async function assigned(context: ReadContext<Member>, task: FollowedTask): Promise<string[]> {
  const { assignee_id } = task;
  if (!assignee_id || assignee_id === context.actor.profile.id) return [];
  return await listRecipients(context, [assignee_id], sees(task.team_id));
}

/** A task as it was before a change, and as it is. */
export interface ChangedTask {
  before: StoredTask;
  after: StoredTask;
}

/** Tells of what one act changed of tasks, subscribers of views too: each person once, however many there are. */
export async function notifyOfChanges(context: WriteContext<Member>, changes: ChangedTask[]) {
  const all: RecordAnnouncements[] = [];
  for (const change of changes) {
    const announcements = change.before.draft
      ? await announcementsOfPublished(context, change.after)
      : await announcementsOfChange(context, change);
    all.push({ subject: subjectOf(change.after), announcements });
  }
  await deliverAll(context, all);
  await notifySubscribersOfTasks(context, changes);
}

/**
 * What is to be told of a task's change: whom it is given to, whom its description mentions anew, and its followers of
 * a new status. Who had it before goes on following it. Of archiving people hear nothing.
 */
async function announcementsOfChange(
  context: WriteContext<Member>,
  { before, after }: ChangedTask,
): Promise<Announcement[]> {
  const mentioned = after.description === before.description
    ? []
    : await mentionedIn(context, after, [after.description ?? ""], before.description ?? "");
  await addFollowers(context, after.id, mentioned);
  const passed = after.assignee_id !== before.assignee_id;
  if (passed && before.assignee_id) await addFollowers(context, after.id, [before.assignee_id]);
  const status = { from: before.status, to: after.status };
  return [
    { recipientIds: passed ? await assigned(context, after) : [], kind: "assignment" },
    { recipientIds: mentioned, kind: "mention" },
    {
      recipientIds: status.from === status.to ? [] : await listFollowers(context, after),
      kind: "status",
      data: status,
    },
  ];
}

/** Tells of a comment; subscribers of views too, since words are looked for in it. */
export async function notifyOfComment(
  context: WriteContext<Member>,
  task: StoredTask,
  comment: WrittenComment,
) {
  await notifyPeopleOfComment(context, task, comment);
  const said = { id: comment.id, body: comment.before ?? "" };
  await notifySubscribersOfTasks(context, [{ before: task, after: task, said }]);
}

/** A comment that was written, with what it said before where it was edited. */
interface WrittenComment {
  id: string;
  body: string;
  before?: string;
}

/**
 * Tells of a comment: whom it mentions, and the task's followers. Both follow the task from now on, as its author does.
 * @param before the text that it had, when it was edited: then it tells those alone whom it mentions anew
 */
async function notifyPeopleOfComment(
  context: WriteContext<Member>,
  task: StoredTask,
  comment: WrittenComment,
) {
  const { actor } = context;
  if (task.draft) return await addFollowers(context, task.id, [actor.profile.id]);
  const mentioned = await mentionedIn(context, task, [comment.body], comment.before);
  await addFollowers(context, task.id, [actor.profile.id, ...mentioned]);
  const isNew = comment.before === undefined;
  await deliverAnnouncements(context, subjectOf(task), [
    { recipientIds: mentioned, kind: "mention", commentId: comment.id },
    {
      recipientIds: isNew ? await listFollowers(context, task) : [],
      kind: "comment",
      commentId: comment.id,
    },
  ]);
}
