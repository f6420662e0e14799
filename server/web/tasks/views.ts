import { listPath, type ListQuery, viewPagePath } from "../../../views/paths.ts";
import { listWords } from "../../../views/saved_views/words.tsx";
import { searchOf } from "../../../views/tasks/list_search.ts";
import {
  newViewPath,
  saveViewPath,
  viewActionsPagePath,
  viewEditPagePath,
} from "../../../views/view_paths.ts";
import { viewActions } from "../saved_views/actions.ts";
import { viewDialogs } from "../saved_views/dialogs.tsx";
import type { ViewsOf } from "../saved_views/views_of.ts";
import { chipsOf, namingFor } from "./filter_chips.ts";
import { filtersOf, queryOf, searchIn } from "./list_query.ts";
import { listShown } from "./list_shown.ts";
import { savedQuery, viewFields } from "./view_query.ts";

/** Saved views of tasks. */
export const taskViews: ViewsOf<ListQuery> = {
  kind: "task",
  paths: {
    page: viewPagePath,
    edit: viewEditPagePath,
    actions: viewActionsPagePath,
    made: newViewPath,
  },
  asked: (url) => queryOf(searchIn(url)),
  async shown(at, url) {
    const { query, look, shown } = await listShown(at, searchIn(url));
    return {
      query,
      view: shown?.view ?? null,
      kept: (anew) => viewFields(query, anew ? look : undefined),
    };
  },
  known: (filters) => filtersOf(queryOf(new URLSearchParams(filters))),
  listPath,
  savePath: saveViewPath,
  searchOf,
  async inWords(at, views) {
    const lists = views.map(savedQuery);
    const naming = namingFor(at, lists);
    return await Promise.all(
      lists.map(async (list, n) => listWords(list, await chipsOf(at, list, views[n], naming))),
    );
  },
};

/** Actions on views of tasks. */
export const {
  archive: archiveView,
  editView,
  restore: restoreView,
  saveChanges,
  saveView,
  subscribe,
  undoChange,
  unsubscribe,
} = viewActions(taskViews);

/** Dialogs and menus of views of tasks. */
export const { editViewPage, newViewPage, viewActionsMenu } = viewDialogs(taskViews, {
  editView,
  saveView,
});
