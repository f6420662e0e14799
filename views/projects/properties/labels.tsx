import { Icon } from "../../icons.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { Label } from "../../ui/label.tsx";
import type { PropertyOfProject } from "./property.ts";

export const labels: PropertyOfProject = {
  name: "Labels",
  field: "labels",
  icon: "tag",
  key: "l",
  value: ({ labels }) =>
    labels.length > 0
      ? <span class="rail-labels">{labels.map((label) => <Label label={label} />)}</span>
      : (
        <>
          <Icon name="tag" />
          <ValueText value={null} none="No labels" />
        </>
      ),
  inWords: ({ labels }) => labels.map(({ name }) => name).join(", ") || "none",
  needs: "labels",
  many: true,
  choices: ({ project, options }) =>
    (options.labels ?? []).map(({ id, name, color }) => ({
      name,
      icon: <span class="dot" data-color={color} aria-hidden="true"></span>,
      chosen: project.labels.some((label) => label.id === id),
      send: { name: "toggleLabel", value: id },
    })),
  nothing: "This workspace has no project labels yet.",
};
