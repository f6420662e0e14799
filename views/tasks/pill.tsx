import type { Child } from "hono/jsx";

/** One of a new task's properties, chosen from a list. */
export function Pill(props: { name: string; label: string; children: Child }) {
  return (
    <label class="pill">
      <span class="unseen">{props.label}</span>
      <select name={props.name}>{props.children}</select>
    </label>
  );
}
