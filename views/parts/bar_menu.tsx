import { Icon, type IconName } from "../icons.tsx";

/** The link to a list's menu, beside the title. */
export function BarMenu({ name, icon, href, menu, id, keys }: {
  name: string;
  icon: IconName;
  href: string;
  /** The menu's name in scripts. */
  menu: string;
  id?: string;
  /** The shortcut. */
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
