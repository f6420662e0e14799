import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { OpenLink } from "./open_link.tsx";

interface SectionHeadingProps {
  /** What its section is labelled by. */
  id: string;
  name: string;
  /** What stands behind it. */
  children?: Child;
  /** What adds to the section: a form in its place, or a menu. None for who may not, or while it is open. */
  add?: { id: string; name: string; href: string; menu?: string } | false | undefined;
}

/** The heading of a part of a record's page, with the plus that adds to it. */
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
