import { Invalid, invalidField } from "../core/errors.ts";
import { validationMessage } from "../core/validation_messages.ts";
import { projectGroupings, projectSorts } from "../projects/schema.ts";
import { type Scoped, scopedFilters } from "../side_effects/scoped_filters.ts";
import { requireOneTeam } from "../tasks/order.ts";
import { taskGroupings, taskSorts } from "../tasks/schema.ts";
import { type View, viewFilters, type ViewPatch } from "./schema.ts";

/** The groupings and orders of each kind of list. */
const lists: Record<View["kind"], { groupings: readonly string[]; sortings: readonly string[] }> = {
  task: { groupings: taskGroupings, sortings: taskSorts },
  project: { groupings: projectGroupings, sortings: projectSorts },
};

type Shown = Pick<
  ViewPatch,
  "filters" | "grouping" | "subgrouping" | "sorting" | "subTasks" | "hidden" | "density"
>;

/** Display options of project lists with a single value. */
const tasksAlone = { subgrouping: "none", subTasks: "beside", hidden: "", density: "comfortable" };

/**
 * Checks that a view of this kind can have a display and filters.
 * @throws Invalid for groupings, orders, and display options that its list doesn't have, and for each unknown filter
 */
export function requireShowable(kind: View["kind"], shown: Shown): void {
  const { filters, grouping, sorting } = shown;
  const { groupings, sortings } = lists[kind];
  const what = `A view of ${kind}s`;
  if (grouping !== undefined && !groupings.includes(grouping)) {
    throw invalidField("grouping", `Use one of ${groupings.join(", ")} to group ${what}.`);
  }
  if (sorting !== undefined && !sortings.includes(sorting)) {
    throw invalidField("sorting", `Use one of ${sortings.join(", ")} to sort ${what}.`);
  }
  if (kind === "project") {
    for (const [field, usual] of Object.entries(tasksAlone)) {
      const asked = shown[field as keyof typeof tasksAlone];
      if (asked === undefined || String(asked) === usual) continue;
      throw invalidField(field, "Use this display option only for views of tasks.");
    }
  }
  const checked = viewFilters[kind].safeParse(filters ?? {}, { error: validationMessage });
  if (checked.success) return;
  throw new Invalid(checked.error.issues.map((issue) => ({
    path: ["filters", ...issue.path.map(String)],
    message: issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => `There is no filter ${key}.`).join(" ")
      : issue.message,
  })));
}

/** Checks that a view in manual order belongs to one team. @throws Invalid */
export function requireTeamOfOrder(sorting: string | undefined, view: Scoped): void {
  requireOneTeam(sorting, scopedFilters(view).teamId?.split(","), "sorting");
}
