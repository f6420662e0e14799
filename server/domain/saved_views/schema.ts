import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { name, patchOf, prose, unbroken } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { ProjectFilters, projectGroupings, projectSorts } from "../projects/schema.ts";
import { displayFields } from "../tasks/display.ts";
import { TaskFilters } from "../tasks/filters/schema.ts";
import { taskGroupings, taskSorts } from "../tasks/schema.ts";

export const viewKinds = ["task", "project"] as const;
export const viewScopes = ["personal", "team", "project", "workspace"] as const;

const groupings = [...taskGroupings, ...projectGroupings].filter((one) => one !== "none");
const viewGroupings = [...new Set(groupings), "none"] as const;

const viewSortings = [...new Set([...taskSorts, ...projectSorts])] as const;

/** A view's filters, by name. */
export const filterTexts = z.record(
  z.string().max(40).superRefine(unbroken),
  z.string().max(2_000).superRefine(unbroken),
);

const fields = {
  name,
  description: prose(2_000).nullish().describe(
    "Description of at most 2,000 characters, or `null` for none.",
  ),
  layout: displayFields.layout.optional().describe("Layout of the tasks or projects."),
  filters: filterTexts.optional()
    .describe("Filters, as names and values of the list's query parameters."),
  grouping: z.enum(viewGroupings, `Use one of ${viewGroupings.join(", ")}.`).optional()
    .describe("Field that groups the list. Accepted values depend on the view's kind."),
  subgrouping: displayFields.subgrouping.optional(),
  sorting: z.enum(viewSortings, `Use one of ${viewSortings.join(", ")}.`).optional()
    .describe(
      "Sort order. Prefix `-` for newest or highest first. Accepted values depend on the view's kind.",
    ),
  subTasks: displayFields.subTasks.optional(),
  hidden: displayFields.hidden.optional(),
  density: displayFields.density.optional(),
};

const scope = z.enum(viewScopes, `Use one of ${viewScopes.join(", ")}.`);
const scopeFields = {
  scope: scope.optional().describe("Scope of the view."),
  teamId: keys.team.nullish().describe(
    "Team of the view, by ID or key, if the scope is `team`. Otherwise `null`.",
  ),
  projectId: keys.project.nullish()
    .describe("Project of the view, by ID or key, if the scope is `project`. Otherwise `null`."),
};

/** `POST …/views`. */
export const ViewCreate = z.strictObject({
  ...fields,
  ...scopeFields,
  kind: z.enum(viewKinds, "Use task or project.").default("task").describe(
    "Kind of records in the view.",
  ),
  scope: scope.default("personal").describe("Scope of the view."),
});
export type ViewCreate = z.output<typeof ViewCreate>;

/** `PATCH …/views/{viewId}`. The kind can't be changed. A patch with a team or project sets that scope. */
export const ViewPatch = patchOf({ ...fields, ...scopeFields, name: name.optional() });
export type ViewPatch = z.output<typeof ViewPatch>;

/** The filters of each kind of view, for checking. */
export const viewFilters = { task: TaskFilters, project: ProjectFilters };

/** A saved view as every interface returns it. */
export const View = z.strictObject({
  id: z.string(),
  key: z.string(),
  kind: z.enum(viewKinds),
  scope: z.enum(viewScopes),
  teamId: z.string().nullable(),
  projectId: z.string().nullable(),
  ownerId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  layout: displayFields.layout,
  filters: z.record(z.string(), z.string()),
  grouping: z.string(),
  subgrouping: z.string(),
  sorting: z.string(),
  subTasks: displayFields.subTasks,
  hidden: displayFields.hidden,
  density: displayFields.density,
  /** Whether the reader is subscribed. */
  subscribed: z.boolean(),
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type View = z.output<typeof View>;
