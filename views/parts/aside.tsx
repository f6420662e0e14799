import type { Child } from "hono/jsx";

/** What is said of a line besides what it tells, apart from its words also where they are heard. */
export function Aside({ children }: { children: Child }) {
  return (
    <>
      {" "}
      <span class="note">{children}</span>
    </>
  );
}
