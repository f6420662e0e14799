import { priorityChoices, PriorityValue } from "../../parts/properties.tsx";
import { priorityWords } from "../../ui/words.ts";
import type { PropertyOfProject } from "./property.ts";

export const priority: PropertyOfProject = {
  name: "Priority",
  field: "priority",
  icon: "priority",
  key: "p",
  value: (project) => <PriorityValue priority={project.priority} />,
  inWords: ({ priority }) => priorityWords[priority],
  numbered: true,
  choices: ({ project }) => priorityChoices(project.priority),
};
