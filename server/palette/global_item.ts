import { type GlobalCommand, hrefOf } from "./catalogue.ts";
import type { PaletteItem } from "./schema.ts";

/**
 * A global command as a row of the palette.
 * @param text what of the query it takes along as a title or name
 * @param known what else it takes along, as the query of where it leads takes it
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

/** What a page promotes stands above all groups. */
export function promoted(item: PaletteItem): PaletteItem {
  return { ...item, group: "Suggested" };
}
