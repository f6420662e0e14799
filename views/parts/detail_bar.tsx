import { Icon } from "../icons.tsx";

/** The way back from a record to the list that one came from, and what it is known by. */
export function WayBack({ href, name, reference }: {
  /** The list, where one came from none. */
  href: string;
  name: string;
  reference: string;
}) {
  return (
    <>
      <a
        class="button bar-back"
        data-kind="quiet"
        data-shape="icon"
        data-back
        href={href}
        aria-label={name}
      >
        <Icon name="arrow-left" />
      </a>
      <span class="bar-reference">{reference}</span>
    </>
  );
}

/** The menu of everything else that one can do with a record. */
export function MoreActions({ href }: { href: string }) {
  return (
    <a
      class="button"
      data-kind="quiet"
      data-shape="icon"
      href={href}
      data-menu="actions"
      aria-keyshortcuts="."
      aria-label="More actions"
    >
      <Icon name="ellipsis" />
    </a>
  );
}
