import { raw } from "hono/html";
import lucide from "@iconify-json/lucide/icons.json" with { type: "json" };

/** Icon names here and in Lucide. https://lucide.dev/icons */
const names = {
  archive: "archive",
  "arrow-left": "arrow-left",
  "arrow-up-to-line": "arrow-up-to-line",
  approval: "badge-check",
  bell: "bell",
  "bell-off": "bell-off",
  board: "square-kanban",
  bold: "bold",
  bot: "bot",
  branch: "git-branch",
  calendar: "calendar",
  check: "check",
  "chevron-down": "chevron-down",
  "chevron-left": "chevron-left",
  "chevron-right": "chevron-right",
  "chevron-up": "chevron-up",
  checklist: "list-checks",
  "circle-dot": "circle-dot",
  clock: "clock",
  close: "x",
  code: "code",
  comment: "message-square",
  copy: "copy",
  display: "sliders-horizontal",
  duplicate: "copy-plus",
  ellipsis: "ellipsis",
  eye: "eye",
  "eye-off": "eye-off",
  filter: "list-filter",
  fold: "chevrons-down-up",
  inbox: "inbox",
  italic: "italic",
  keyboard: "keyboard",
  layers: "layers",
  link: "link",
  list: "list",
  "log-out": "log-out",
  maximize: "maximize-2",
  menu: "menu",
  milestone: "milestone",
  minus: "minus",
  parent: "corner-left-up",
  pencil: "pencil",
  "panel-left": "panel-left",
  "panel-right": "panel-right",
  plus: "plus",
  printer: "printer",
  priority: "signal-high",
  project: "box",
  quote: "text-quote",
  relation: "git-compare-arrows",
  restore: "archive-restore",
  roadmap: "chart-no-axes-gantt",
  "save-view": "bookmark-plus",
  search: "search",
  settings: "settings",
  star: "star",
  "sub-task": "list-tree",
  team: "network",
  template: "layout-template",
  tag: "tag",
  terminal: "terminal",
  trash: "trash",
  user: "user",
  "user-circle": "circle-user-round",
  users: "users",
  view: "layout-list",
  warning: "triangle-alert",
} as const satisfies Record<string, keyof typeof lucide.icons>;
export type IconName = keyof typeof names;

/** The attributes of all Lucide shapes, which are set once, on the icon. */
const stroke =
  'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="2"';

/** Icons in every row and card. They are drawn once per page and referenced. */
const repeated: readonly IconName[] = [
  "archive",
  "chevron-down",
  "ellipsis",
  "panel-right",
  "pencil",
  "plus",
  "project",
  "relation",
  "trash",
  "user-circle",
];

/** Returns a Lucide shape without its drawing attributes. */
function shapesOf(name: IconName): string {
  return lucide.icons[names[name]].body.replaceAll(` ${stroke}`, "");
}

/** Returns an icon's markup at 16 px. The caller adds the text for screen readers. */
function markup(name: IconName): string {
  return repeated.includes(name)
    ? `<svg width="16" height="16" aria-hidden="true"><use href="#i-${name}"></use></svg>`
    : `<svg width="16" height="16" viewBox="0 0 24 24" ${stroke} aria-hidden="true">${
      shapesOf(name)
    }</svg>`;
}

const icons = Object.fromEntries(
  Object.keys(names).map((name) => [name, raw(markup(name as IconName))]),
) as Record<IconName, ReturnType<typeof raw>>;

/** The symbols that icons in rows refer to. */
export const iconSymbols = repeated.map((name) =>
  `<symbol id="i-${name}" viewBox="0 0 24 24" ${stroke}>${shapesOf(name)}</symbol>`
).join("");

/** A Lucide icon of 16 px, in the color of the surrounding text. */
export function Icon({ name }: { name: IconName }) {
  return icons[name];
}
