import type { Member } from "../../domain/core/actor.ts";
import { type HistoryRange, taskPath } from "../../../views/paths.ts";
import type { Stretch, TaskHistory } from "../../../views/tasks/timeline.tsx";
import { listTaskApprovals } from "../../domain/approvals/list.ts";
import { listComments } from "../../domain/comments/list.ts";
import type { ListPage, PageRequest } from "../../domain/core/page.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import { listTaskActivity } from "../../domain/tasks/list_activity.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { TaskDetail } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import type { WrittenText } from "./shown_texts.ts";

/** The number of entries per step, as in a task's record, and the maximum on a page. */
const steps = {
  comments: { step: 100, most: 300 },
  history: { step: 200, most: 400 },
};

type Name = keyof typeof steps;
type List<T> = (asked: PageRequest) => Promise<ListPage<T>>;

/**
 * Returns the activity and comments of a task's page. Uses the record's entries first, then reads further pages.
 * @throws Invalid if a cursor is invalid
 */
export async function readHistoryRange(
  at: PageContext<Member>,
  task: TaskDetail,
  historyRange: HistoryRange,
): Promise<TaskHistory> {
  const taskId = task.id;
  const [comments, history] = await Promise.all([
    carries(historyRange, "comments", task.moreComments)
      ? whole(task.comments)
      : stretch<TaskHistory["comments"]["entries"][number]>(
        task,
        historyRange,
        "comments",
        (asked) => at.ask(listComments, { taskId, sort: "-createdAt", ...asked }),
      ),
    carries(historyRange, "history", task.activity.length >= steps.history.step)
      ? whole(task.activity)
      : stretch<TaskHistory["history"]["entries"][number]>(
        task,
        historyRange,
        "history",
        (asked) => at.ask(listTaskActivity, { taskId, ...asked }),
      ),
  ]);
  return { comments, history };
}

/**
 * Returns the requests and comments of closed approvals in the activity, newest first, by the IDs of activity. Reads
 * nothing if there are none. Open requests are shown above the activity.
 */
export async function readApprovalTexts(
  { ask }: PageContext<Member>,
  { id: taskId, approvals: open }: TaskDetail,
  { history }: TaskHistory,
): Promise<WrittenText[]> {
  const isOpen = new Set(open.map(({ id }) => id));
  const told = history.entries.filter(({ kind, data }) =>
    ["task.approved", "task.declined"].includes(kind) ||
    kind === "task.approval_requested" && !isOpen.has(Object(Object(data).to).id)
  );
  if (told.length === 0) return [];
  const { records } = await ask(listTaskApprovals, { taskId, limit: LARGEST_PAGE });
  const approvals = new Map(parseJson(records).map((one) => [one.id, one]));
  return told.toReversed().flatMap(({ id, kind, data }) => {
    const approval = approvals.get(Object(Object(data).to).id);
    if (!approval) return [];
    const { body, comment, closedAt } = approval;
    const asked = closedAt === null ? null : body;
    const text = kind === "task.approval_requested" ? asked : comment;
    return text ? [{ of: id, text, kind: "aside" as const }] : [];
  });
}

/** Returns whether the record has all entries of a page that starts with the newest. */
function carries(historyRange: HistoryRange, name: Name, more: boolean): boolean {
  return !more && historyRange[`${name}Before`] === undefined;
}

function whole<T>(entries: T[]): Stretch<T> {
  return { entries, earlier: null, newest: null };
}

async function stretch<T>(
  { reference }: TaskDetail,
  historyRange: HistoryRange,
  name: Name,
  list: List<T>,
): Promise<Stretch<T>> {
  const { step, most } = steps[name];
  const before = historyRange[`${name}Before`];
  const wanted = Math.min(most, Math.max(step, Math.trunc(Number(historyRange[name])) || step));
  const { entries, cursor } = await readBack(list, wanted, before);
  const from = (count: number | undefined, place: string | undefined) =>
    taskPath(reference, { ...historyRange, [name]: count?.toString(), [`${name}Before`]: place });
  // A page that was read short has no room for more
  const inPlace = wanted + step <= most && entries.length === wanted;
  const href = inPlace ? from(wanted + step, before) : from(undefined, cursor ?? undefined);
  return {
    entries: entries.toReversed(),
    earlier: cursor === null ? null : { href, inPlace },
    newest: before === undefined ? null : from(undefined, undefined),
  };
}

/**
 * Returns the newest entries of a list, or those after a cursor, and the cursor of the next ones. Returns fewer if they
 * are long.
 */
async function readBack<T>(list: List<T>, wanted: number, from: string | undefined) {
  const entries: T[] = [];
  let cursor: string | null = from ?? null;
  let isShort: boolean;
  do {
    const limit = Math.min(LARGEST_PAGE, wanted - entries.length);
    const page = await list(cursor === null ? { limit } : { limit, cursor });
    entries.push(...parseJson(page.records));
    cursor = page.nextCursor;
    isShort = page.size < limit;
  } while (cursor !== null && !isShort && entries.length < wanted);
  return { entries, cursor };
}
