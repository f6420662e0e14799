import { Icon } from "../../icons.tsx";
import { clear, OtherField } from "../../parts/other_values.tsx";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { placed } from "./placed.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { property } from "./property.ts";
import { ValueText } from "../../parts/value_text.tsx";

export const project = property({
  name: "Project",
  field: "projectId",
  shortcut: { key: "m", does: "Move to project" },
  value: ({ task }) => (
    <>
      <Icon name="project" />
      <ValueText value={task.project?.name} none="No project" />
    </>
  ),
  inWords: ({ project }) => project?.name ?? "none",
  row: ({ project }, href) =>
    project && (
      <a
        class="row-project"
        href={`${href}/project`}
        data-menu="project"
        aria-label={`Project: ${project.name}`}
      >
        {Icon({ name: "project" })}
        <span>{project.name}</span>
      </a>
    ),
  asked: ({ values, projects }) => (
    <ComposerSelect name="projectId" label="Project">
      <option value="">No project</option>
      {projects.map(({ id, name }) => (
        <option value={id} selected={id === values.projectId}>{name}</option>
      ))}
    </ComposerSelect>
  ),
  pill({ values, projects }) {
    const project = projects.find(({ id }) => id === values.projectId);
    const text = project?.name ?? values.projectId ?? "Project";
    return { icon: <Icon name="project" />, text, chosen: Boolean(values.projectId) };
  },
  further: { name: "Project…", icon: "project" },
  filter: {
    name: "Project",
    comparisons: anyOrNone("projectId", "notProjectId"),
    empty: true,
    list: "projects",
    choices: ({ projects = [] }) => [
      { name: "No project", icon: <Icon name="project" />, value: "none" },
      ...projects.map(({ id, name }) => ({ name, icon: <Icon name="project" />, value: id })),
    ],
  },
  sentences: { "task.project_changed": (change) => placed("the project", change) },
  needs: ["projects"],
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
});
