import { Icon } from "../icons.tsx";

/** The link back to the list, and the record's reference. */
export function BackLink({ href, name, reference }: {
  /** The list to open if the viewer came from no list. */
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

/** The link to the menu of all actions on a record. */
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
