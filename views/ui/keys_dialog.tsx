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

/** A shortcut: its name, its keys, and the task's or project's menu that it opens. */
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

/** The shortcuts of a project's page and row. */
const ofProject = projectProperties.flatMap((property): Keys[] => {
  const { name, key } = projectPropertyOf(property);
  const does = `Change project ${name.toLowerCase()}`;
  return key ? [[does, [key.toUpperCase()], undefined, property]] : [];
});

const composing = composerKeys().map(([name, letter]): Keys => [name, ["Alt", "Shift", letter]]);

/** All shortcuts, grouped by what they affect. */
export const listShortcuts = (who: Who): [heading: string, keys: Keys[]][] => [
  ["Anywhere", [
    ["Search or run a command", ["Ctrl", "K"]],
    ["Search", ["/"]],
    ["Create task or project", ["C"]],
    ["Undo", ["Ctrl", "Z"]],
    ...mainPagesFor(who, false).map((
      { name, key },
    ): Keys => [`Open ${name.toLowerCase()}`, ["G", key]]),
    ["Focus latest message", ["G", "N"]],
    ["Switch workspace", ["G", "W"]],
    ["Toggle sidebar", ["["]],
    ["Save", ["Ctrl", "Enter"]],
    ["Go back or close", ["Esc"]],
    ["Show keyboard shortcuts", ["?"]],
  ]],
  ["Lists and boards", [
    ["Next row or task", ["J"]],
    ["Previous row or task", ["K"]],
    ["Open row", ["Enter"]],
    ["Peek (hold, or press again to close)", ["Space"]],
    ["Collapse or expand sub-tasks", ["←", "→"]],
    ["Filter", ["F"]],
    ["Filter by text", ["Q"]],
    ["Switch between list and board", ["Ctrl", "B"]],
    ["Move cards", ["Alt", "←", "→", "↑", "↓"]],
    ["Select or deselect", ["X"]],
    ["Extend selection down", ["Shift", "J"]],
    ["Extend selection up", ["Shift", "K"]],
    ["Select all shown", ["Ctrl", "A"]],
  ]],
  ["Tasks", [
    ...menus,
    ["Assign to me", ["I"]],
    ["More actions", ["."], "actions"],
    ["Copy task link", ["Ctrl", "Shift", ","]],
    ["Copy task reference", ["Ctrl", "."]],
    ["Copy branch name", ["Ctrl", "Shift", "."]],
    ["Add to or remove from favorites", ["Alt", "F"]],
    ["Move favorite, sub-task, or row", ["Alt", "↑", "↓"]],
  ]],
  ["Projects", [
    ...ofProject,
    ["More actions", ["."], undefined, "actions"],
    ["Add to or remove from favorites", ["Alt", "F"]],
    ["Move milestone", ["Alt", "↑", "↓"]],
  ]],
  ["Roadmap", [
    ["Zoom in", ["+"]],
    ["Zoom out", ["-"]],
    ["Scroll to earlier or later dates", ["←", "→"]],
    ["Move project", ["Alt", "←", "→"]],
    ["Move target date only", ["Alt", "Shift", "←", "→"]],
  ]],
  ["Inbox", [
    ["Archive or restore notification", ["E"]],
    ["Mark as read or unread", ["U"]],
    ["Snooze notification", ["H"]],
  ]],
  ["New task", composing],
  ["Text editor", textKeys.map(({ name, keys }): Keys => [name, ["Ctrl", ...keys]])],
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

function draw(on: boolean, sections: ReturnType<typeof listShortcuts>) {
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
          Single-key shortcuts are off. Turn them on in your{" "}
          <a href={preferencesPath}>preferences</a>.
        </p>
      )}
      {sections.map(([heading, keys]) => <KeysSection heading={heading} keys={keys} />)}
    </dialog>,
  )));
}

const drawFor = (on: boolean): Record<Who, ReturnType<typeof raw>> => ({
  members: draw(on, listShortcuts("members")),
  managers: draw(on, listShortcuts("managers")),
  owners: draw(on, listShortcuts("owners")),
});
const dialogs = { on: drawFor(true), off: drawFor(false) };

/**
 * The list of shortcuts. They work on the focused row and on the open task, but not while typing.
 * @param props.on whether single-key shortcuts are on
 * @param props.who the audience that the viewer belongs to
 */
export function KeysDialog({ on, who }: { on: boolean; who: Who }) {
  return (on ? dialogs.on : dialogs.off)[who];
}

/** The shortcuts of the example list on the landing page. */
export const demoKeys: Keys[] = [
  ["Next row or task", ["J"]],
  ["Previous row or task", ["K"]],
  ["Change status", ["S"], "status"],
  ["Search", ["/"]],
  ["Show keyboard shortcuts", ["?"]],
];

/** The same list on the landing page. */
export function DemoKeysDialog({ on }: { on: boolean }) {
  return draw(on, [["Example list", demoKeys]]);
}
