import { Icon } from "../../icons.tsx";
import { clear } from "./clear.tsx";
import type { Property } from "./property.ts";

export const milestone: Property = {
  name: "Milestone",
  field: "milestoneId",
  clearable: true,
  value: ({ task }) =>
    task.project && (
      <>
        <Icon name="milestone" />
        <span>{task.milestone?.name ?? "No milestone"}</span>
      </>
    ),
  choices: ({ task, options }) => [
    ...clear("No milestone", "milestoneId", task.milestoneId),
    ...(options.milestones ?? []).map(({ id, name }) => ({
      name,
      icon: <Icon name="milestone" />,
      chosen: id === task.milestoneId,
      send: { name: "milestoneId", value: id },
    })),
  ],
  nothing: ({ task }) =>
    task.project
      ? `${task.project.name} has no milestones yet.`
      : "Milestones belong to projects. Put the task into a project first.",
};
