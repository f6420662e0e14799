import type { Child } from "hono/jsx";

/** A remark after a line. The space before it separates the words for screen readers too. */
export function Aside({ children }: { children: Child }) {
  return (
    <>
      {" "}
      <span class="note">{children}</span>
    </>
  );
}
