import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { DocsPage } from "../../server/docs/catalog.ts";
import { docsIndexPath, markdownPath } from "../docs_paths.ts";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";

interface SiteDocumentProps {
  frame: Frame;
  signedIn: boolean;
  page: DocsPage;
  children: Child;
}

/** The document of a page of the public site. */
export function SiteDocument({ frame, signedIn, page, children }: SiteDocumentProps) {
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title={`${page.title} · Backlog`}
      description={page.description}
      trail={[page]}
      area="docs"
    >
      {children}
    </Public>
  );
}

/** The main part of a page of the public site. */
export function SiteMain({ page, html, version }: {
  page: DocsPage;
  html: string;
  version: string;
}) {
  return (
    <article class="site docs-article" hx-boost="false">
      <p class="unseen">
        Docs index for AI agents: <a href={docsIndexPath} tabindex={-1}>llms.txt</a>
      </p>
      <h1>{page.title}</h1>
      <p class="docs-lead">{page.description}</p>
      <div class="markdown docs-text">{raw(html)}</div>
      <p class="site-foot">
        Backlog {version} · <a href={markdownPath(page.path)}>View as Markdown</a>
      </p>
    </article>
  );
}
