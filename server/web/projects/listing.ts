import { projectFilterFields, type ProjectQuery } from "../../../views/project_list_paths.ts";
import type { ProjectChip } from "../../../views/projects/filter_bar.tsx";
import type { ProjectListProps } from "../../../views/projects/list.tsx";
import { healthWords, projectStatusWords } from "../../../views/projects/marks.tsx";
import { priorityWords } from "../../../views/ui/words.ts";
import { isManager, type Member } from "../../domain/core/actor.ts";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { groupProjects } from "../../domain/projects/group.ts";
import { membersNamed } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";
import { shownGrouping, shownGroups, shownOf } from "./list_groups.ts";
import { invalidFiltersIn } from "../invalid_filters.ts";
import { managersToAsk } from "../whom_to_ask.ts";
import { foldedProjects } from "./folded.ts";
import { isProjectField, projectFiltersOf } from "./list_query.ts";

/**
 * Reads everything that a project list shows except its title.
 * @param besides filters that the list doesn't show
 */
export async function readProjectListing(
  at: PageContext<Member>,
  query: ProjectQuery,
  besides: Readonly<Record<string, string>> = {},
): Promise<Omit<ProjectListProps, "title">> {
  const [chips, folded, read] = await Promise.all([
    projectChipsOf(at, query),
    foldedProjects(at, query),
    groupsIn(at, query, besides),
  ]);
  const { groups, total, invalid } = read;
  return {
    query,
    chips,
    groups: shownGroups(groups, query),
    folded,
    total: invalid ? null : total,
    invalid,
    mayMake: isManager(at.viewer),
    managers: await managersToAsk(at),
    clock: pageClockOf(at),
  };
}

/** Reads the matching projects in groups, or why filters are invalid. */
async function groupsIn(
  at: PageContext<Member>,
  query: ProjectQuery,
  besides: Readonly<Record<string, string>>,
) {
  try {
    const found = await at.askOnce(groupProjects, {
      ...besides,
      ...projectFiltersOf(query, at.viewer.profile.id),
      ...(query.sort ? { sort: query.sort } : {}),
      group: shownGrouping(query),
      shown: shownOf(query),
    });
    return { ...found, invalid: null };
  } catch (error) {
    return { groups: [], total: 0, invalid: invalidFiltersIn(error, isProjectField) };
  }
}

/** Returns the active filters with the names of their values. */
export async function projectChipsOf(
  at: PageContext<Member>,
  query: ProjectQuery,
): Promise<ProjectChip[]> {
  const { teamId, label } = query;
  const people = [query.leadId, query.memberId].flatMap((one) =>
    one && one !== "me" && one !== "none" ? one : []
  );
  const [members, teams, labels] = await Promise.all([
    membersNamed(at, people),
    teamId ? at.teams() : [],
    label ? at.askAll(listProjectLabels, { includeArchived: "true" }) : [],
  ]);
  const nameOf = (field: ProjectChip["field"], value: string): string | undefined => {
    switch (field) {
      case "status":
        return entryOf(projectStatusWords, value);
      case "health":
        return value === "none" ? "No update" : entryOf(healthWords, value);
      case "priority":
        return entryOf(priorityWords, value);
      case "leadId":
      case "memberId":
        if (value === "me") return "Me";
        if (value === "none") return "No lead";
        return members.find(({ id, username }) => id === value || username === value)?.name;
      case "teamId":
        return teams.find(({ id, key }) => id === value || key === value.toUpperCase())?.name;
      case "archived":
        return value === "true" ? "Yes" : undefined;
      case "label":
        return labels.find(({ id, name }) => id === value || name === value)?.name;
    }
  };
  return projectFilterFields.flatMap((field) => {
    const value = query[field];
    if (!value) return [];
    return { field, names: value.split(",").map((word) => nameOf(field, word) ?? word) };
  });
}

function entryOf(words: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
