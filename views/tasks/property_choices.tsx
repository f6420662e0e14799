import type { TaskProperty } from "../paths.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import type { Choice } from "../ui/menu.tsx";
import { priorityOrder, priorityWords, statusOrder, statusWords } from "../ui/words.ts";
import type { PropertyMenuProps } from "./property_menu.tsx";
import { Unassigned } from "./row.tsx";

/** What each property's menu offers. */
export const choicesFor: Record<TaskProperty, (props: PropertyMenuProps) => Choice[]> = {
  status: ({ task }) =>
    statusOrder.map((status) => ({
      name: statusWords[status],
      icon: <StatusMark status={status} />,
      chosen: status === task.status,
      send: { name: "status", value: status },
    })),
  priority: ({ task }) =>
    priorityOrder.map((priority) => ({
      name: priorityWords[priority],
      icon: <PriorityMark priority={priority} />,
      chosen: priority === task.priority,
      send: { name: "priority", value: priority },
    })),
  assignee: assigneeChoices,
  labels: ({ task, options }) =>
    (options.labels ?? []).map((label) => ({
      name: label.name,
      icon: <span class="dot" data-color={label.color} aria-hidden="true"></span>,
      chosen: task.labels.some(({ id }) => id === label.id),
      send: { name: "toggleLabel", value: label.id },
    })),
  deadline: ({ task, options }) => [
    ...(options.dates ?? []).map(({ name, date, label }) => ({
      name,
      hint: label,
      chosen: task.deadlineAt === date,
      send: { name: "deadlineAt", value: date },
    })),
    ...(task.deadlineAt ? [clear("No deadline", "deadlineAt")] : []),
  ],
  project: ({ task, options }) => [
    ...(task.projectId ? [clear("No project", "projectId")] : []),
    ...(options.projects ?? []).map(({ id, key, name }) => ({
      name,
      icon: <Icon name="project" />,
      hint: key,
      chosen: id === task.projectId,
      send: { name: "projectId", value: id },
    })),
  ],
  milestone: ({ task, options }) => [
    ...(task.milestoneId ? [clear("No milestone", "milestoneId")] : []),
    ...(options.milestones ?? []).map(({ id, name }) => ({
      name,
      icon: <Icon name="milestone" />,
      chosen: id === task.milestoneId,
      send: { name: "milestoneId", value: id },
    })),
  ],
  parent: ({ task, options }) => [
    ...(task.parentId ? [clear("No parent", "parentId")] : []),
    ...(options.parents ?? []).map(({ id, reference, title }) => ({
      name: title,
      hint: reference,
      chosen: id === task.parentId,
      send: { name: "parentId", value: reference },
    })),
  ],
  team: ({ task, options }) =>
    (options.teams ?? []).map(({ id, key, name }) => ({
      name,
      icon: <span class="team-mark" aria-hidden="true">{key.slice(0, 2)}</span>,
      hint: key,
      chosen: id === task.teamId,
      send: { name: "teamId", value: id },
    })),
};

function assigneeChoices({ task, options, viewerId }: PropertyMenuProps): Choice[] {
  const first = (options.members ?? [])
    .toSorted((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId));
  return [
    {
      name: "Nobody",
      icon: <Unassigned />,
      chosen: task.assigneeId === null,
      send: { name: "assigneeId", value: "" },
    },
    ...first.map((member) => ({
      name: member.name,
      icon: <Avatar person={member} />,
      hint: member.id === viewerId ? "you" : member.kind === "agent" ? "agent" : undefined,
      chosen: member.id === task.assigneeId,
      send: { name: "assigneeId", value: member.id },
    })),
  ];
}

function clear(name: string, field: string): Choice {
  return { name, icon: <Icon name="close" />, send: { name: field, value: "" } };
}
