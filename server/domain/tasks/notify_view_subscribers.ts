import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { notifySubscribersOfProgress } from "../projects/notify_view_subscribers.ts";
import { type Matching, notifySubscribers, type Write } from "../side_effects/view_updates.ts";
import { type ListedTask, listedTask } from "./filters/snapshot.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { taskMatches, taskMatchesFor, taskSight } from "./filters/match.ts";
import { withDays } from "./resolve_filters.ts";
import { TaskListing } from "./schema.ts";

/** Views keep days that are told from today as such: they are those of the moment at which is written. */
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

/** What a write made of a task. */
export interface TaskWrite {
  /** As it was; null where it is new. */
  before: StoredTask | null;
  /** As it is; one that was there before is read anew, since its labels may be others. */
  after: StoredTask;
  /** What one of its comments said before, where that is what was written. */
  said?: { id: string; body: string };
}

/**
 * Tells those who subscribed to views what one act's writes to tasks brought into them or completed there: the tasks
 * themselves, and the projects whose status follows from them. A view's entry stands beside whatever else they hear of
 * a task, because it counts.
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
