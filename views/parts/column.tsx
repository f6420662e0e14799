import type { Child } from "hono/jsx";

/** A column of a board: what its cards have in common, what one does with it, and the cards. */
export function Column({ group: { by, key, name, count }, mark, counted, tools, children }: {
  group: { by: string; key: string; name: string; count: number };
  /** What it is told by at a glance. */
  mark: Child;
  /** How many cards it has, said. */
  counted: Child;
  tools?: Child;
  children: Child;
}) {
  return (
    <section
      class="group column"
      id={`group-${key}`}
      aria-labelledby={`column-${key}`}
      data-by={by}
      data-key={key}
      data-empty={count === 0 ? "true" : undefined}
    >
      <header class="column-head">
        {mark}
        <h2 id={`column-${key}`} class="column-name">{name}</h2>
        {counted}
        {tools}
      </header>
      <ul class="cards" aria-label={name} x-ignore>{children}</ul>
    </section>
  );
}
