import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { OpenLink } from "./open_link.tsx";

interface SectionHeadingProps {
  /** The ID that labels the section. */
  id: string;
  name: string;
  /** Content after the heading. */
  children?: Child;
  /** The link to the form or menu that adds an entry, if the viewer can add one and it isn't open. */
  add?: { id: string; name: string; href: string; menu?: string } | false | undefined;
}

/** The heading of a section, with a button that adds an entry. */
export function SectionHeading({ id, name, children, add }: SectionHeadingProps) {
  return (
    <div class="detail-heading-row">
      <h2 id={id} class="detail-heading">{name}</h2>
      {children}
      {add && (
        <OpenLink id={add.id} href={add.href} menu={add.menu} kind="quiet" icon name={add.name}>
          <Icon name="plus" />
        </OpenLink>
      )}
    </div>
  );
}
