import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";

/** Everything else that one can do with a record, and why one can't do more. */
export function RecordActionsMenu(props: {
  name: string;
  /** Its own page. */
  path: string;
  archived: boolean;
  /** Why the viewer can't change it. */
  refusal: string | null;
  properties: Choice[];
  additions: Choice[];
  /** What puts it elsewhere in the list beside which the menu is open. */
  moves?: readonly Choice[];
  copies: Choice[];
  /** What is done with it as a whole. */
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

/** Makes a record a favorite, or no favorite again. @param press the keys that do the same */
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
