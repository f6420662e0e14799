import { docsSearchPath } from "../docs_paths.ts";
import { Icon, type IconName } from "../icons.tsx";
import { commandPath, suggestionsPath } from "../paths.ts";
import { preferencesPath } from "../settings_paths.ts";
import { CloseButton } from "../ui/close_button.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

/** The icons of rows, by their names in `static/js/palette/rows.js`. */
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

/** Names of marks for screen readers. */
const marks: Readonly<Record<string, string>> = {
  ...statusWords,
  backlog: "Backlog",
  active: "Active",
  ...priorityWords,
};

/** The data that the palette searches: a workspace, or the public site. */
type PaletteKind = "workspace" | "site";

const words: Readonly<
  Record<
    PaletteKind,
    { place: string; label: string; hint: string; scopes: readonly (readonly [string, string])[] }
  >
> = {
  workspace: {
    place: "Workspace",
    label: "Search the workspace or run a command",
    hint: "Search or run a command…",
    scopes: [[">", "commands"], ["@", "people"], ["$", "projects"], ["#", "tasks"], ["?", "docs"]],
  },
  site: {
    place: "This site",
    label: "Search this site",
    hint: "Search this site…",
    scopes: [["↑↓", "move"], ["Enter", "open"], ["Esc", "close"]],
  },
};

/**
 * The palette: a search field for records and commands, its results, and the actions on the highlighted result.
 * `static/js/palette` adds it to every page.
 */
function PaletteDialog({ of }: { of: PaletteKind }) {
  const { place, label, hint, scopes } = words[of];
  return (
    <dialog
      id="palette"
      class="dialog palette"
      data-kind="sheet"
      aria-modal="true"
      closedby="closerequest"
      aria-label={of === "workspace" ? "Search and commands" : "Search"}
      x-data="palette"
      data-of={of}
      data-asks={of === "workspace" ? suggestionsPath : undefined}
      data-docs={docsSearchPath}
      data-runs={of === "workspace" ? commandPath : undefined}
      data-prefers={of === "workspace" ? preferencesPath : undefined}
    >
      <div class="palette-list menu" x-data="listbox" role="search" aria-label={place}>
        <div class="palette-field">
          <Icon name="search" />
          <Field
            items="palette-items"
            label={label}
            hint={hint}
          />
          <span class="palette-wait" data-wait aria-hidden="true" hidden>Searching…</span>
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
          {scopes.map(([key, name]) => <Hint keys={[key]}>{name}</Hint>)}
          <Hint keys={["Ctrl", "K"]}>actions</Hint>
          <span data-peeks>
            <Hint keys={["→"]}>peek</Hint>
          </span>
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
            <Field items="palette-action-items" label="Filter actions" hint="Actions…" />
          </div>
          <div id="palette-action-items" class="menu-items" role="listbox" aria-label="Actions">
          </div>
          <p class="menu-none" data-none hidden>No matching actions</p>
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
          <b class="unseen">selected</b>
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

/** Returns the markup of the dialog for its script, in a workspace and on the public site. */
export function paletteMarkup(): Record<PaletteKind, string> {
  const drawn = (of: PaletteKind) => String(<PaletteDialog of={of} />);
  return { workspace: drawn("workspace"), site: drawn("site") };
}
