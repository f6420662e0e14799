import type { Child } from "hono/jsx";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { Fault, faultOf } from "./fault.tsx";

/** A property of what is being written, asked for without scripts. */
export function ComposerField({ label, children }: { label: string; children: Child }) {
  return (
    <label class="asked">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** One that is chosen from a list. */
export function ComposerSelect(props: { name: string; label: string; children: Child }) {
  return (
    <ComposerField label={props.label}>
      <select class="input" name={props.name} data-any>{props.children}</select>
    </ComposerField>
  );
}

/** What it is called, as large as it will stand there. */
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

/** Its text. */
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
