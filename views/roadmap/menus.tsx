import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { ProjectStatusMark, projectStatusWords } from "../projects/marks.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";
import {
  type RoadmapFilter,
  roadmapFor,
  type RoadmapGrouping,
  roadmapGroupings,
  type RoadmapQuery,
  type RoadmapTrouble,
} from "../roadmap_paths.ts";

const groupingWords: Record<RoadmapGrouping, string> = {
  none: "No grouping",
  lead: "Lead",
  team: "Team",
  status: "Status",
  label: "Label",
};

/** Names of the filters by date, in menus and chips. */
export const troubleWords: Record<RoadmapTrouble, string> = {
  late: "Overdue",
  early: "Starts too early",
};

/** The menu of the chart's grouping. */
export function RoadmapDisplayMenu({ query }: { query: RoadmapQuery }) {
  return (
    <Menu
      name="Display"
      groups={[{
        name: "Group by",
        choices: roadmapGroupings.map((group) => ({
          name: groupingWords[group],
          chosen: group === query.group,
          href: roadmapFor({ ...query, group }),
          next: "#roadmap-display",
        })),
      }]}
    />
  );
}

/** The menu of the roadmap's filters: date problems, statuses, and the leads, teams, and labels of its projects. */
export function RoadmapFilterMenu(
  { query, projects }: { query: RoadmapQuery; projects: readonly RoadmapProject[] },
) {
  const narrow = (
    field: RoadmapFilter,
    value: string,
  ): Pick<Choice, "chosen" | "href" | "next"> => {
    const chosen = query[field] === value;
    return {
      chosen,
      href: roadmapFor({ ...query, [field]: chosen ? undefined : value }),
      next: "#roadmap-filter",
    };
  };
  const leads = distinct(projects.flatMap(({ lead }) => lead ?? []));
  const teams = distinct(projects.flatMap(({ teams }) => teams));
  const labels = distinct(projects.flatMap(({ labels }) => labels));
  return (
    <Menu
      name="Filter"
      groups={[
        {
          name: "Dates",
          choices: (Object.keys(troubleWords) as RoadmapTrouble[]).map((trouble) => ({
            name: troubleWords[trouble],
            ...narrow("only", trouble),
          })),
        },
        {
          name: "Status",
          choices: projectStatuses.map((status) => ({
            name: projectStatusWords[status],
            icon: <ProjectStatusMark status={status} />,
            ...narrow("status", status),
          })),
        },
        {
          name: "Lead",
          choices: leads.map((lead) => ({
            name: lead.name,
            icon: <Avatar person={lead} />,
            ...narrow("leadId", lead.id),
          })),
        },
        { name: "Team", choices: teams.map(({ id, name }) => ({ name, ...narrow("teamId", id) })) },
        {
          name: "Label",
          choices: labels.map(({ id, name }) => ({ name, ...narrow("label", id) })),
        },
      ].filter(({ choices }) => choices.length > 0)}
    />
  );
}

function distinct<T extends { id: string; name: string }>(all: readonly T[]): T[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
