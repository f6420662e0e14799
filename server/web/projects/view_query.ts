import type { ProjectQuery } from "../../../views/project_list_paths.ts";
import { projectViewPath } from "../../../views/project_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findView } from "../../domain/saved_views/list.ts";
import { sameFilters } from "../../domain/saved_views/resolve_filters.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { scopedFilters } from "../../domain/side_effects/scoped_filters.ts";
import type { PageContext } from "../context.ts";
import { projectFiltersIn, projectQueryOf } from "./list_query.ts";

/** A saved view of projects as shown. */
export interface ProjectViewShown {
  view: View;
  query: ProjectQuery;
  /** Whether the viewer changed the view without saving. */
  edited: boolean;
  /** Whether someone saved the view after the viewer's first change. */
  stale: boolean;
  /** The view's short URL, if the requested URL adds nothing. */
  address: string | null;
}

/** Returns the query of a saved view. */
export function savedProjectQuery(view: View): ProjectQuery {
  const { key, version, layout, grouping, sorting } = view;
  const told = { ...scopedFilters(view), layout, group: grouping, sort: sorting };
  const query = { ...told, view: key, since: String(version) };
  return omitDefaultDisplay(
    projectQueryOf(new URL(`?${new URLSearchParams(query)}`, "http://list")),
  );
}

/** Returns a query without display options that have their default value. */
function omitDefaultDisplay(query: ProjectQuery): ProjectQuery {
  return {
    ...query,
    group: query.group === "status" ? undefined : query.group,
    sort: query.sort === "-createdAt" ? undefined : query.sort,
  };
}

/**
 * Reads the view of a URL, which has all options of a changed view, or none of a saved one.
 * @throws NotFound if the view doesn't exist or isn't a view of projects
 */
export async function projectViewShown(
  at: PageContext<Member>,
  asked: ProjectQuery,
): Promise<ProjectViewShown> {
  const { view: key = "", since } = asked;
  const view = parseJson((await at.askOnce(findView, { viewId: key })).json);
  if (view.kind !== "project") throw new NotFound(`Project view ${key} not found.`);
  const saved = savedProjectQuery(view);
  const query = since
    ? { ...omitDefaultDisplay(asked), view: view.key }
    : { ...saved, rows: asked.rows };
  const edited = !showsAsSaved(saved, query);
  const address = edited || !since ? null : projectViewPath(view.key);
  return { view, query, edited, stale: edited && Number(since) < view.version, address };
}

function showsAsSaved(saved: ProjectQuery, query: ProjectQuery): boolean {
  return saved.layout === query.layout && saved.group === query.group &&
    saved.sort === query.sort &&
    sameFilters("project", projectFiltersIn(saved), projectFiltersIn(query));
}

/** Returns the fields that a view saves of a list. */
export function projectViewFields(query: ProjectQuery) {
  return {
    layout: query.layout ?? "list",
    filters: projectFiltersIn(query),
    grouping: query.group ?? "status",
    sorting: query.sort ?? "-createdAt",
  };
}
