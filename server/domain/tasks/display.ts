import { z } from "zod";
import { taskGroupings } from "./schema.ts";

/** Parts of a task's row besides its title and status. */
export const rowParts = [
  "priority",
  "reference",
  "project",
  "labels",
  "deadline",
  "assignee",
] as const;
export type RowPart = (typeof rowParts)[number];

export const layouts = ["list", "board"] as const;
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Placements of sub-tasks in a list. */
export const subTaskPlaces = ["beside", "below"] as const;
export type SubTaskPlace = (typeof subTaskPlaces)[number];

/** Closed tasks in a list: all, those of the last days, or none. */
export const closedShown = ["all", "-7d", "-30d", "none"] as const;
export type ClosedShown = (typeof closedShown)[number];

/** The display options of a task list. */
export const displayFields = {
  layout: z.enum(layouts, "Use list or board."),
  subgrouping: z.enum(taskGroupings, `Use one of ${taskGroupings.join(", ")}.`)
    .describe("Field that groups the tasks within each group of a list."),
  subTasks: z.enum(subTaskPlaces, "Use beside or below.").describe(
    "Placement of sub-tasks: `beside` other tasks, or `below` their parent tasks if those are shown.",
  ),
  hidden: z.array(z.enum(rowParts, `Choose from ${rowParts.join(", ")}.`)).max(20)
    .describe("Row parts to hide."),
  density: z.enum(densities, "Use comfortable or compact.").describe("Row density."),
};

/** Parts of rows, each once, in their order. */
export function partsInOrder(parts: readonly RowPart[]): RowPart[] {
  return rowParts.filter((part) => parts.includes(part));
}
