import type { ProjectGrouping, ProjectSort } from "../../server/domain/projects/schema.ts";
import type { ProjectFilterField } from "../project_list_paths.ts";

/** What groups of projects are made by, as menus show it. */
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
  "-updatedAt": "Last changed",
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
};

/** The filters that take several values, of which a project has one. */
export const severalValues: readonly ProjectFilterField[] = ["status", "health", "priority"];
