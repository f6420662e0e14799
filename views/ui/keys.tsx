import { raw } from "hono/html";
import { Icon } from "../icons.tsx";
import { oneByte } from "../one_byte.ts";
import { placesFor, type Who } from "../layouts/places.ts";
import { preferencesPath, selectedPath } from "../paths.ts";
import { composerKeys } from "../tasks/composer_keys.ts";
import { propertyOf, taskProperties, type TaskProperty } from "../tasks/properties/all.ts";

/** What keys do: how it is called, which they are, and the menu of a task that they open. */
type Keys = [name: string, keys: string[], menu?: TaskProperty | "actions"];

const menus = taskProperties.flatMap((property): Keys[] => {
  const { shortcut } = propertyOf(property);
  return shortcut ? [[shortcut.does, [shortcut.key.toUpperCase()], property]] : [];
});

const keysFor = (who: Who): Keys[] => [
  ["New task", ["C"]],
  ["Next task, also of an open one", ["J"]],
  ["Previous task, also of an open one", ["K"]],
  ["Open the task", ["Enter"]],
  ["Fold its sub-tasks, or unfold them", ["←", "→"]],
  ["Peek at it, as long as it is held or till again", ["Space"]],
  ...menus,
  ["Assign to me", ["I"]],
  ["More actions", ["."], "actions"],
  ["Select, or leave out", ["X"]],
  ["Select as far as the next", ["Shift", "J"]],
  ["Select as far as the previous", ["Shift", "K"]],
  ["Select all that is shown", ["Ctrl", "A"]],
  ["Archive an entry of the inbox, or bring it back", ["E"]],
  ["Mark it as read, or as unread", ["U"]],
  ["Undo", ["Ctrl", "Z"]],
  ["Copy the task's link", ["Ctrl", "Shift", ","]],
  ["Copy its reference", ["Ctrl", "."]],
  ["Copy its branch name", ["Ctrl", "Shift", "."]],
  ["Filter", ["F"]],
  ["Move a card of a board, or those selected", ["Alt", "←", "→", "↑", "↓"]],
  ["Show as a board, or as a list", ["Ctrl", "B"]],
  ["Filter by text", ["/"]],
  ...placesFor(who).map(({ name, key }): Keys => [`Go to ${name.toLowerCase()}`, ["G", key]]),
  ["Switch workspace", ["G", "W"]],
  ["Close or open the sidebar", ["["]],
  ["Add to favorites, or remove", ["Alt", "F"]],
  ["Move a favorite, or a sub-task", ["Alt", "↑", "↓"]],
  ["Save what you write", ["Ctrl", "Enter"]],
  ["Make sub-tasks of chosen lines", ["Ctrl", "Shift", "O"]],
  ["Back, or close", ["Esc"]],
  ["This list", ["?"]],
];

const composing = composerKeys().map(([name, letter]): Keys => [name, ["Alt", "Shift", letter]]);

function KeysList({ keys, labelledBy }: { keys: Keys[]; labelledBy?: string }) {
  return (
    <dl class="keys-list" aria-labelledby={labelledBy}>
      {keys.map(([name, press, menu]) => (
        <div data-opens={menu} data-key={menu && press[0]}>
          <dt>{name}</dt>
          <dd>{press.map((key) => <kbd class="key">{key}</kbd>)}</dd>
        </div>
      ))}
    </dl>
  );
}

function draw(on: boolean, who: Who) {
  return raw(oneByte(String(
    <dialog id="keys" class="dialog" aria-labelledby="keys-title" data-selected={selectedPath}>
      <div class="dialog-head">
        <h2 id="keys-title">Keyboard shortcuts</h2>
        <form method="dialog">
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            data-shape="icon"
            aria-label="Close"
          >
            <Icon name="close" />
          </button>
        </form>
      </div>
      {!on && (
        <p class="keys-off">
          Single-key shortcuts are off. Switch them on in your{" "}
          <a href={preferencesPath}>preferences</a>.
        </p>
      )}
      <KeysList keys={keysFor(who)} />
      <h3 id="composer-keys" class="keys-heading">In a new task</h3>
      <KeysList labelledBy="composer-keys" keys={composing} />
    </dialog>,
  )));
}

const drawFor = (on: boolean): Record<Who, ReturnType<typeof raw>> => ({
  members: draw(on, "members"),
  managers: draw(on, "managers"),
  owners: draw(on, "owners"),
});
const dialogs = { on: drawFor(true), off: drawFor(false) };

/**
 * The list of keys; they work on the focused row and on the open task alike, never while typing.
 * @param props.on whether single keys do something
 * @param props.who all that the reader is, of those whom pages are for
 */
export function KeysDialog({ on, who }: { on: boolean; who: Who }) {
  return (on ? dialogs.on : dialogs.off)[who];
}
