import { labelChoices, LabelsValue } from "../../parts/properties.tsx";
import type { PropertyOfProject } from "./property.ts";

export const labels: PropertyOfProject = {
  name: "Labels",
  field: "labels",
  icon: "tag",
  key: "l",
  value: ({ labels }) => <LabelsValue labels={labels} />,
  inWords: ({ labels }) => labels.map(({ name }) => name).join(", ") || "none",
  needs: "labels",
  many: true,
  choices: ({ project, options }) => labelChoices(options.labels, project.labels),
  nothing: "No project labels yet",
};
