import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import type { ShellFrame } from "./frame.ts";
import { type Creates, Main, Shell } from "./shell.tsx";

/** A menu or the composer as a page, for browsers without JavaScript. @param props.under the page to return to */
export function LayerPage({ frame, title, layer, under, creates, children }: {
  frame: ShellFrame;
  title: string;
  layer: "menu" | "composer";
  under: string | null;
  creates?: Creates | undefined;
  children: Child;
}) {
  return (
    <Shell
      frame={frame}
      title={title}
      creates={creates}
      bar={
        <>
          {under !== null && (
            <a
              class="button bar-back"
              data-kind="quiet"
              data-shape="icon"
              href={under}
              aria-label="Back"
            >
              <Icon name="arrow-left" />
            </a>
          )}
          <h1>{title}</h1>
        </>
      }
    >
      <Main kind="page">
        <div class={`${layer}-page`}>{children}</div>
      </Main>
    </Shell>
  );
}
