/** The way to more entries of a list: on the page, or on one of its own where it holds as many as it may. */
export function MoreEntries({ href, inPlace }: { href: string; inPlace: boolean }) {
  const place = inPlace
    ? { "hx-get": href, "hx-target": "#main", "hx-replace-url": "true", "data-next": "here" }
    : {};
  return (
    <li class="more">
      <a id="more-entries" href={href} {...place}>
        {inPlace ? "Show more" : "Go on on a page of its own"}
      </a>
    </li>
  );
}

/** Says that a page begins in the middle of something, and leads to its start. */
export function FurtherDown({ what, start }: { what: string; start: string }) {
  return (
    <p class="list-note">
      You are further down {what}. <a href={start}>Back to the start</a>
    </p>
  );
}
