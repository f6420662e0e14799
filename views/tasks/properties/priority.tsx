import { PriorityMark } from "../../ui/marks.tsx";
import { priorityOrder, priorityWords } from "../../ui/words.ts";
import type { Property } from "./property.ts";

export const priority: Property = {
  name: "Priority",
  field: "priority",
  shortcut: "p",
  value: ({ task }) => (
    <>
      <PriorityMark priority={task.priority} />
      <span>{priorityWords[task.priority]}</span>
    </>
  ),
  choices: ({ task }) =>
    priorityOrder.map((word) => ({
      name: priorityWords[word],
      icon: <PriorityMark priority={word} />,
      chosen: word === task.priority,
      send: { name: "priority", value: word },
    })),
};
