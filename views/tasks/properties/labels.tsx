import type { Task } from "../../../server/domain/tasks/schema.ts";
import { Icon } from "../../icons.tsx";
import { labelChoices, LabelsValue } from "../../parts/properties.tsx";
import { describeAddedAndRemoved } from "../../parts/sentences.tsx";
import { Label } from "../../ui/label.tsx";
import type { Choice } from "../../ui/menu.tsx";
import { ComposerField } from "../../parts/composer_fields.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { newLabelPath } from "../../task_paths.ts";
import { property } from "./property.ts";

/** The maximum number of labels in a row. The others are counted. */
const SHOWN_LABELS = 2;
/** Beyond this number of labels, a select field replaces the checkboxes. */
const MOST_BOXES = 50;

export const labels = property({
  name: "Labels",
  field: "tags",
  shortcut: { key: "l", does: "Change labels" },
  many: true,
  value: ({ task }) => <LabelsValue labels={task.labels} />,
  inWords: ({ labels }) => labels.map(({ name }) => name).join(", ") || "none",
  row: ({ labels }) => labels.length > 0 ? firstOf(labels) : null,
  asked: ({ values, labels }) =>
    labels.length > MOST_BOXES
      ? (
        <ComposerField label="Labels">
          <select class="input" name="tags" multiple data-any>
            {labels.map(({ id, name }) => (
              <option value={id} selected={values.tags?.includes(id)}>{name}</option>
            ))}
          </select>
        </ComposerField>
      )
      : (
        <fieldset class="asked">
          <legend>Labels</legend>
          {labels.map(({ id, name, color }) => (
            <label class="menu-item">
              <input type="checkbox" name="tags" value={id} checked={values.tags?.includes(id)} />
              <span class="dot" data-color={color}></span>
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      ),
  pill({ values: { tags = [] }, labels }) {
    const chosen = labels.filter(({ id }) => tags.includes(id));
    const [first, ...more] = chosen;
    if (!first) return { icon: <Icon name="tag" />, text: "Labels", chosen: false };
    const dots = chosen.slice(0, 3).map(({ color }) => (
      <span class="dot" data-color={color}></span>
    ));
    const text = more.length > 0 ? `${chosen.length} labels` : first.name;
    return { icon: <span class="dots" aria-hidden="true">{dots}</span>, text, chosen: true };
  },
  further: { name: "Labels…", icon: "tag" },
  filter: {
    name: "Label",
    comparisons: [...anyOrNone("label", "notLabel"), { by: "all", field: "allLabels" }],
    empty: true,
    list: "labels",
    choices: ({ labels = [] }) => [
      { name: "No label", icon: <Icon name="tag" />, value: "none" },
      ...labels.map(({ id, name, color }) => ({
        name,
        icon: <span class="dot" data-color={color}></span>,
        value: id,
      })),
    ],
  },
  sentences: {
    "task.labels_changed": ({ from, to }) =>
      describeAddedAndRemoved(
        "label",
        to.filter((name) => !from.includes(name)),
        from.filter((name) => !to.includes(name)),
      ),
  },
  needs: ["labels", "makesLabels"],
  choices: ({ task, options }) => [
    ...labelChoices(options.labels, task.labels),
    ...(options.makesLabels ? [makesTyped] : []),
  ],
  nothing: () => "This workspace has no labels yet.",
});

const makesTyped: Choice = {
  name: "Create label",
  icon: <Icon name="plus" />,
  makes: true,
  send: { name: "makeLabel", value: "", to: newLabelPath },
};

function firstOf(labels: Task["labels"]) {
  const more = labels.length - SHOWN_LABELS;
  return (
    <span class="row-labels">
      {labels.slice(0, SHOWN_LABELS).map((label) => Label({ label }))}
      {more > 0 && (
        <span
          class="row-more"
          title={labels.slice(SHOWN_LABELS).map((l) => l.name).join(", ")}
        >
          +{more}
        </span>
      )}
    </span>
  );
}
