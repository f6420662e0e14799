import type { Undo } from "../activity/write.ts";
import type { View } from "./schema.ts";
import type { ScopeColumns } from "./scope.ts";
import type { LocatedView } from "./locate.ts";

/** The changeable values of a view. */
export type ViewState = Pick<View, (typeof changeable)[number]>;

const changeable = [
  "scope",
  "teamId",
  "projectId",
  "name",
  "description",
  "layout",
  "filters",
  "grouping",
  "subgrouping",
  "sorting",
  "subTasks",
  "hidden",
  "density",
] as const;

/** A view whose columns might have new values. */
type Changing =
  & Omit<LocatedView, "filters" | "hidden">
  & { filters: LocatedView["filters"] | string; hidden: LocatedView["hidden"] | string }
  & Partial<ScopeColumns & { sub_tasks: View["subTasks"] }>;

/** Returns a view's new values, as in a patch. */
export function stateOf(view: Changing): ViewState {
  const { filters, hidden, sub_tasks: subTasks = view.subTasks } = view;
  const { team_id: teamId = view.teamId, project_id: projectId = view.projectId } = view;
  const state = {
    ...view,
    teamId,
    projectId,
    subTasks,
    filters: typeof filters === "string" ? JSON.parse(filters) as View["filters"] : filters,
    hidden: typeof hidden === "string" ? JSON.parse(hidden) as View["hidden"] : hidden,
  };
  return Object.fromEntries(changeable.map((field) => [field, state[field]])) as ViewState;
}

/** Returns the undo values of a change to a view. */
export function undoOfView(before: Changing, after: Changing): Undo {
  const [was, became] = [stateOf(before), stateOf(after)];
  const changed = changeable.filter((field) =>
    JSON.stringify(was[field]) !== JSON.stringify(became[field])
  );
  return Object.fromEntries(changed.map((field) => [field, [was[field], became[field]]]));
}
