import { savedViewPath } from "../../../views/view_paths.ts";
import { commandPath } from "../../../views/paths.ts";
import { runCommand } from "../../palette/run.ts";
import type { Ran } from "../../palette/schema.ts";
import type { Member } from "../../domain/core/actor.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { describeAddedFavorite, describeRemovedFavorite, pinned } from "../favorites/actions.ts";
import { filled, text } from "../forms.ts";
import { doneTo } from "../projects/undo.ts";
import { restoreProjectView } from "../projects/views.ts";
import { done } from "../tasks/undo.ts";
import { restoreView } from "../tasks/views.ts";

/** Commands that undo commands without activity. */
const opposites: Readonly<Record<string, string>> = {
  "task.follow": "task.unfollow",
  "task.unfollow": "task.follow",
  "view.subscribe": "view.unsubscribe",
  "view.unsubscribe": "view.subscribe",
};

/** Runs a command of the palette. */
export const runFromPalette: Action = action({
  path: commandPath,
  button: "act=run",
  form: { command: text, record: filled, value: filled },
  changes: "page and sidebar",
  async does(asked, at) {
    const favorite = favoriteOf(asked);
    const before = favorite && await pinned(at, favorite);
    const ran = await at.perform(runCommand, asked);
    return { ran, favorite, before, after: favorite && await pinned(at, favorite) };
  },
  says({ ran, favorite, before, after }, asked, at) {
    if (favorite) {
      return after
        ? describeAddedFavorite(after, favorite)
        : describeRemovedFavorite(before, favorite);
    }
    const opposite = opposites[asked.command];
    if (opposite) return { text: ran.message, undo: runs(opposite, asked.record) };
    return saysRan(ran, asked.command, at);
  },
  home: () => commandPath,
});

function saysRan(ran: Ran, command: string, at: ActionContext<Member>): ActionMessage {
  const { message, href, task, project, view } = ran;
  if (command === "view.archive" && view) {
    const restore = view.kind === "task" ? restoreView : restoreProjectView;
    return { text: message, undo: { action: restore, path: savedViewPath(view) } };
  }
  const link = { href, name: "Open" };
  if (task && !task.archivedAt) return { ...done(message, at), link };
  if (task) return done(message, at);
  return project ? { ...doneTo(project.id, message, at), link } : { text: message };
}

const runs = (command: string, record = ""): Undo => ({
  action: runFromPalette,
  path: commandPath,
  along: { command, record },
});

/** Returns the favorite that a command adds or removes. */
function favoriteOf({ command, record = "" }: { command: string; record?: string | undefined }) {
  const [, kind] = /^(\w+)\.(?:un)?favorite$/.exec(command) ?? [];
  return kind ? { kind, id: record } : null;
}
