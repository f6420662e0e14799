import { type GlobalCommand, hrefOf } from "./catalogue.ts";
import type { PaletteItem } from "./schema.ts";

/**
 * Returns a global command as a row of the palette.
 * @param text the part of the query that becomes a title or name
 * @param known more values, as URL parameters of the destination
 */
export function globalItem(
  command: GlobalCommand,
  text = "",
  known: Record<string, string | string[]> = {},
): PaletteItem {
  return {
    id: command.name,
    kind: "command",
    title: command.title,
    subtitle: text === "" ? null : text,
    key: null,
    status: null,
    group: "Actions",
    href: hrefOf(command, text, known),
    command: null,
    input: null,
    asks: null,
    menu: null,
    current: false,
    record: null,
  };
}

/** Marks an item that a page promotes, so that it comes above all groups. */
export function promoted(item: PaletteItem): PaletteItem {
  return { ...item, group: "Suggested" };
}
