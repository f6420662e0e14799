import { PriorityMark } from "../../ui/marks.tsx";
import { priorityOrder, priorityWords } from "../../ui/words.ts";
import { ValueText } from "../../parts/value_text.tsx";
import type { PropertyOfProject } from "./property.ts";

export const priority: PropertyOfProject = {
  name: "Priority",
  field: "priority",
  icon: "priority",
  key: "p",
  value: ({ priority }) => (
    <>
      <PriorityMark priority={priority} />
      <ValueText
        value={priority === "none" ? null : priorityWords[priority]}
        none={priorityWords.none}
      />
    </>
  ),
  inWords: ({ priority }) => priorityWords[priority],
  numbered: true,
  choices: ({ project }) =>
    priorityOrder.map((word) => ({
      name: priorityWords[word],
      icon: <PriorityMark priority={word} />,
      chosen: word === project.priority,
      send: { name: "priority", value: word },
    })),
};
