import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";
import { landingPath } from "../paths.ts";
import type { PublicPage } from "../palette/public_pages.ts";
import { Empty } from "../ui/empty.tsx";

interface PublicSearchProps {
  frame: Frame;
  signedIn: boolean;
  q: string;
  found: readonly PublicPage[];
}

/** Search results of the public site, as a page without scripts. */
export function PublicSearch({ frame, signedIn, q, found }: PublicSearchProps) {
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title="Search · Backlog"
      description="Search the pages of this site."
    >
      <div class="found">
        <h1>Search</h1>
        <form method="get" action={landingPath} role="search" class="form-actions">
          <input
            id="search"
            type="search"
            class="input"
            name="q"
            value={q}
            maxlength={200}
            aria-label="Search this site"
            autocomplete="off"
          />
          <button type="submit" class="button" data-kind="primary" data-size="large">Search</button>
        </form>
        {found.length === 0 && (
          <Empty icon="search" title={`No pages match “${q}”`} guide={guides.publicSite}>
            Try fewer or different words.
          </Empty>
        )}
        {[...Map.groupBy(found, ({ group }) => group)].map(([name, rows]) => (
          <section aria-label={name}>
            <h2 class="menu-heading">{name}</h2>
            <ul>
              {rows.map(({ path, title, description, file }) => (
                <li>
                  <a href={path} hx-boost={file && "false"} data-next={file ? undefined : "#main"}>
                    <strong>{title}</strong>
                    <small>
                      {description.split(/(?<=[^ ]\/)/).flatMap((part) => [part, <wbr />])}
                    </small>
                    <Icon name="chevron-right" />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Public>
  );
}
