import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { MarkShapes } from "../ui/marks.tsx";
import { Toast } from "../ui/toast.tsx";
import type { Area, Frame } from "./frame.ts";

/**
 * htmx's settings. Its own indicator styles are inline, which the Content-Security-Policy refuses. Pages are morphed,
 * so that focus and typed text stay.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  defaultSwap: "outerMorph",
  prefix: "",
});

const doctype = raw("<!doctype html>");

/** Returns headers that name the page's viewer, because another tab might have switched the workspace since. */
function sentBy({ profileId }: Frame): string | undefined {
  return profileId && JSON.stringify({ "Backlog-Profile": profileId });
}

interface DocumentProps {
  frame: Frame;
  title: string;
  description?: string;
  /** More elements of the head. */
  head?: Child;
  /** The layout of the body: `shell`, `public`, or `auth`. */
  layout: string;
  /** The areas whose styles and scripts it needs. */
  areas?: readonly Area[] | undefined;
  /** Whether the page loads only the scripts of its last area, which load the app's scripts when they need them. */
  light?: boolean;
  children: Child;
}

/**
 * The whole document. Preferences are attributes of the body, which links and forms morph. Links and forms are boosted:
 * with JavaScript, they fetch and morph instead of reloading. A request that is sent twice before its response is sent
 * once, except for steps in the browser's history, which the body requests: there, the last one counts. Attributes of
 * an element also apply to its children, unless they have their own.
 */
export function Document(
  { frame, title, description, head, layout, areas = [], light = false, children }: DocumentProps,
) {
  const { assets } = frame;
  const own = areas.map((area) => assets.areas[area]);
  const ownScripts = own.flatMap(({ js }) => js ?? []);
  const first = light ? ownScripts.at(-1) : assets.js;
  // Other pages open the docs as new documents, so they don't need their files
  const { docs: _docs, ...elsewhere } = assets.areas;
  const { theme, shortcuts, sidebar } = frame.preferences;
  return (
    <>
      {doctype}
      <html lang="en" hx-sync:inherited="drop">
        <head>
          <meta charset="utf-8" />
          <meta
            name="viewport"
            content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
          />
          <title>{title}</title>
          {description && <meta name="description" content={description} />}
          <meta name="color-scheme" content="light dark" />
          <meta name="htmx-config" content={htmxConfig} />
          <link
            rel="icon"
            href={assets.icon}
            type="image/svg+xml"
            data-read={assets.icon}
            data-unread={assets.iconUnread}
          />
          <link rel="stylesheet" href={assets.css} />
          {own.map(({ css }) => <link rel="stylesheet" href={css} />)}
          {/* A page is painted whole: half a row would shift when its other half arrives. */}
          <link rel="expect" href="#toasts" blocking="render" />
          <script
            src={first}
            data-app={light ? assets.js : undefined}
            data-later={assets.later}
            data-palette-at={assets.palette}
            data-areas={Object.values(elsewhere).flatMap(Object.values).join(" ")}
            defer
          >
          </script>
          {!light && ownScripts.map((js) => <script src={js} defer></script>)}
          {/* Scripts read the attributes of the first script, so structured data follows. */}
          {head}
        </head>
        <body
          class={layout}
          data-viewer={frame.viewerId ?? undefined}
          hx-headers:inherited={sentBy(frame)}
          data-theme={theme === "system" ? undefined : theme}
          data-shortcuts={shortcuts ? undefined : "off"}
          data-sidebar={sidebar === "closed" ? sidebar : undefined}
          hx-boost:inherited="true"
          hx-sync="replace"
        >
          {children}
          <MarkShapes />
          <p id="announced" class="unseen" aria-live="polite"></p>
          <p id="told" class="unseen" aria-live="polite"></p>
          <div id="toasts" class="toasts" role="status" aria-live="off">
            {frame.toast && <Toast {...frame.toast} />}
          </div>
        </body>
      </html>
    </>
  );
}
