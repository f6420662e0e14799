import { z } from "zod";
import { key, name, patchOf, prose } from "../fields.ts";
import { ProjectFilters, projectSorts } from "../projects/schema.ts";
import { TaskFilters, taskSorts } from "../tasks/schema.ts";

export const viewKinds = ["task", "project"] as const;
export const viewScopes = ["personal", "team", "project", "workspace"] as const;

const viewGroupings = [
  "status",
  "assignee",
  "priority",
  "label",
  "project",
  "lead",
  "none",
] as const;

const viewSortings = [...new Set([...taskSorts, ...projectSorts])] as const;

const fields = {
  name,
  description: prose(2_000).nullish(),
  layout: z.enum(["list", "board"], "Use list or board.").optional(),
  /** As the list's own query parameters spell them. */
  filters: z.record(z.string().max(40), z.string().max(2_000)).optional(),
  /** Which of them a view can have depends on its kind. */
  grouping: z.enum(viewGroupings, `Use one of ${viewGroupings.join(", ")}.`).optional(),
  /** Which of them a view can have depends on its kind. */
  sorting: z.enum(viewSortings, `Use one of ${viewSortings.join(", ")}.`).optional(),
};

/** `POST …/views`. */
export const ViewCreate = z.strictObject({
  ...fields,
  kind: z.enum(viewKinds, "Use task or project.").default("task"),
  scope: z.enum(viewScopes, `Use one of ${viewScopes.join(", ")}.`).default("personal"),
  teamId: key.optional(),
  projectId: key.optional(),
});
export type ViewCreate = z.output<typeof ViewCreate>;

/** `PATCH …/views/{viewId}`. What kind it is and whose it is stay as they were made. */
export const ViewPatch = patchOf({ ...fields, name: name.optional() });
export type ViewPatch = z.output<typeof ViewPatch>;

/** The filters of each kind of view, for checking. */
export const filtersOf = { task: TaskFilters, project: ProjectFilters };

/** A saved view as every door gives it. */
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
  layout: z.enum(["list", "board"]),
  filters: z.record(z.string(), z.string()),
  grouping: z.string(),
  sorting: z.string(),
  /** Whether the asking person is told of what comes into it. */
  subscribed: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  archivedAt: z.string().nullable(),
});
export type View = z.output<typeof View>;
