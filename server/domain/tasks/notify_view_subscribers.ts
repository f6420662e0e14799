import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { notifySubscribersOfProgress } from "../projects/notify_view_subscribers.ts";
import { type Matching, notifySubscribers, type Write } from "../side_effects/view_updates.ts";
import { type ListedTask, listedTask } from "./filters/snapshot.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { taskMatches, taskMatchesFor, taskSight } from "./filters/match.ts";
import { withDays } from "./resolve_filters.ts";
import { TaskListing } from "./schema.ts";

/** Views store relative days, which are evaluated at the time of the write. */
const tasksAt = (now: Date, timeZone: string): Matching<TaskListing, ListedTask> => ({
  kind: "task",
  listing: TaskListing,
  matches: (listing, task) => taskMatches(withDays(listing, now, timeZone), task),
  matchesFor: taskMatchesFor,
  sight: taskSight,
  teamIds: ({ team_id, parentTeamId, project }) => [
    team_id,
    ...(parentTeamId ? [parentTeamId] : []),
    ...(project?.teamIds ?? []),
  ],
  isSeenBy: ({ team_id }, { hiddenTeamIds }) => !hiddenTeamIds.includes(team_id),
  isCompleted: ({ status, draft }) => status === "completed" && draft === 0,
});

/** A write to a task. */
export interface TaskWrite {
  /** The task before the write; null for a new task. */
  before: StoredTask | null;
  /** The task after the write. An existing one is reread, because its labels might have changed. */
  after: StoredTask;
  /** The former text of a written comment. */
  said?: { id: string; body: string };
}

/**
 * Notifies view subscribers about tasks that one act brought into their views or completed there, and about projects
 * whose status changed with the tasks. A view's entry is separate from the task's, because it counts.
 */
export async function notifySubscribersOfTasks(
  context: WriteContext<Member>,
  writes: TaskWrite[],
): Promise<void> {
  const tasks = tasksAt(context.now, context.actor.workspace.timeZone);
  await notifySubscribers(context, tasks, async (listings) => {
    const withText = listings.some((listing) => listing.q !== undefined);
    const read: Write<ListedTask>[] = [];
    for (const write of writes) read.push(await listedWrite(context, write, withText));
    return read;
  });
  const moved = writes.filter(({ before, after }) =>
    before?.status !== after.status || before.project_id !== after.project_id ||
    before.draft !== after.draft || before.archived_at !== after.archived_at
  );
  const projectIds = moved.flatMap(({ before, after }) => [before?.project_id, after.project_id]);
  await notifySubscribersOfProgress(context, projectIds);
}

async function listedWrite(
  context: WriteContext<Member>,
  { before, after, said }: TaskWrite,
  withText: boolean,
): Promise<Write<ListedTask>> {
  const stored = before ? await locateTask(context, after.id) : after;
  return {
    before: before && await listedTask(context, before, withText, said),
    after: await listedTask(context, stored, withText),
  };
}
