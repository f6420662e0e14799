import { Icon } from "../../icons.tsx";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { clear } from "../../parts/other_values.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { placed } from "./placed.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { property } from "./property.ts";

export const milestone = property({
  name: "Milestone",
  field: "milestoneId",
  value: ({ task }) =>
    task.project && (
      <>
        <Icon name="milestone" />
        <ValueText value={task.milestone?.name} none="No milestone" />
      </>
    ),
  inWords: ({ milestone }) => milestone?.name ?? "none",
  asked: ({ values, milestones }) => (
    <ComposerSelect name="milestoneId" label="Milestone">
      <option value="">No milestone</option>
      {milestones.map(({ id, name }) => (
        <option value={id} selected={id === values.milestoneId}>{name}</option>
      ))}
    </ComposerSelect>
  ),
  pill({ values, milestones }) {
    if (!values.projectId) return null;
    const chosen = milestones.find(({ id }) => id === values.milestoneId);
    return {
      icon: <Icon name="milestone" />,
      text: chosen?.name ?? "Milestone",
      chosen: chosen !== undefined,
    };
  },
  further: { name: "Milestone…", icon: "milestone" },
  filter: {
    name: "Milestone",
    comparisons: anyOrNone("milestoneId", "notMilestoneId"),
    empty: true,
    list: "milestones",
    choices: ({ milestones = [] }) => [
      { name: "No milestone", icon: <Icon name="milestone" />, value: "none" },
      ...milestones.map(({ id, name, project }) => ({
        name,
        hint: project.name,
        icon: <Icon name="milestone" />,
        value: id,
      })),
    ],
  },
  sentences: { "task.milestone_changed": (change) => placed("the milestone", change) },
  needs: ["milestones"],
  choices: ({ task, options }) => [
    ...clear("No milestone", "milestoneId", task.milestoneId),
    ...(options.milestones ?? []).map(({ id, name }) => ({
      name,
      icon: <Icon name="milestone" />,
      chosen: id === task.milestoneId,
      send: { name: "milestoneId", value: id },
    })),
  ],
  whyNotTogether: (tasks) =>
    new Set(tasks.map(({ projectId }) => projectId)).size > 1
      ? "These tasks aren't all in the same project. A milestone belongs to one project."
      : null,
  nothing: ({ task }) =>
    task.project
      ? `${task.project.name} has no milestones yet.`
      : "Milestones belong to projects. Add the task to a project first.",
});
