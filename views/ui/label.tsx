import type { Child } from "hono/jsx";
import { BoundedCache } from "./bounded_cache.ts";

const labels = new BoundedCache<Child>();

/** A label: a dot in its colour and its name. */
export function Label({ label }: { label: { name: string; color: string } }): Child {
  return labels.get(
    `${label.color}|${label.name}`,
    () => (
      <span class="label" data-color={label.color}>
        <span>{label.name}</span>
      </span>
    ),
  );
}
