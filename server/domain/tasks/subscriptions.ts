import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { notifySubscribersOfProgress } from "../projects/subscriptions.ts";
import { type Matching, notifySubscribers } from "../reactions/saved_views.ts";
import { type ListedTask, listedTask } from "./filters/snapshot.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { taskMatches, taskMatchesFor, taskSight } from "./filters/match.ts";
import { TaskListing } from "./schema.ts";

const tasks: Matching<TaskListing, ListedTask> = {
  kind: "task",
  listing: TaskListing,
  matches: taskMatches,
  matchesFor: taskMatchesFor,
  sight: taskSight,
  teamIds: ({ team_id, parentTeamId, project }) => [
    team_id,
    ...(parentTeamId ? [parentTeamId] : []),
    ...(project?.teamIds ?? []),
  ],
};

/**
 * Tells those who subscribed to views what a write to a task brought into them: the task itself, and the projects
 * whose status follows from it. A view's entry stands beside whatever else they hear of the task, because it counts what
 * came in.
 * @param before as it was; null where it is new
 * @param after as it is; what it is labelled is read anew
 * @param said what one of its comments said before, where that is what was written
 */
export async function notifySubscribersOfTask(
  context: WriteContext<Member>,
  before: StoredTask | null,
  after: StoredTask,
  said?: { id: string; body: string },
): Promise<void> {
  await notifySubscribers(context, tasks, after.id, async (listings) => {
    const withText = listings.some((listing) => listing.q !== undefined);
    return {
      before: before && await listedTask(context, before, withText, said),
      after: await listedTask(context, await locateTask(context, after.id), withText),
    };
  });
  const moved = before?.status !== after.status || before.project_id !== after.project_id ||
    before.draft !== after.draft || before.archived_at !== after.archived_at;
  if (moved) {
    await notifySubscribersOfProgress(context, [before?.project_id, after.project_id]);
  }
}
