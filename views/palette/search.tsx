import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { commandPath, withQuery } from "../paths.ts";
import { Empty } from "../ui/empty.tsx";

/** A search result, which links to a page or runs a command. */
interface FoundItem {
  kind: string;
  title: string;
  subtitle: string | null;
  why?: string | undefined;
  key: string | null;
  group: string;
  href: string | null;
  menu: string | null;
  command: string | null;
  input: { record?: string | undefined; value?: string | undefined } | null;
  record: string | null;
}

/** Kinds whose keys aren't shown, because people don't know them. */
const unknownBy: readonly string[] = ["action", "command", "team", "view"];

interface SearchProps {
  q: string;
  /** The record whose actions are shown. */
  record: string | null;
  items: readonly FoundItem[];
  /** Why the typed date is invalid. */
  why: string | null;
}

/** Search results, or the actions on a record, as a page without scripts. */
export function SearchMain({ q, record, items, why }: SearchProps) {
  const groups = Map.groupBy(items, ({ group }) => group);
  return (
    <Main kind="people">
      <form method="get" action={commandPath} role="search" class="form-actions">
        {record && <input type="hidden" name="record" value={record} />}
        <input
          id="search"
          type="search"
          class="input"
          name="q"
          value={q}
          maxlength={200}
          aria-label={record ? "Filter actions" : "Search the workspace"}
          autocomplete="off"
        />
        <button type="submit" class="button" data-kind="primary" data-size="large">Search</button>
      </form>
      {items.length === 0 && (
        <Empty icon="search" title="No results" guide={guides.search}>
          {why ?? "Try fewer words, or a reference such as ENG-12."}
        </Empty>
      )}
      {[...groups].map(([name, rows]) => (
        <section aria-label={name}>
          <h2 class="menu-heading">{name}</h2>
          <ul class="record-list">{rows.map((item) => <Item {...item} />)}</ul>
        </section>
      ))}
    </Main>
  );
}

function Item(
  { title, subtitle, why, key, href, menu, command, input, record, kind }: FoundItem,
) {
  const beside = why ?? subtitle;
  const known = unknownBy.includes(kind) ? null : key;
  const inside = (
    <>
      {known && <small>{kind === "person" ? `@${known}` : known}</small>}
      <span>
        <bdi>{title}</bdi>
      </span>
      {beside && (
        <small>
          <bdi>{beside}</bdi>
        </small>
      )}
    </>
  );
  const leads = href ?? menu;
  return (
    <li class="record-item">
      {leads
        ? <a class="menu-item" href={leads} data-next="#main">{inside}</a>
        : command && (
          <form method="post" action={commandPath} hx-post={commandPath}>
            <input type="hidden" name="command" value={command} />
            {Object.entries(input ?? {}).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit" class="menu-item" name="act" value="run">{inside}</button>
          </form>
        )}
      {record && kind !== "action" && (
        <a
          class="button"
          data-kind="quiet"
          data-shape="icon"
          href={withQuery(commandPath, { record })}
          aria-label={`Actions on ${title}`}
        >
          <Icon name="ellipsis" />
        </a>
      )}
    </li>
  );
}
