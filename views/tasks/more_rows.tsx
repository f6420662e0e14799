import type { Child } from "hono/jsx";
import { continueElsewhere } from "../ui/more_entries.tsx";

/** The way to more rows of a group. */
export interface More {
  /** The list of the group alone, from there on. */
  href: string;
  /** Which group grows by them, and how many rows it has so far; null where the page shows as much as it may. */
  inPlace: { key: string; shown: number } | null;
  /** Set where the whole list is shown with them, at that address. */
  anew?: boolean;
}

/** More rows of one group, to be put where their link stood. */
export function MoreRows({ rows, more, name }: { rows: Child; more: More | null; name: string }) {
  return (
    <>
      {rows}
      {more && <MoreLink more={more} text="Show more" name={name} />}
    </>
  );
}

/** The link that fetches more rows in its own place; without JavaScript it is a page of its own. */
export function MoreLink({ more, text, name }: { more: More; text: string; name: string }) {
  const { href, inPlace, anew } = more;
  if (anew) {
    return (
      <li class="more">
        <a
          href={href}
          hx-get={href}
          hx-target="#main"
          hx-replace-url="true"
          hx-sync="#main:queue all"
          data-next="here"
        >
          {text}
          <span class="unseen">{` in ${name}`}</span>
        </a>
      </li>
    );
  }
  if (!inPlace) {
    return (
      <li class="more">
        <a href={href}>
          {continueElsewhere}
          <span class="unseen">{` in ${name}`}</span>
        </a>
      </li>
    );
  }
  return (
    <li class="more">
      <a
        href={href}
        hx-get={href}
        hx-target="closest .more"
        hx-swap="outerHTML"
        hx-sync="#main:queue all"
        data-next="here"
        hx-vals={JSON.stringify({ heading: name, ...inPlace })}
      >
        {text}
        <span class="unseen">{` in ${name}`}</span>
      </a>
    </li>
  );
}
