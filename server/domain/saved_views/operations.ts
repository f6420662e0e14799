import { archiveView, restoreView } from "./archive.ts";
import { createView } from "./create.ts";
import { knownFilters } from "./known_filters.ts";
import { findView, listViews } from "./list.ts";
import { listViewProjects } from "./projects.ts";
import { listSidebarViews } from "./sidebar.ts";
import { subscribeToView, unsubscribeFromView } from "./subscribe.ts";
import { listViewTasks } from "./tasks.ts";
import { undoView } from "./undo.ts";
import { updateView } from "./update.ts";

export const operations = [
  listViews,
  findView,
  createView,
  updateView,
  undoView,
  archiveView,
  restoreView,
  subscribeToView,
  unsubscribeFromView,
  listViewTasks,
  listViewProjects,
  knownFilters,
  listSidebarViews,
];
