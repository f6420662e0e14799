import type { Child } from "hono/jsx";
import { docsPath } from "../docs_paths.ts";
import { landingPath, signInPath, signUpPath, tasksPath } from "../paths.ts";
import { Brand } from "../ui/brand.tsx";
import { PublicSearchLink } from "../ui/public_search.tsx";
import { Document } from "./document.tsx";
import type { Area, Frame } from "./frame.ts";

interface PublicProps {
  frame: Frame;
  title: string;
  description: string;
  signedIn: boolean;
  /** An area whose styles the page needs besides those of all public pages. */
  area?: Area;
  /** A note before everything else. */
  first?: Child;
  children: Child;
}

/** A public page. */
export function Public(
  { frame, title, description, signedIn, area, first, children }: PublicProps,
) {
  return (
    <Document
      frame={frame}
      title={title}
      description={description}
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
        <a class="button public-docs" data-kind="quiet" href={docsPath} hx-boost="false">Docs</a>
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
    </Document>
  );
}
