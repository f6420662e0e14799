import { viewPagePath } from "../../../views/paths.ts";
import { projectViewPagePath } from "../../../views/project_paths.ts";
import { savedViewPath } from "../../../views/view_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { archiveView, restoreView } from "../../domain/saved_views/archive.ts";
import type { VersionedView } from "../../domain/saved_views/read.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { subscribeToView, unsubscribeFromView } from "../../domain/saved_views/subscribe.ts";
import { undoView } from "../../domain/saved_views/undo.ts";
import { type Action, action, type ActionMessage, unchanged } from "../action.ts";

/**
 * Creates the actions on a view as a whole, for its page and its menu.
 * @param path the pattern of the view's page
 * @param pathOf returns the path of a view's page by key
 */
export function viewStateActions(
  path: typeof viewPagePath | typeof projectViewPagePath,
  pathOf: (key: string) => string,
) {
  const onView = {
    path,
    changes: "page and sidebar",
    home: ({ viewKey }: { viewKey: string }) => pathOf(viewKey),
  } as const;

  /** Undoes the viewer's last change to a view. */
  const undoChange: Action = action({
    ...onView,
    button: "act=undo",
    form: {},
    does: (_form, at) => at.perform(undoView, { viewId: at.params.viewKey }),
    says: (view) => ({ text: `Undone: changes to ${nameOf(view)}` }),
  });

  const archive: Action = action({
    ...onView,
    button: "act=archive",
    form: {},
    does: (_form, at) => at.perform(archiveView, { viewId: at.params.viewKey }),
    says: (view, _form, { params }) => ({
      text: `${nameOf(view)} archived`,
      undo: { action: restore, path: pathOf(params.viewKey) },
    }),
  });

  const restore: Action = action({
    ...onView,
    button: "act=restore",
    form: {},
    does: (_form, at) => at.perform(restoreView, { viewId: at.params.viewKey }),
    says: (view, _form, { params }) => ({
      text: `${nameOf(view)} restored`,
      undo: { action: archive, path: pathOf(params.viewKey) },
    }),
  });

  const subscribe: Action = action({
    ...onView,
    button: "act=subscribe",
    changes: "page",
    form: {},
    does: (_form, at) => at.perform(subscribeToView, { viewId: at.params.viewKey }),
    says: (view, _form, { params }) => ({
      text: `Subscribed to ${nameOf(view)}`,
      undo: { action: unsubscribe, path: pathOf(params.viewKey) },
    }),
  });

  const unsubscribe: Action = action({
    ...onView,
    button: "act=unsubscribe",
    changes: "page",
    form: {},
    does: (_form, at) => at.perform(unsubscribeFromView, { viewId: at.params.viewKey }),
    says: (view, _form, { params }) => ({
      text: `Unsubscribed from ${nameOf(view)}`,
      undo: { action: subscribe, path: pathOf(params.viewKey) },
    }),
  });

  return { archive, restore, subscribe, unsubscribe, undoChange };
}

/** Returns the message for a saved view. @param undoChange the action that undoes the change */
export function describeSavedView(view: View, changed: boolean, undoChange: Action): ActionMessage {
  const { name } = view;
  if (!changed) return unchanged(name);
  return { text: `${name} saved`, undo: { action: undoChange, path: savedViewPath(view) } };
}

const nameOf = ({ json }: VersionedView) => parseJson(json).name;
