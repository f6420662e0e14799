import type { Child } from "hono/jsx";

/** A column of a board: its heading, its tools, and its cards. */
export function Column({ group: { by, key, name, count }, mark, counted, tools, children }: {
  group: { by: string; key: string; name: string; count: number };
  /** The icon of the group. */
  mark: Child;
  /** The number of cards, in words. */
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
