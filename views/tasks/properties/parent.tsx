import { Icon } from "../../icons.tsx";
import { clear, OtherField } from "./clear.tsx";
import type { Property } from "./property.ts";

export const parent: Property = {
  name: "Parent task",
  field: "parentId",
  clearable: true,
  value: ({ task }) => (
    <>
      <Icon name="parent" />
      <span>{task.parent ? task.parent.reference : "No parent"}</span>
    </>
  ),
  choices: ({ task, options }) => [
    ...clear("No parent", "parentId", task.parentId),
    ...(options.parents ?? []).map(({ id, reference, title }) => ({
      name: title,
      hint: reference,
      chosen: id === task.parentId,
      send: { name: "parentId", value: reference },
    })),
  ],
  other: {
    label: "Another task's reference",
    input: () => <OtherField name="parentId" placeholder="ENG-12" />,
  },
};
