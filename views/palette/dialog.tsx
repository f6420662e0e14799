import { Icon, type IconName } from "../icons.tsx";
import { commandPath, suggestionsPath } from "../paths.ts";
import { preferencesPath } from "../settings_paths.ts";
import { CloseButton } from "../ui/close_button.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

/** The icons of rows, by what `static/js/palette/rows.js` calls them. */
const icons: Readonly<Record<string, IconName>> = {
  actions: "ellipsis",
  archive: "archive",
  bell: "bell",
  board: "board",
  bot: "bot",
  calendar: "calendar",
  copy: "copy",
  display: "display",
  draft: "pencil",
  filter: "filter",
  go: "chevron-right",
  inbox: "inbox",
  invite: "users",
  key: "keyboard",
  milestone: "milestone",
  plus: "plus",
  priority: "priority",
  project: "project",
  roadmap: "roadmap",
  select: "checklist",
  settings: "settings",
  sidebar: "panel-left",
  star: "star",
  status: "circle-dot",
  tag: "tag",
  task: "layers",
  team: "team",
  undo: "restore",
  user: "user",
  view: "view",
};

/** What a mark says to who doesn't see it. */
const marks: Readonly<Record<string, string>> = {
  ...statusWords,
  backlog: "Backlog",
  active: "Active",
  ...priorityWords,
};

/**
 * The palette: one field that finds records and commands, and below it what it found; over that what can be done with the
 * row that one is at. `static/js/palette` brings it, once for all pages.
 */
function PaletteDialog() {
  return (
    <dialog
      id="palette"
      class="dialog palette"
      data-kind="sheet"
      aria-label="Search and commands"
      x-data="palette"
      data-asks={suggestionsPath}
      data-runs={commandPath}
      data-prefers={preferencesPath}
    >
      <div class="palette-list menu" x-data="listbox" role="search" aria-label="Workspace">
        <div class="palette-field">
          <Icon name="search" />
          <Field
            items="palette-items"
            label="Search the workspace, or run a command"
            hint="Search or run a command…"
          />
          <span class="palette-wait" data-wait hidden>Searching…</span>
          <CloseButton />
        </div>
        <div
          id="palette-items"
          class="menu-items"
          role="listbox"
          aria-label="Results"
          data-found=""
        >
        </div>
        <p class="palette-note" data-note hidden></p>
        <div class="palette-foot" aria-hidden="true">
          <Hint keys={[">"]}>commands</Hint>
          <Hint keys={["@"]}>people</Hint>
          <Hint keys={["$"]}>projects</Hint>
          <Hint keys={["#"]}>tasks</Hint>
          <Hint keys={["Ctrl", "K"]}>actions</Hint>
        </div>
      </div>
      <div
        id="palette-actions"
        class="menu-layer palette-actions"
        popover="auto"
        role="dialog"
        aria-label="Actions"
      >
        <div class="menu" x-data="listbox">
          <div class="menu-filter">
            <Field items="palette-action-items" label="Filter the actions" hint="Actions…" />
          </div>
          <div id="palette-action-items" class="menu-items" role="listbox" aria-label="Actions">
          </div>
          <p class="menu-none" data-none hidden>No action matches.</p>
          <p class="palette-note" data-actions-note hidden></p>
        </div>
      </div>
      <p class="unseen" role="status" data-said></p>
      <template data-icons>
        {Object.entries(icons).map(([name, icon]) => (
          <span data-icon={name}>
            <Icon name={icon} />
          </span>
        ))}
        {Object.entries(marks).map(([name, words]) => <b data-icon={name}>{words}</b>)}
        <span data-icon="more" class="palette-more">
          <Icon name="ellipsis" />
        </span>
        <span data-icon="check" class="check">
          <Icon name="check" />
        </span>
      </template>
    </dialog>
  );
}

function Field({ items, label, hint }: { items: string; label: string; hint: string }) {
  return (
    <input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls={items}
      aria-autocomplete="list"
      aria-label={label}
      placeholder={hint}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      enterkeyhint="go"
      maxlength={200}
      dir="auto"
    />
  );
}

function Hint({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span>
      {keys.map((key) => <kbd class="key">{key}</kbd>)} {children}
    </span>
  );
}

/** The dialog's markup, which its script carries. */
export function paletteMarkup(): string {
  return String(<PaletteDialog />);
}
