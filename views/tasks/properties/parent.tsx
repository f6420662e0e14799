import { Icon } from "../../icons.tsx";
import { StatusMark } from "../../ui/marks.tsx";
import { ComposerField } from "../../parts/composer_fields.tsx";
import { clear, OtherField } from "../../parts/other_values.tsx";
import { property } from "./property.ts";
import { ValueText } from "../../parts/value_text.tsx";

export const parent = property({
  name: "Parent task",
  field: "parentId",
  value: ({ task }) => (
    <>
      <Icon name="parent" />
      <ValueText value={task.parent?.reference} none="No parent task" />
    </>
  ),
  asked: ({ values: { parentId } }) => (
    <ComposerField label="Parent task">
      <input class="input" name="parentId" value={parentId ?? ""} placeholder="ENG-12" />
    </ComposerField>
  ),
  pill: ({ values: { parentId } }) => ({
    icon: <Icon name="parent" />,
    text: parentId ? `Sub-task of ${parentId}` : "Parent task",
    chosen: Boolean(parentId),
  }),
  further: { name: "Parent task…", icon: "parent" },
  filter: {
    name: "Parent task",
    comparisons: [{ by: "any", field: "parentId" }, { by: "some", field: "notParentId" }],
    empty: true,
    choices: () => [{ name: "No parent task", icon: <Icon name="parent" />, value: "none" }],
    other: "reference",
    ready: [
      { name: "No parent task", icon: <Icon name="parent" />, value: "none", by: "any" },
      { name: "Any parent task", icon: <Icon name="parent" />, value: "none", by: "some" },
    ],
  },
  sentences: {
    "task.parent_changed": ({ from, to }) =>
      to
        ? (
          <>
            made the task a sub-task of <q>{to.title}</q>
          </>
        )
        : (
          <>
            removed the task from its parent <q>{from?.title ?? "something"}</q>
          </>
        ),
  },
  needs: ["parents"],
  finds: true,
  choices: ({ task, options }) => [
    ...clear("No parent task", "parentId", task.parentId),
    ...(options.parents ?? []).map(({ id, reference, title, status }) => ({
      name: title,
      icon: <StatusMark status={status} />,
      hint: reference,
      chosen: id === task.parentId,
      send: { name: "parentId", value: reference },
    })),
  ],
  other: {
    label: "Another task's reference",
    input: () => <OtherField name="parentId" placeholder="ENG-12" />,
  },
});
