import type { Child } from "hono/jsx";
import { continueElsewhere } from "../ui/more_entries.tsx";

/** The link to more rows of a group. */
export interface More {
  /** The list of only this group, starting there. */
  href: string;
  /** The group and its number of rows, or `null` if the page shows as many rows as it can. */
  inPlace: { key: string; shown: number } | null;
  /** Whether the whole list is loaded again at that URL. */
  anew?: boolean;
}

/** More rows of a group, which replace their link. */
export function MoreRows({ rows, more, name }: { rows: Child; more: More | null; name: string }) {
  return (
    <>
      {rows}
      {more && <MoreLink more={more} text="Show more" name={name} />}
    </>
  );
}

/** The link that is replaced by more rows. Without JavaScript, it opens a page. */
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
