import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";

/** What takes the answer of what opens something on a record: its page, or the panel in which one peeks at it. */
export const wholeDetail = "closest .detail";

/** A link that is followed in the page's place, and kept in its address: what it opens outlasts every refresh. */
export function OpenLink(props: {
  href: string;
  id?: string;
  class?: string;
  kind?: "quiet";
  icon?: boolean;
  name?: string;
  cancels?: boolean;
  /** Set where it opens a menu instead. */
  menu?: string | undefined;
  /** Where the focus goes once it is followed. */
  next?: string;
  children: Child;
}) {
  const { href, id, class: classes = "", kind, icon, name, cancels, menu, next, children } = props;
  const inPlace = { "hx-get": href, "hx-target": wholeDetail, "hx-replace-url": "true" };
  return (
    <a
      id={id}
      class={`button ${classes}`.trim()}
      data-kind={kind}
      data-shape={icon ? "icon" : undefined}
      href={href}
      {...(menu ? {} : inPlace)}
      data-menu={menu}
      aria-label={name}
      title={name}
      data-cancel={cancels ? "" : undefined}
      data-next={next}
    >
      {children}
    </a>
  );
}

/** The pencil that opens something for editing in its place. @param props.of what: a field, or a record's id */
export function EditLink({ of, href, name }: { of: string; href: string; name: string }) {
  return (
    <OpenLink id={`open-edit-${of}`} class="edit-link" href={href} kind="quiet" icon name={name}>
      <Icon name="pencil" />
    </OpenLink>
  );
}
