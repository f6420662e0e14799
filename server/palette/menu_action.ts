import { folded, partsOf } from "../domain/text/words.ts";
import { isNear } from "./match.ts";
import type { PaletteItem } from "./schema.ts";
import { nameOf, type PaletteSubject } from "./subject.ts";

/** An action on a record, which opens a page or runs a command. */
export interface MenuAction {
  /** The name of the command. */
  command: string;
  title: string;
  /** The group of the menu. */
  group: string;
  /** The page that the action opens. Without it, the action runs a command. */
  href?: string;
  value?: string;
  hint?: string | undefined;
  /** The typed text that matches it. */
  typed?: string | undefined;
  asks?: "date";
  /** The menu that offers the choice. */
  menu?: string;
  current?: boolean;
}

/** Returns an action that opens a page from a record. Creations have their own group. */
export function leading(command: string, title: string, href: string, hint?: string): MenuAction {
  return { command, title, group: command.includes(".create") ? "Create" : "Open", href, hint };
}

/** The mark of an action for which the viewer lacks permission. */
const REFUSED = "No permission";

/** Returns an action as a row of a record's menu. @param refused whether the viewer lacks permission for it */
export function menuItem(
  subject: PaletteSubject,
  action: MenuAction,
  refused: boolean,
): PaletteItem {
  const { id } = nameOf(subject);
  const { command, title, group, href = null, value, hint = null, asks = null, menu = null } =
    action;
  const posted = href === null;
  return {
    id: [command, id, ...(value === undefined ? [] : [value])].join(":"),
    kind: "action",
    title,
    subtitle: marked(hint, refused),
    key: null,
    status: null,
    group,
    href,
    command: posted ? command : null,
    input: posted ? { record: id, ...(value === undefined ? {} : { value }) } : null,
    asks,
    menu,
    current: action.current ?? false,
    record: null,
  };
}

function marked(text: string | null, refused: boolean): string | null {
  return refused ? [text, REFUSED].filter(Boolean).join(" · ") : text;
}

/** Returns an action as a row of the main list, where it names the record. */
export function contextualItem(
  subject: PaletteSubject,
  action: MenuAction,
  refused: boolean,
): PaletteItem {
  const { id, kind, key, title } = nameOf(subject);
  const named = ["task", "draft", "project"].includes(kind) ? `${key} · ${title}` : title;
  const subtitle = marked(named, refused);
  return { ...menuItem(subject, action, refused), group: "Actions", subtitle, record: id };
}

/**
 * Returns the actions whose titles or groups match a text. If there are none, returns those that match with one wrong
 * letter per word.
 */
export function narrowed(actions: MenuAction[], text: string): MenuAction[] {
  const words = folded(text).split(" ").filter((word) => word !== "");
  const exact = actions.filter(({ title, group, hint = "", typed = "" }) => {
    const message = folded(`${title} ${group} ${hint} ${typed}`);
    return words.every((word) => message.includes(word));
  });
  if (exact.length > 0) return exact;
  return actions.filter(({ title, hint = "" }) => {
    const message = folded(`${title} ${hint}`);
    const called = partsOf(message);
    return words.every((word) => message.includes(word) || called.some((one) => isNear(word, one)));
  });
}
