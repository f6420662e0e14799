import type { TaskStatus } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { listPath, type ListQuery } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";
import {
  groupings,
  groupingWords,
  priorityOrder,
  priorityWords,
  sortOrder,
  sortWords,
  statusOrder,
  statusWords,
} from "../ui/words.ts";
import { Unassigned } from "./row.tsx";
import { fitsGroups, shownGrouping } from "./shown.ts";

interface FilterMenuProps {
  query: ListQuery;
  members: readonly { id: string; name: string; kind: "human" | "agent" }[];
  labels: readonly { id: string; name: string; color: string }[];
  teams: readonly { id: string; key: string; name: string }[];
  projects: readonly { id: string; name: string }[];
}

/** Every filter as a link to the list that has it, or no longer has it. */
export function FilterMenu({ query, members, labels, teams, projects }: FilterMenuProps) {
  const only = (field: keyof ListQuery, value: string) => ({
    chosen: query[field] === value,
    href: listPath({ ...query, [field]: query[field] === value ? undefined : value }),
  });
  return (
    <Menu
      name="Filter"
      groups={[
        { name: "Status", choices: statusOrder.map((status) => statusChoice(query, status)) },
        {
          name: "Priority",
          choices: priorityOrder.map((priority) => ({
            name: priorityWords[priority],
            icon: <PriorityMark priority={priority} />,
            ...several(query, "priority", priority),
          })),
        },
        {
          name: "Assignee",
          choices: [
            { name: "Nobody", icon: <Unassigned />, ...only("assigneeId", "none") },
            ...members.map((member) => ({
              name: member.name,
              icon: <Avatar person={member} />,
              ...only("assigneeId", member.id),
            })),
          ],
        },
        {
          name: "Project",
          choices: [
            { name: "No project", icon: <Icon name="project" />, ...only("projectId", "none") },
            ...projects.map((project) => ({
              name: project.name,
              icon: <Icon name="project" />,
              ...only("projectId", project.id),
            })),
          ],
        },
        {
          name: "Label",
          choices: [
            { name: "No label", icon: <Icon name="tag" />, ...only("label", "none") },
            ...labels.map((label) => ({
              name: label.name,
              icon: <span class="dot" data-color={label.color}></span>,
              ...only("label", label.id),
            })),
          ],
        },
        {
          name: "Team",
          choices: teams.map((team) => ({
            name: team.name,
            icon: <span class="team-mark" aria-hidden="true">{team.key.slice(0, 2)}</span>,
            ...only("teamId", team.id),
          })),
        },
      ].filter((group) => group.choices.length > 0)}
    />
  );
}

function statusChoice(query: ListQuery, status: TaskStatus): Choice {
  return {
    name: statusWords[status],
    icon: <StatusMark status={status} />,
    ...several(query, "status", status),
  };
}

/** A value of a filter that takes several, separated by commas. */
function several(query: ListQuery, field: "status" | "priority", value: string) {
  const now = query[field]?.split(",") ?? [];
  const chosen = now.includes(value);
  const next = chosen ? now.filter((other) => other !== value) : [...now, value];
  return { chosen, href: listPath({ ...query, [field]: next.join(",") || undefined }) };
}

/** How a list is grouped and sorted. What groups don't keep takes them away, and says so. */
export function DisplayMenu({ query }: { query: ListQuery }) {
  const { sort, q } = query;
  const group = shownGrouping(query);
  return (
    <Menu
      name="Display"
      groups={[
        {
          name: q ? "Group by, once the text filter is cleared" : "Group by",
          choices: groupings.map((word) => ({
            name: groupingWords[word],
            chosen: word === (q ? query.group ?? "status" : group),
            href: listPath({
              ...query,
              group: word,
              sort: word === "none" || fitsGroups(sort) ? sort : undefined,
            }),
          })),
        },
        {
          name: "Sort",
          choices: sortOrder.map((word) => ({
            name: sortWords[word],
            hint: fitsGroups(word) || group === "none" ? undefined : "no groups",
            chosen: word === (sort ?? "-createdAt"),
            href: listPath({
              ...query,
              group: q || fitsGroups(word) ? query.group : "none",
              sort: word,
            }),
          })),
        },
      ]}
    />
  );
}
