import type { Member } from "../../domain/core/actor.ts";
import { type HistoryRange, taskPath } from "../../../views/paths.ts";
import type { ShownTexts } from "../../../views/markdown.tsx";
import { wholeTextPath } from "../../../views/task_paths.ts";
import type { Stretch, TaskHistory } from "../../../views/tasks/timeline.tsx";
import { historyBefore } from "../../domain/activity/read_history.ts";
import type { Activity } from "../../domain/activity/schema.ts";
import { commentsBefore, commentsUpTo } from "../../domain/comments/list.ts";
import type { TaskDetail } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { showTexts, type WrittenText } from "./shown_texts.ts";
import { readApprovalTexts, readHistoryRange } from "./task_history.ts";

/** The comments and activity of a task's page, and all its texts. */
interface Conversation {
  historyRange: HistoryRange;
  history: TaskHistory;
  texts: ShownTexts;
}

/** The parameters of a task's URL for comments and texts. */
interface Wanted {
  historyRange: HistoryRange;
  /** The ID of the record whose text is shown in full. */
  whole: string | null;
  /** The ID of the comment that the page must contain. */
  to: string | null;
}

/**
 * Returns the comments, activity, and rendered texts of a task's page. If the page wouldn't contain the comment `to`,
 * returns the page that ends with it.
 * @throws Invalid if a cursor is invalid
 */
export async function readConversation(
  at: PageContext<Member>,
  task: TaskDetail,
  { historyRange, whole, to }: Wanted,
): Promise<Conversation> {
  const read = await readRange(at, task, historyRange, whole);
  const isThere = to === null || read.history.comments.entries.some(({ id }) => id === to);
  if (isThere) return read;
  const upTo = { ...historyRange, comments: undefined, commentsBefore: commentsUpTo(to) };
  return await readRange(at, task, upTo, whole);
}

async function readRange(
  at: PageContext<Member>,
  task: TaskDetail,
  historyRange: HistoryRange,
  whole: string | null,
): Promise<Conversation> {
  const read = await readHistoryRange(at, task, historyRange);
  const written: WrittenText[] = [
    { of: task.id, text: task.description ?? "", kind: "description" },
    ...task.approvals.map(({ id, body }) => ({ of: id, text: body, kind: "aside" as const })),
    ...await readApprovalTexts(at, task, read),
    ...read.comments.entries.toReversed()
      .map(({ id, body }) => ({ of: id, text: body, kind: "comment" as const })),
  ];
  const texts = await showTexts(at, { taskId: task.id }, written, {
    whole,
    all: (of) => wholeTextPath(task.reference, of, historyRange),
  });
  return { historyRange, history: withRoomFor(read, task, historyRange, texts), texts };
}

/** The room for activity, in characters of its data as JSON. Each entry takes some in addition. */
const ACTIVITY_ROOM = 100_000;
const AROUND_ENTRY = 100;

/** Returns the page without the oldest comments and activity that have no room, and links to the pages with them. */
function withRoomFor(
  { comments, history }: TaskHistory,
  { reference }: TaskDetail,
  historyRange: HistoryRange,
  texts: ShownTexts,
): TaskHistory {
  const from = (range: HistoryRange) => taskPath(reference, { ...historyRange, ...range });
  let room = ACTIVITY_ROOM;
  const hasNoRoom = ({ data }: Activity) =>
    (room -= JSON.stringify(data).length + AROUND_ENTRY) < 0;
  return {
    comments: withoutFirst(
      comments,
      comments.entries.findLastIndex(({ id }) => texts.get(id)!.html === null),
      (id) => from({ comments: undefined, commentsBefore: commentsBefore(id) }),
    ),
    history: withoutFirst(
      history,
      history.entries.findLastIndex(hasNoRoom),
      (id) => from({ history: undefined, historyBefore: historyBefore(id) }),
    ),
  };
}

/** Returns a range without its first entries. @param last the position of the last one to leave out; -1 for none */
function withoutFirst<T extends { id: string }>(
  range: Stretch<T>,
  last: number,
  earlierThan: (id: string) => string,
): Stretch<T> {
  const entries = range.entries.slice(last + 1);
  const [oldest] = entries;
  if (last === -1 || !oldest) return range;
  return { ...range, entries, earlier: { href: earlierThan(oldest.id), inPlace: false } };
}
