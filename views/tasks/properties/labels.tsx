import { Icon } from "../../icons.tsx";
import { Label } from "../../ui/label.tsx";
import type { Property } from "./property.ts";

export const labels: Property = {
  name: "Labels",
  field: "toggleLabel",
  shortcut: "l",
  many: true,
  value: ({ task }) =>
    task.labels.length > 0
      ? <span class="rail-labels">{task.labels.map((label) => <Label label={label} />)}</span>
      : (
        <>
          <Icon name="tag" />
          <span>No labels</span>
        </>
      ),
  choices: ({ task, options }) =>
    (options.labels ?? []).map((label) => ({
      name: label.name,
      icon: <span class="dot" data-color={label.color} aria-hidden="true"></span>,
      chosen: task.labels.some(({ id }) => id === label.id),
      send: { name: "toggleLabel", value: label.id },
    })),
  nothing: () => "This workspace has no labels yet.",
};
