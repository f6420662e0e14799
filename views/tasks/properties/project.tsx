import { Icon } from "../../icons.tsx";
import { clear, OtherField } from "./clear.tsx";
import type { Property } from "./property.ts";

export const project: Property = {
  name: "Project",
  field: "projectId",
  clearable: true,
  shortcut: "m",
  value: ({ task }) => (
    <>
      <Icon name="project" />
      <span>{task.project?.name ?? "No project"}</span>
    </>
  ),
  choices: ({ task, options }) => [
    ...clear("No project", "projectId", task.projectId),
    ...(options.projects ?? []).map(({ id, key, name }) => ({
      name,
      icon: <Icon name="project" />,
      hint: key,
      chosen: id === task.projectId,
      send: { name: "projectId", value: id },
    })),
  ],
  other: {
    label: "Another project's key",
    input: () => <OtherField name="projectId" placeholder="WEB" />,
  },
};
