import { onePersonChoices, PersonValue, viewerFirst } from "../../parts/properties.tsx";
import { Avatar, Unassigned } from "../../ui/avatar.tsx";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { nameOf } from "./placed.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { me, people } from "../filters/people.tsx";
import { property } from "./property.ts";

export const assignee = property({
  name: "Assignee",
  field: "assigneeId",
  shortcut: { key: "a", does: "Assign" },
  value: ({ task }) => (
    <PersonValue person={task.assignee} none="No assignee" suspended={task.assigneeSuspended} />
  ),
  inWords: ({ assignee }) => assignee?.name ?? "none",
  row: ({ assignee }, href) => (
    <a
      class="row-mark"
      href={`${href}/assignee`}
      data-menu="assignee"
      aria-label={assignee ? `Assignee: ${assignee.name}` : "No assignee"}
    >
      {assignee ? Avatar({ person: assignee }) : Unassigned()}
    </a>
  ),
  asked: ({ values, members, viewerId }) => (
    <ComposerSelect name="assigneeId" label="Assignee">
      <option value="">No assignee</option>
      {viewerFirst(members, viewerId).map(({ id, name }) => (
        <option value={id} selected={id === values.assigneeId}>
          {id === viewerId ? `${name} (you)` : name}
        </option>
      ))}
    </ComposerSelect>
  ),
  pill({ values, members }) {
    const person = members.find(({ id }) => id === values.assigneeId);
    return person
      ? { icon: <Avatar person={person} />, text: person.name, chosen: true }
      : { icon: <Unassigned />, text: "Assignee", chosen: false };
  },
  further: { name: "Assignee…", icon: "user-circle" },
  filter: {
    name: "Assignee",
    comparisons: anyOrNone("assigneeId", "notAssigneeId"),
    empty: true,
    list: "members",
    choices: ({ members }) => [
      me,
      { name: "No assignee", icon: <Unassigned />, value: "none" },
      ...people(members),
    ],
  },
  sentences: {
    "task.assigned": ({ from, to }) =>
      to
        ? (
          <>
            assigned the task to <b>{to.name}</b>
          </>
        )
        : (
          <>
            unassigned <b>{nameOf(from)}</b>
          </>
        ),
  },
  needs: ["members"],
  choices: ({ task, options, viewerId }) =>
    onePersonChoices(
      options.members ?? [],
      viewerId,
      { field: "assigneeId", none: "No assignee" },
      task.assigneeId,
    ),
});
