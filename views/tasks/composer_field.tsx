import type { Child } from "hono/jsx";

/** One of a new task's properties, asked for without scripts. */
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
