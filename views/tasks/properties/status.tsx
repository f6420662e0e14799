import { type TaskStatus, taskStatuses } from "../../../server/domain/vocabulary.ts";
import { StatusMark } from "../../ui/marks.tsx";
import { statusWords } from "../../ui/words.ts";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { property } from "./property.ts";

export const status = property({
  name: "Status",
  field: "status",
  shortcut: { key: "s", does: "Change status" },
  value: ({ task }) => (
    <>
      <StatusMark status={task.status} />
      <span>{statusWords[task.status]}</span>
    </>
  ),
  inWords: ({ status }) => statusWords[status],
  row: (task, href) => (
    <a
      class="row-mark"
      href={`${href}/status`}
      data-menu="status"
      aria-label={`Status: ${statusWords[task.status]}`}
    >
      {StatusMark(task)}
    </a>
  ),
  asked: ({ values: { status = "backlogged" } }) => (
    <ComposerSelect name="status" label="Status">
      {taskStatuses.map((word) => (
        <option value={word} selected={word === status}>{statusWords[word]}</option>
      ))}
    </ComposerSelect>
  ),
  pill({ values: { status = "backlogged" } }) {
    const known = taskStatuses.find((word) => word === status) ?? "backlogged";
    return { icon: <StatusMark status={known} />, text: statusWords[known], chosen: true };
  },
  further: { name: "Status…", icon: "circle-dot" },
  filter: {
    name: "Status",
    comparisons: anyOrNone("status", "notStatus"),
    choices: () =>
      taskStatuses.map((word) => ({
        name: statusWords[word],
        icon: <StatusMark status={word} />,
        value: word,
      })),
  },
  sentences: {
    "task.status_changed": ({ from, to }) => (
      <>
        changed the status from <Word status={from} /> to <Word status={to} />
      </>
    ),
    "task.state_changed": ({ from, to }) => (
      <>
        changed the state from <b>{from.name}</b> to <b>{to.name}</b>
      </>
    ),
  },
  numbered: true,
  choices: ({ task }) =>
    taskStatuses.map((word) => ({
      name: statusWords[word],
      icon: <StatusMark status={word} />,
      chosen: word === task.status,
      send: { name: "status", value: word },
    })),
});

function Word({ status }: { status: TaskStatus }) {
  return (
    <b class="told">
      <StatusMark status={status} />
      {statusWords[status]}
    </b>
  );
}
