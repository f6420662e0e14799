import type { Child } from "hono/jsx";
import { landingPath, signInPath, signUpPath, tasksPath } from "../paths.ts";
import { footerLinks, headerLinks } from "../site_paths.ts";
import { Brand } from "../ui/brand.tsx";
import { PublicSearchLink } from "../ui/public_search.tsx";
import { Document } from "./document.tsx";
import type { Area, Frame } from "./frame.ts";
import { PublicHead, type TrailPage } from "./public_head.tsx";

interface PublicProps {
  frame: Frame;
  title: string;
  description: string;
  signedIn: boolean;
  /** The pages from the first one below the landing page to this one, if this isn't the landing page. */
  trail?: readonly TrailPage[];
  /** The day of the last change, if the page is an article. */
  changed?: string | undefined;
  /** An area whose styles the page needs besides those of all public pages. */
  area?: Area;
  /** Elements that open above the page. */
  layers?: Child;
  /** A note before everything else. */
  first?: Child;
  children: Child;
}

/** A public page. */
export function Public(props: PublicProps) {
  const { frame, title, description, signedIn, trail = [], changed } = props;
  const { area, layers, first, children } = props;
  const path = trail.at(-1)?.path;
  return (
    <Document
      frame={frame}
      title={title}
      description={description}
      head={<PublicHead {...{ frame, title, description, trail, changed }} />}
      layout="public"
      areas={area ? ["public", area] : ["public"]}
      light={area === "docs"}
    >
      <a class="skip" href="#main">Skip to content</a>
      <header class="public-head">
        {first}
        <a href={landingPath} aria-label="Backlog, home">
          <Brand />
        </a>
        <nav aria-label="Site" class="public-links">
          <Links links={headerLinks} path={path} />
        </nav>
        <PublicSearchLink frame={frame} />
        <nav aria-label="Account" class="form-actions">
          {signedIn ? <a class="button" data-kind="primary" href={tasksPath}>Open Backlog</a> : (
            <>
              <a class="button" data-kind="quiet" href={signInPath}>Sign in</a>
              <a class="button" data-kind="primary" href={signUpPath}>Get started</a>
            </>
          )}
        </nav>
      </header>
      <main id="main" tabindex={-1}>{children}</main>
      <footer class="public-foot">
        <nav aria-label="All pages" class="public-links">
          <Links links={footerLinks} path={path} />
        </nav>
      </footer>
      {layers}
    </Document>
  );
}

/** Links to pages that are new documents, because they don't load the app's scripts. */
function Links({ links, path }: { links: typeof footerLinks; path: string | undefined }) {
  return (
    <ul>
      {links.map(([to, name]) => (
        <li>
          <a href={to} hx-boost="false" aria-current={to === path ? "page" : undefined}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
