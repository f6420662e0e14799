import { Icon, type IconName } from "../icons.tsx";

/** A link beside a record that opens a form for it. */
export function IconLink({ id, href, name, title, icon }: {
  id: string;
  href: string;
  /** The action and its record, for screen readers. */
  name: string;
  /** The tooltip. */
  title: string;
  icon: IconName;
}) {
  return (
    <a
      id={id}
      class="button"
      data-kind="quiet"
      data-shape="icon"
      href={href}
      aria-label={name}
      title={title}
    >
      <Icon name={icon} />
    </a>
  );
}

/** Closes a form. @param props.next where the focus goes */
export function CancelLink({ href, next }: {
  href: string;
  next: string | undefined;
}) {
  return <a class="button" data-kind="quiet" href={href} data-cancel="" data-next={next}>Cancel</a>;
}
