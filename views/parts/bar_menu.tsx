import { Icon, type IconName } from "../icons.tsx";

/** A menu of a list, beside its title. */
export function BarMenu({ name, icon, href, menu, id, keys }: {
  name: string;
  icon: IconName;
  href: string;
  /** What the menu is called. */
  menu: string;
  id?: string;
  /** The key that opens it. */
  keys?: string;
}) {
  return (
    <a
      class="button"
      data-kind="quiet"
      id={id}
      href={href}
      data-menu={menu}
      aria-keyshortcuts={keys}
      aria-label={name}
    >
      <Icon name={icon} />
      <span class="optional">{name}</span>
    </a>
  );
}
