import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";

/** The target of responses that open a form on a record: its page, or its panel. */
export const wholeDetail = "closest .detail";

/** A link that opens something in place and in the page's URL, so that it survives a reload. */
export function OpenLink(props: {
  href: string;
  id?: string;
  class?: string;
  kind?: "quiet";
  icon?: boolean;
  name?: string;
  cancels?: boolean;
  /** The menu that it opens instead. */
  menu?: string | undefined;
  /** The element that gets the focus. */
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

/** The pencil that opens a field or record for editing. @param props.of the field, or the record's ID */
export function EditLink({ of, href, name }: { of: string; href: string; name: string }) {
  return (
    <OpenLink id={`open-edit-${of}`} class="edit-link" href={href} kind="quiet" icon name={name}>
      <Icon name="pencil" />
    </OpenLink>
  );
}
