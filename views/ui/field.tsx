import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";

/** The errors of a form, by field name. */
export type FieldErrors = Readonly<Record<string, string>>;

interface FieldProps {
  name: string;
  /** The ID, if the page has another field with this name. */
  id?: string;
  label: string;
  hint?: Child;
  error?: string | undefined;
  /** The attributes of the input itself. */
  input?: Record<string, string | number | boolean | undefined>;
}

/** A text field with its label, hint, and error, linked for screen readers. */
export function Field(props: FieldProps) {
  const { name, id = `field-${name}`, label, hint, error, input = {} } = props;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!input.required && <Optional />}
      </label>
      <input
        class="input"
        id={id}
        name={name}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described || undefined}
        {...input}
      />
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

/** Marks the label of a text field that can stay empty. */
export const Optional = () => (
  <>
    {" "}
    <span class="field-optional">(optional)</span>
  </>
);

/** A select field with its label, hint, and error. */
export function ChoiceField(
  { name, label, hint, error, choices, chosen, input = {} }: Omit<FieldProps, "id"> & {
    choices: readonly (readonly [value: string, label: string])[];
    chosen: string;
  },
) {
  const id = `field-${name}`;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        class="input"
        id={id}
        name={name}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described || undefined}
        {...input}
      >
        {choices.map(([value, label]) => (
          <option value={value} selected={value === chosen}>{label}</option>
        ))}
      </select>
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

/** A notice above a form or a record. */
export function Notice({ kind, children }: { kind?: "error" | "warning"; children: Child }) {
  return (
    <div class="notice" data-kind={kind} role={kind === "error" ? "alert" : "note"}>
      {kind && <Icon name="warning" />}
      <div>{children}</div>
    </div>
  );
}
