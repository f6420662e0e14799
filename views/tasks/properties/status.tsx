import { StatusMark } from "../../ui/marks.tsx";
import { statusOrder, statusWords } from "../../ui/words.ts";
import type { Property } from "./property.ts";

export const status: Property = {
  name: "Status",
  field: "status",
  shortcut: "s",
  value: ({ task }) => (
    <>
      <StatusMark status={task.status} />
      <span>{statusWords[task.status]}</span>
    </>
  ),
  choices: ({ task }) =>
    statusOrder.map((word) => ({
      name: statusWords[word],
      icon: <StatusMark status={word} />,
      chosen: word === task.status,
      send: { name: "status", value: word },
    })),
};
