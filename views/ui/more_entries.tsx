/** Names the link to the rest of a list when a page shows as many entries as it can. */
export const continueElsewhere = "Show more on a new page";

/** The link to more entries of a list, on this page or on a new one. */
export function MoreEntries({ href, inPlace }: { href: string; inPlace: boolean }) {
  const place = inPlace
    ? { "hx-get": href, "hx-target": "#main", "hx-replace-url": "true", "data-next": "here" }
    : {};
  return (
    <li class="more">
      <a id="more-entries" href={href} {...place}>
        {inPlace ? "Show more" : continueElsewhere}
      </a>
    </li>
  );
}

/** Explains that a page starts in the middle of a list, and links to the start. */
export function FurtherDown({ what, start }: { what: string; start: string }) {
  return (
    <p class="list-note">
      This page shows a later part of {what}. <a href={start}>Go to the start</a>
    </p>
  );
}
