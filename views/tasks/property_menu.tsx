import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskPath, type TaskProperty } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { type Choice, Menu, MenuForm } from "../ui/menu.tsx";
import { priorityOrder, priorityWords, statusOrder, statusWords } from "../ui/words.ts";
import { Unassigned } from "./row.tsx";

export interface PropertyMenuProps {
  task: Task;
  property: TaskProperty;
  /** Where the form comes back to without JavaScript. */
  back: string;
  members: readonly { id: string; name: string; username: string; kind: "human" | "agent" }[];
  labels: readonly { id: string; name: string; color: string }[];
  viewerId: string;
  /** Dates to offer for a deadline, each `YYYY-MM-DD`. */
  dates: readonly { name: string; date: string }[];
  /** The tasks that could be this one's parent. */
  parents: readonly { reference: string; title: string }[];
}

/** What a property's menu is called. */
export const propertyNames: Record<TaskProperty, string> = {
  status: "Status",
  priority: "Priority",
  assignee: "Assignee",
  labels: "Labels",
  deadline: "Deadline",
  parent: "Parent task",
};

/** The menu that changes one property of one task. */
export function PropertyMenu(props: PropertyMenuProps) {
  const { task, property, back } = props;
  return (
    <Menu
      name={propertyNames[property]}
      action={taskPath(task.reference)}
      hidden={{ back }}
      many={property === "labels"}
      groups={[{ choices: choicesFor[property](props) }]}
      below={below(props)}
    />
  );
}

const choicesFor: Record<TaskProperty, (props: PropertyMenuProps) => Choice[]> = {
  status: ({ task }) =>
    statusOrder.map((status) => ({
      name: statusWords[status],
      icon: <StatusMark status={status} />,
      chosen: status === task.status,
      send: { name: "status", value: status },
    })),
  priority: ({ task }) =>
    priorityOrder.map((priority) => ({
      name: priorityWords[priority],
      icon: <PriorityMark priority={priority} />,
      chosen: priority === task.priority,
      send: { name: "priority", value: priority },
    })),
  assignee: ({ task, members, viewerId }) => [
    {
      name: "Nobody",
      icon: <Unassigned />,
      chosen: task.assigneeId === null,
      send: { name: "assigneeId", value: "" },
    },
    ...members.toSorted((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId))
      .map((member) => ({
        name: member.name,
        icon: <Avatar person={member} />,
        hint: member.id === viewerId ? "you" : member.kind === "agent" ? "agent" : undefined,
        chosen: member.id === task.assigneeId,
        send: { name: "assigneeId", value: member.id },
      })),
  ],
  labels: ({ task, labels }) =>
    labels.map((label) => ({
      name: label.name,
      icon: <span class="dot" data-color={label.color} aria-hidden="true"></span>,
      chosen: task.labels.some(({ id }) => id === label.id),
      send: { name: "toggleLabel", value: label.id },
    })),
  deadline: ({ task, dates }) => [
    ...dates.map(({ name, date }) => ({
      name,
      hint: date,
      chosen: task.deadlineAt?.startsWith(date) ?? false,
      send: { name: "deadlineAt", value: date },
    })),
    ...(task.deadlineAt ? [clear("No deadline", "deadlineAt")] : []),
  ],
  parent: ({ task, parents }) => [
    ...(task.parentId ? [clear("No parent", "parentId")] : []),
    ...parents.map(({ reference, title }) => ({
      name: title,
      hint: reference,
      send: { name: "parentId", value: reference },
    })),
  ],
};

function clear(name: string, field: string): Choice {
  return { name, send: { name: field, value: "" } };
}

function below({ task, property, back }: PropertyMenuProps): Child {
  if (property === "deadline") {
    return (
      <OneField task={task} back={back} label="Another date">
        <input
          class="input"
          id="menu-field"
          type="date"
          name="deadlineAt"
          value={task.deadlineAt?.slice(0, 10)}
          required
        />
      </OneField>
    );
  }
  if (property === "parent") {
    return (
      <OneField task={task} back={back} label="Another task's reference">
        <input class="input" id="menu-field" name="parentId" placeholder="ENG-12" required />
      </OneField>
    );
  }
  return null;
}

function OneField(props: { task: Task; back: string; label: string; children: Child }) {
  return (
    <MenuForm
      action={taskPath(props.task.reference)}
      hidden={{ back: props.back }}
      class="menu-form"
    >
      <div class="field">
        <label for="menu-field">{props.label}</label>
        {props.children}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </MenuForm>
  );
}
