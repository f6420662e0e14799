import { Avatar } from "../../ui/avatar.tsx";
import { Unassigned } from "../row.tsx";
import type { Property } from "./property.ts";

export const assignee: Property = {
  name: "Assignee",
  field: "assigneeId",
  clearable: true,
  shortcut: "a",
  value: ({ task }) => (
    <>
      {task.assignee ? <Avatar person={task.assignee} /> : <Unassigned />}
      <span>{task.assignee?.name ?? "Nobody"}</span>
    </>
  ),
  choices({ task, options, viewerId }) {
    const first = (options.members ?? [])
      .toSorted((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId));
    return [
      {
        name: "Nobody",
        icon: <Unassigned />,
        chosen: task.assigneeId === null,
        send: { name: "assigneeId", value: "" },
      },
      ...first.map((member) => ({
        name: member.name,
        icon: <Avatar person={member} />,
        hint: member.id === viewerId ? "you" : member.kind === "agent" ? "agent" : undefined,
        chosen: member.id === task.assigneeId,
        send: { name: "assigneeId", value: member.id },
      })),
    ];
  },
};
