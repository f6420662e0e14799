import type { Child } from "hono/jsx";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { Fault, faultOf } from "./fault.tsx";

/** The field of a property in a composer without scripts. */
export function ComposerField({ label, children }: { label: string; children: Child }) {
  return (
    <label class="asked">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** A property that is chosen from a list. */
export function ComposerSelect(props: { name: string; label: string; children: Child }) {
  return (
    <ComposerField label={props.label}>
      <select class="input" name={props.name} data-any>{props.children}</select>
    </ComposerField>
  );
}

/** The title, as large as on the record's page. */
export function ComposerTitle({ name, label, hint, limit, value, error }: {
  name: string;
  label: string;
  hint: string;
  limit: number;
  value: string | undefined;
  error: string | undefined;
}) {
  return (
    <div class="composer-field">
      <textarea
        class="plain-input composer-title"
        name={name}
        rows={1}
        dir="auto"
        data-limit={limit}
        required
        autofocus
        placeholder={hint}
        aria-label={label}
        {...faultOf(name, error)}
      >
        {"\n" + (value ?? "")}
      </textarea>
      <Fault name={name} text={error} />
    </div>
  );
}

/** The description. */
export function ComposerText({ hint, value, error }: {
  hint: string;
  value: string | null | undefined;
  error: string | undefined;
}) {
  return (
    <div class="composer-field">
      <MarkdownField
        id="composer-text"
        name="description"
        label="Description"
        value={value ?? ""}
        rows={3}
        limit={100_000}
        placeholder={hint}
        calm
        faultId={faultOf("description", error)["aria-describedby"]}
      />
      <Fault name="description" text={error} />
    </div>
  );
}
