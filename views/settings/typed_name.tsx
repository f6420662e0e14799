import { Field } from "../ui/field.tsx";
import type { Refused } from "./parts.tsx";

/** What was typed, where it was refused. */
export type RefusedName = Refused & { values: { name: string } } | null;

/** The field for the workspace's name, typed by who does something to it for good. */
export function TypedName({ to, workspace, refused }: {
  /** What is done to it. */
  to: "leave" | "delete";
  workspace: string;
  refused: RefusedName;
}) {
  return (
    <Field
      id={`${to}-name`}
      name="name"
      label={`Type “${workspace}” to ${to} it`}
      error={refused?.errors.name}
      input={{
        value: refused?.values.name ?? "",
        required: true,
        autocomplete: "off",
        spellcheck: "false",
      }}
    />
  );
}
