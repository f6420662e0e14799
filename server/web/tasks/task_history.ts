import type { Member } from "../../domain/core/actor.ts";
import { type HistoryRange, taskPath } from "../../../views/paths.ts";
import type { ApprovalTexts, Stretch, TaskHistory } from "../../../views/tasks/timeline.tsx";
import { listTaskApprovals } from "../../domain/approvals/list.ts";
import { listComments } from "../../domain/comments/list.ts";
import type { ListPage, PageRequest } from "../../domain/core/page.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import { listTaskActivity } from "../../domain/tasks/list_activity.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { TaskDetail } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";

/** The number of entries per step, as in a task's record, and the maximum on a page. */
const steps = {
  comments: { step: 100, most: 500 },
  history: { step: 200, most: 1_000 },
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
 * Returns the requests and comments of closed approvals in the activity. Reads nothing if there are none. Open requests
 * are shown above the activity.
 */
export async function readApprovals(
  { askAll }: PageContext<Member>,
  { id: taskId, approvals: open }: TaskDetail,
  { history }: TaskHistory,
): Promise<ApprovalTexts> {
  const isOpen = new Set(open.map(({ id }) => id));
  const told = history.entries.some(({ kind, data }) =>
    ["task.approved", "task.declined"].includes(kind) ||
    kind === "task.approval_requested" && !isOpen.has(Object(Object(data).to).id)
  );
  if (!told) return {};
  const approvals = await askAll(listTaskApprovals, { taskId });
  return Object.fromEntries(
    approvals.map(({ id, body, comment, closedAt }) => [
      id,
      { asked: closedAt === null ? null : body, said: comment },
    ]),
  );
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
  const inPlace = wanted + step <= most;
  const href = inPlace ? from(wanted + step, before) : from(undefined, cursor ?? undefined);
  return {
    entries: entries.toReversed(),
    earlier: cursor === null ? null : { href, inPlace },
    newest: before === undefined ? null : from(undefined, undefined),
  };
}

/** Returns the newest entries of a list, or those after a cursor, and the cursor of the next ones. */
async function readBack<T>(list: List<T>, wanted: number, from: string | undefined) {
  const entries: T[] = [];
  let cursor: string | null = from ?? null;
  do {
    const limit = Math.min(LARGEST_PAGE, wanted - entries.length);
    const page = await list(cursor === null ? { limit } : { limit, cursor });
    entries.push(...parseJson(page.records));
    cursor = page.nextCursor;
  } while (cursor !== null && entries.length < wanted);
  return { entries, cursor };
}
