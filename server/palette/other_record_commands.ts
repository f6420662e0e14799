import type { Member } from "../domain/core/actor.ts";
import { Conflict } from "../domain/core/errors.ts";
import { within, type WriteContext } from "../domain/core/operation.ts";
import { archiveTask } from "../domain/tasks/archive.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { updateTaskRow } from "../domain/tasks/update.ts";
import type { Team } from "../domain/teams/schema.ts";
import type { View } from "../domain/saved_views/schema.ts";
import { subscribeToView, unsubscribeFromView } from "../domain/saved_views/subscribe.ts";
import { archiveView } from "../domain/saved_views/archive.ts";
import { pinning, type RecordCommand, type RecordCommands } from "./record_command.ts";
import { destinations } from "./destinations.ts";

/** The commands of drafts. Publishing a published task changes nothing, but discarding it would, so that is refused. */
export const draftCommands: RecordCommands<Task> = {
  "draft.publish": {
    takes: "nothing",
    run: (context, { id }) =>
      within(context, updateTaskRow, { taskId: id, patch: { draft: false } }),
    message: ({ reference }) => `${reference} published`,
  },
  "draft.discard": {
    takes: "nothing",
    run(context, { id, draft }) {
      if (draft) return within(context, archiveTask, { taskId: id });
      throw new Conflict("This task is already published.", {
        code: "not_a_draft",
        hint: "Only drafts can be discarded. Archive the task.",
      });
    },
    message: ({ reference }) => `Draft ${reference} discarded`,
    leads: destinations.drafts,
  },
};

/** A team's commands. */
export const teamCommands: RecordCommands<Team> = pinning<Team>("team", ({ name }) => name);

/** A saved view's commands. */
export const viewCommands: RecordCommands<View> = {
  "view.subscribe": viewCommand(
    subscribeToView,
    ({ name }) => `Subscribed to ${name}`,
  ),
  "view.unsubscribe": viewCommand(
    unsubscribeFromView,
    ({ name }) => `Unsubscribed from ${name}`,
  ),
  "view.archive": {
    ...viewCommand(archiveView, ({ name }) => `${name} archived`),
    leads: destinations.taskViews,
  },
  ...pinning<View>("view", ({ name }) => name),
};

function viewCommand(
  operation: typeof subscribeToView | typeof archiveView,
  message: RecordCommand<View>["message"],
): RecordCommand<View> {
  const run = (context: WriteContext<Member>, { id }: View) =>
    within(context, operation, { viewId: id });
  return { takes: "nothing", run, message };
}
