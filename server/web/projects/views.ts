import {
  projectListPath,
  type ProjectQuery,
  projectSearchOf,
} from "../../../views/project_list_paths.ts";
import { projectViewPagePath } from "../../../views/project_paths.ts";
import { projectListWords } from "../../../views/projects/list_words.ts";
import {
  newProjectViewPath,
  projectViewActionsPagePath,
  projectViewEditPagePath,
  saveProjectViewPath,
} from "../../../views/view_paths.ts";
import { viewActions } from "../saved_views/actions.ts";
import { viewDialogs } from "../saved_views/dialogs.tsx";
import { listNamed, type ViewsOf } from "../saved_views/views_of.ts";
import { projectFiltersIn, projectQueryOf } from "./list_query.ts";
import { projectChipsOf } from "./listing.ts";
import { projectViewFields, projectViewShown, savedProjectQuery } from "./view_query.ts";

/** Saved views of projects. */
export const projectViews: ViewsOf<ProjectQuery> = {
  kind: "project",
  paths: {
    page: projectViewPagePath,
    edit: projectViewEditPagePath,
    actions: projectViewActionsPagePath,
    made: newProjectViewPath,
  },
  asked: projectQueryOf,
  async shown(at, url) {
    const asked = projectQueryOf(url);
    const { query, view } = asked.view
      ? await projectViewShown(at, asked)
      : { query: asked, view: null };
    return { query, view, kept: () => projectViewFields(query) };
  },
  known: (filters) =>
    projectFiltersIn(projectQueryOf(listNamed(String(new URLSearchParams(filters))))),
  listPath: projectListPath,
  savePath: saveProjectViewPath,
  searchOf: projectSearchOf,
  inWords: (at, views) =>
    Promise.all(
      views.map(savedProjectQuery).map(async (query) =>
        projectListWords(query, await projectChipsOf(at, query))
      ),
    ),
};

/** Actions on views of projects. */
export const {
  archive: archiveProjectView,
  editView: editProjectView,
  restore: restoreProjectView,
  saveChanges: saveProjectViewChanges,
  saveView: saveProjectView,
  subscribe: subscribeToProjectView,
  undoChange: undoProjectViewChange,
  unsubscribe: unsubscribeFromProjectView,
} = viewActions(projectViews);

/** Dialogs and menus of views of projects. */
export const {
  editViewPage: editProjectViewPage,
  newViewPage: newProjectViewPage,
  viewActionsMenu: projectViewActionsMenu,
} = viewDialogs(projectViews, { editView: editProjectView, saveView: saveProjectView });
