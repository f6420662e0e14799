import type { Child } from "hono/jsx";

/** One of a new task's properties, asked for without scripts. */
export function Asked({ label, children }: { label: string; children: Child }) {
  return (
    <label class="asked">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** One that is chosen from a list. */
export function AskedOf(props: { name: string; label: string; children: Child }) {
  return (
    <Asked label={props.label}>
      <select class="input" name={props.name} data-any>{props.children}</select>
    </Asked>
  );
}
