import { Field } from "../ui/field.tsx";
import type { Refused } from "./parts.tsx";

/** The refused form with the typed name. */
export type RefusedName = Refused & { values: { name: string } } | null;

/** The field in which people confirm a permanent action by typing the workspace's name. */
export function TypedName({ to, workspace, refused }: {
  /** The action on the workspace. */
  to: "leave" | "delete";
  workspace: string;
  refused: RefusedName;
}) {
  return (
    <Field
      id={`${to}-name`}
      name="name"
      label={`Type “${workspace}” to ${to} the workspace`}
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
