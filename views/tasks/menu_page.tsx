import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import type { ShellFrame } from "../layouts/frame.ts";
import { Main, Shell } from "../layouts/shell.tsx";

/** A menu as a page of its own, for browsers without JavaScript. */
export function MenuPage({ frame, title, back, children }: {
  frame: ShellFrame;
  title: string;
  back: string;
  children: Child;
}) {
  return (
    <Shell
      frame={frame}
      title={title}
      bar={
        <>
          <a
            class="button bar-back"
            data-kind="quiet"
            data-shape="icon"
            href={back}
            aria-label="Back"
          >
            <Icon name="arrow-left" />
          </a>
          <h1>{title}</h1>
        </>
      }
    >
      <Main kind="page">
        <div class="menu-page">{children}</div>
      </Main>
    </Shell>
  );
}
