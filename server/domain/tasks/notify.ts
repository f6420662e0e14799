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

/** Returns a task as the subject of notifications. Drafts notify nobody. */
const subjectOf = ({ id }: StoredTask) => ({ kind: "task", id });

/** Notifies people about a new task, including view subscribers. */
export async function notifyOfNewTask(context: WriteContext<Member>, task: StoredTask) {
  await deliverAnnouncements(
    context,
    subjectOf(task),
    await announcementsOfPublished(context, task),
  );
  await notifySubscribersOfTasks(context, [{ before: null, after: task }]);
}

/** Returns the notifications for a new or published task: its assignee, and people mentioned in it and its comments. */
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

/** Returns whether a task can mention anyone. A new task has no comments yet, so only its description is searched. */
function mayMention({ version, description }: StoredTask): boolean {
  return version > 1 || (description?.includes("@") ?? false);
}

async function everyText({ db }: ReadContext, task: StoredTask): Promise<string[]> {
  if (task.version === 1) return [task.description ?? ""];
  const comments = await db.selectFrom("comments").select("body")
    .where("task_id", "=", task.id).where("deleted_at", "is", null).execute();
  return [task.description ?? "", ...comments.map(({ body }) => body)];
}

/** Returns the people mentioned in a task's texts, but not in an older one. */
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

/** A task before and after a change. */
export interface ChangedTask {
  before: StoredTask;
  after: StoredTask;
}

/**
 * Notifies people about the changes of one act, including view subscribers. Each person gets one notification for any
 * number of tasks.
 */
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
 * Returns the notifications for a task's change: a new assignee, newly mentioned people, and followers for a new
 * status. The former assignee keeps following it. Archiving notifies nobody.
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

/** Notifies people about a comment, including view subscribers, because views can search comments. */
export async function notifyOfComment(
  context: WriteContext<Member>,
  task: StoredTask,
  comment: WrittenComment,
) {
  await notifyPeopleOfComment(context, task, comment);
  const said = { id: comment.id, body: comment.before ?? "" };
  await notifySubscribersOfTasks(context, [{ before: task, after: task, said }]);
}

/** A written comment, with its former text after an edit. */
interface WrittenComment {
  id: string;
  body: string;
  before?: string;
}

/**
 * Notifies mentioned people and the task's followers about a comment. Mentioned people and the author follow the task
 * from then on.
 * @param before the former text of an edited comment, which notifies only newly mentioned people
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
