import type { ProjectGrouping, ProjectSort } from "../../server/domain/projects/schema.ts";
import type { ProjectFilterField, ProjectQuery } from "../project_list_paths.ts";
import type { ProjectChip } from "./filter_bar.tsx";

/** Names of the groupings of projects. */
export const projectGroupingWords: Record<ProjectGrouping, string> = {
  status: "Status",
  lead: "Lead",
  health: "Health",
  priority: "Priority",
  label: "Label",
  none: "No grouping",
};

export const projectSortWords: Record<ProjectSort, string> = {
  "-createdAt": "Newest first",
  createdAt: "Oldest first",
  "-updatedAt": "Recently updated",
  name: "Name",
  "-priority": "Most urgent first",
  targetDate: "Target date",
};

export const projectFilterWords: Record<ProjectFilterField, string> = {
  status: "Status",
  health: "Health",
  priority: "Priority",
  leadId: "Lead",
  memberId: "Member",
  teamId: "Team",
  label: "Label",
  archived: "Archived",
};

/** Filters that accept several values. */
export const severalValues: readonly ProjectFilterField[] = ["status", "health", "priority"];

/** Describes a filter's comparison: "Status is any of". */
export function comparisonWords({ field, names }: ProjectChip): string {
  return `${projectFilterWords[field]} ${names.length > 1 ? "is any of" : "is"}`;
}

/** Describes a list of projects: "List by status, name: Health is At risk". */
export function projectListWords(query: ProjectQuery, chips: readonly ProjectChip[]): string {
  const { group = "status", sort, q } = query;
  const by = projectGroupingWords[group as ProjectGrouping].toLowerCase();
  const order = sort ? `, ${projectSortWords[sort as ProjectSort].toLowerCase()}` : "";
  const narrowed = [
    ...(q ? [`“${q}”`] : []),
    ...chips.map((chip) => `${comparisonWords(chip)} ${chip.names.join(", ")}`),
  ];
  const what = query.layout === "board"
    ? `Board by status${order}`
    : `List${group === "none" ? "" : ` by ${by}`}${order}`;
  return narrowed.length > 0 ? `${what}: ${narrowed.join("; ")}` : `${what}: all projects`;
}
