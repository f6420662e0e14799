import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { DocsPage } from "../../server/docs/catalog.ts";
import type { Heading } from "../../server/docs/render.ts";
import { docsIndexPath, docsPath, markdownPath } from "../docs_paths.ts";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";

interface DocsDocumentProps {
  frame: Frame;
  signedIn: boolean;
  /** The page, or undefined if there is none at this address. */
  page: DocsPage | undefined;
  children: Child;
}

/** The document of a docs page. */
export function DocsDocument({ frame, signedIn, page, children }: DocsDocumentProps) {
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title={`${page?.title ?? "Page not found"} · Backlog docs`}
      description={page?.description ?? "There is no page at this address."}
      trail={page ? [...pagesAbove(page), page] : [{ path: docsPath, title: "Backlog docs" }]}
      changed={page?.changed}
      area="docs"
      first={
        <p class="unseen">
          For AI agents: the index of these docs is{" "}
          <a href={docsIndexPath} tabindex={-1}>llms.txt</a>. Add .md to a page's address to read
          the page as Markdown.
        </p>
      }
    >
      {children}
    </Public>
  );
}

interface DocsMainProps {
  root: DocsPage;
  page: DocsPage;
  html: string;
  headings: readonly Heading[];
  before: DocsPage | undefined;
  after: DocsPage | undefined;
  version: string;
}

/** The main part of a docs page. The article comes before the navigation, for programs and screen readers. */
export function DocsMain({ root, page, html, headings, before, after, version }: DocsMainProps) {
  return (
    <div class="docs" hx-boost="false">
      <article class="docs-article">
        <a class="button docs-to-tree" href="#docs-tree">All pages</a>
        <Trail page={page} />
        <h1>
          {page.title.split(/(\S+-\S+)/).map((part, at) => at % 2 ? <span>{part}</span> : part)}
        </h1>
        <p class="docs-lead">{page.description}</p>
        <div class="markdown docs-text">{raw(html)}</div>
        <footer class="docs-foot">
          <nav aria-label="Next pages" class="docs-neighbors">
            {before && <a href={before.path} rel="prev">{before.title}</a>}
            {after && <a href={after.path} rel="next">{after.title}</a>}
          </nav>
          <p>
            Backlog {version} · Last changed on <time>{page.changed}</time> ·{" "}
            <a href={markdownPath(page.path)}>View as Markdown</a>
          </p>
        </footer>
      </article>
      {headings.length > 1 && (
        <nav class="docs-contents" aria-labelledby="on-this-page">
          <h2 id="on-this-page">On this page</h2>
          <ol>
            {headings.map(({ id, title, level }) => (
              <li data-level={level}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <Tree root={root} page={page} />
    </div>
  );
}

/** The main part of an address without a page. */
export function NoDocsPage({ root, path }: { root: DocsPage; path: string }) {
  return (
    <div class="docs" hx-boost="false">
      <article class="docs-article">
        <h1>Page not found</h1>
        <p class="docs-lead">
          There is no docs page at {path}. Choose a page from the list, or start at{" "}
          <a href={docsPath}>the first page</a>.
        </p>
      </article>
      <Tree root={root} />
    </div>
  );
}

/** Returns the pages above a page, from the entry page down. */
function pagesAbove(page: DocsPage): DocsPage[] {
  const above: DocsPage[] = [];
  for (let at = page.parent; at; at = at.parent) above.unshift(at);
  return above;
}

/** The pages above a page. */
function Trail({ page }: { page: DocsPage }) {
  const above = pagesAbove(page);
  if (above.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs" class="docs-trail">
      <ol>
        {above.map(({ path, title }) => (
          <li>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** All sections, and the pages around the open one. */
function Tree({ root, page }: { root: DocsPage; page?: DocsPage }) {
  return (
    <nav id="docs-tree" class="docs-tree" aria-label="Docs" tabindex={-1}>
      <Branch pages={root.children} page={page} />
    </nav>
  );
}

function Branch({ pages, page }: { pages: readonly DocsPage[]; page: DocsPage | undefined }) {
  return (
    <>
      {[...Map.groupBy(pages, ({ group }) => group)].map(([group, some]) => (
        <>
          {group && <p class="docs-group">{group}</p>}
          <ul>
            {some.map((one) => (
              <li>
                <a href={one.path} aria-current={one === page ? "page" : undefined}>
                  {one.shortTitle}
                </a>
                {one.children.length > 0 && page && isWithin(page, one) && (
                  <Branch pages={one.children} page={page} />
                )}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

function isWithin(page: DocsPage, above: DocsPage): boolean {
  for (let at: DocsPage | null = page; at; at = at.parent) if (at === above) return true;
  return false;
}
