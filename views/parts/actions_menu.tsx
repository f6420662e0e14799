import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";

/** The menu of all actions on a record, or the reason that some are missing. */
export function RecordActionsMenu(props: {
  name: string;
  /** The record's page. */
  path: string;
  archived: boolean;
  /** Why the viewer can't change it. */
  refusal: string | null;
  properties: Choice[];
  additions: Choice[];
  /** Actions that move the record in the list where the menu was opened. */
  moves?: readonly Choice[];
  copies: Choice[];
  /** Actions on the whole record. */
  whole: { name: string; choices: Choice[] };
}) {
  const { name, path, archived, refusal, properties, additions, copies, whole, moves = [] } = props;
  const below: Child = refusal && !archived ? <p class="menu-hint">{refusal}</p> : undefined;
  return (
    <Menu
      name={name}
      action={path}
      groups={[
        ...(refusal ? [] : [{ name: "Properties", choices: properties }]),
        ...(refusal ? [] : [{ name: "Add", choices: additions }]),
        ...(refusal || moves.length === 0 ? [] : [{ name: "Move", choices: [...moves] }]),
        { name: "Copy", choices: copies },
        whole,
      ]}
      below={below}
    />
  );
}

/** Adds a record to favorites or removes it. @param press the shortcut */
export function favoriteChoice(favorite: boolean, press?: string): Choice {
  return {
    name: favorite ? "Remove from favorites" : "Add to favorites",
    icon: <Icon name="star" />,
    press,
    send: { name: "act", value: favorite ? "unfavorite" : "favorite" },
  };
}

/** Prints a record's page. */
export function printChoice(path: string): Choice {
  return { name: "Print…", icon: <Icon name="printer" />, press: "Ctrl P", prints: path };
}
