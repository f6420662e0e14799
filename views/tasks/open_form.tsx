import type { Child } from "hono/jsx";
import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Addition } from "../task_paths.ts";

/** What takes the answer of what opens something on a task: its page, or the panel in which one peeks at it. */
export const wholeTask = "closest .detail";

/** A form on a task's page as it was typed, and why it was refused. */
export type RefusedForm<V> = V & { error: string };

/** Somebody who can be asked to approve something. */
export type Approver = Pick<ProfileRef, "id" | "name" | "kind" | "username">;

/** What is open on a task's page besides its texts. */
export interface OpenForms {
  /** What the page's URL adds. */
  add: Addition | null;
  /** The link that the page's URL opens for editing. */
  link: string | null;
  /** Whom one can ask to approve something; read where that form is open. */
  approvers: readonly Approver[];
  /** The one who was chosen for it without scripts, in a page of its own. */
  approver: string | null;
  refused: {
    subTask?: RefusedForm<{ title: string }>;
    addedLink?: RefusedForm<{ url: string; title: string }>;
    changedLink?: RefusedForm<{ id: string; url: string; title: string }>;
    approval?: RefusedForm<{ approverId: string; body: string }>;
    decision?: RefusedForm<{ id: string; comment: string }>;
  };
}

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
  const inPlace = { "hx-get": href, "hx-target": wholeTask, "hx-replace-url": "true" };
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
