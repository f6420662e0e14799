import { raw } from "hono/html";
import { Icon } from "../icons.tsx";
import { latin1Html } from "../latin1_html.ts";
import { mainPagesFor, type Who } from "../layouts/main_pages.ts";
import { selectedPath } from "../paths.ts";
import {
  projectProperties,
  type ProjectProperty,
  projectPropertyOf,
} from "../projects/properties/all.ts";
import { preferencesPath } from "../settings_paths.ts";
import { textKeys } from "./markdown_field.tsx";
import { composerKeys } from "../tasks/composer_keys.ts";
import { propertyOf, taskProperties, type TaskProperty } from "../tasks/properties/all.ts";

/** What keys do: how it is called, which they are, and the menu of a task or of a project that they open. */
type Keys = [
  name: string,
  keys: string[],
  menu?: TaskProperty | "actions",
  ofProject?: ProjectProperty | "actions",
];

const menus = taskProperties.flatMap((property): Keys[] => {
  const { shortcut } = propertyOf(property);
  return shortcut ? [[shortcut.does, [shortcut.key.toUpperCase()], property]] : [];
});

/** On a project's page, and on its row. */
const ofProject = projectProperties.flatMap((property): Keys[] => {
  const { name, key } = projectPropertyOf(property);
  const does = `Change its ${name.toLowerCase()}`;
  return key ? [[does, [key.toUpperCase()], undefined, property]] : [];
});

const composing = composerKeys().map(([name, letter]): Keys => [name, ["Alt", "Shift", letter]]);

/** What keys do, by what they do it to. */
const sectionsFor = (who: Who): [heading: string, keys: Keys[]][] => [
  ["Anywhere", [
    ["Search, or run a command", ["Ctrl", "K"]],
    ["Search", ["/"]],
    ["New task, or among projects a project", ["C"]],
    ["Undo", ["Ctrl", "Z"]],
    ...mainPagesFor(who, false).map((
      { name, key },
    ): Keys => [`Go to ${name.toLowerCase()}`, ["G", key]]),
    ["Go to the news", ["G", "N"]],
    ["Switch workspace", ["G", "W"]],
    ["Close or open the sidebar", ["["]],
    ["Save what you write", ["Ctrl", "Enter"]],
    ["Back, or close", ["Esc"]],
    ["This list", ["?"]],
  ]],
  ["Lists and boards", [
    ["Next row, or next task of an open one", ["J"]],
    ["Previous row, or previous task", ["K"]],
    ["Open it", ["Enter"]],
    ["Peek at it, as long as it is held or till again", ["Space"]],
    ["Fold its sub-tasks, or unfold them", ["←", "→"]],
    ["Filter", ["F"]],
    ["Filter by text", ["Q"]],
    ["Show as a board, or as a list", ["Ctrl", "B"]],
    ["Move a card of a board, or those selected", ["Alt", "←", "→", "↑", "↓"]],
    ["Select, or leave out", ["X"]],
    ["Select as far as the next", ["Shift", "J"]],
    ["Select as far as the previous", ["Shift", "K"]],
    ["Select all that is shown", ["Ctrl", "A"]],
  ]],
  ["A task, or those selected", [
    ...menus,
    ["Assign to me", ["I"]],
    ["More actions", ["."], "actions"],
    ["Copy the task's link", ["Ctrl", "Shift", ","]],
    ["Copy its reference", ["Ctrl", "."]],
    ["Copy its branch name", ["Ctrl", "Shift", "."]],
    ["Add to favorites, or remove", ["Alt", "F"]],
    ["Move a favorite, a sub-task, or a row of a list by hand", ["Alt", "↑", "↓"]],
  ]],
  ["A project, or its row", [
    ...ofProject,
    ["More actions", ["."], undefined, "actions"],
    ["Add to favorites, or remove", ["Alt", "F"]],
    ["Move a milestone", ["Alt", "↑", "↓"]],
  ]],
  ["The roadmap", [
    ["Look closer", ["+"]],
    ["Look from further away", ["-"]],
    ["Look at earlier or later days", ["←", "→"]],
    ["Move a project", ["Alt", "←", "→"]],
    ["Move its end alone", ["Alt", "Shift", "←", "→"]],
  ]],
  ["The inbox", [
    ["Archive an entry, or bring it back", ["E"]],
    ["Mark it as read, or as unread", ["U"]],
    ["Snooze it", ["H"]],
  ]],
  ["A new task", composing],
  ["A text", textKeys.map(({ name, keys }): Keys => [name, ["Ctrl", ...keys]])],
];

function KeysSection({ heading, keys }: { heading: string; keys: Keys[] }) {
  const id = `keys-${heading.toLowerCase().replace(/\W+/g, "-")}`;
  return (
    <>
      <h3 id={id} class="keys-heading">{heading}</h3>
      <dl class="keys-list" aria-labelledby={id}>
        {keys.map(([name, press, menu, ofProject]) => (
          <div
            data-opens={menu}
            data-key={menu && press[0]}
            data-of-project={ofProject}
            data-project-key={ofProject && press[0]}
          >
            <dt>{name}</dt>
            <dd>{press.map((key) => <kbd class="key">{key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function draw(on: boolean, who: Who) {
  return raw(latin1Html(String(
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
      {sectionsFor(who).map(([heading, keys]) => <KeysSection heading={heading} keys={keys} />)}
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
