import { priorities } from "../../../server/domain/vocabulary.ts";
import { priorityChoices, PriorityValue } from "../../parts/properties.tsx";
import { priorityChanged } from "../../parts/sentences.tsx";
import { PriorityMark } from "../../ui/marks.tsx";
import { priorityOrder, priorityWords } from "../../ui/words.ts";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { property } from "./property.ts";

export const priority = property({
  name: "Priority",
  field: "priority",
  shortcut: { key: "p", does: "Change priority" },
  value: ({ task }) => <PriorityValue priority={task.priority} />,
  inWords: ({ priority }) => priorityWords[priority],
  row: (task, href) => (
    <a
      class="row-mark row-priority"
      href={`${href}/priority`}
      data-menu="priority"
      aria-label={`Priority: ${priorityWords[task.priority]}`}
    >
      {PriorityMark(task)}
    </a>
  ),
  asked: ({ values: { priority = "none" } }) => (
    <ComposerSelect name="priority" label="Priority">
      {priorityOrder.map((word) => (
        <option value={word} selected={word === priority}>{priorityWords[word]}</option>
      ))}
    </ComposerSelect>
  ),
  pill({ values: { priority = "none" } }) {
    const known = priorities.find((word) => word === priority) ?? "none";
    const text = known === "none" ? "Priority" : priorityWords[known];
    return { icon: <PriorityMark priority={known} />, text, chosen: known !== "none" };
  },
  further: { name: "Priority…", icon: "priority" },
  filter: {
    name: "Priority",
    comparisons: anyOrNone("priority", "notPriority"),
    empty: true,
    choices: () =>
      priorityOrder.map((word) => ({
        name: priorityWords[word],
        icon: <PriorityMark priority={word} />,
        value: word,
      })),
  },
  sentences: { "task.priority_changed": priorityChanged },
  numbered: true,
  choices: ({ task }) => priorityChoices(task.priority),
});
