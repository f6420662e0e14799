import { raw } from "hono/html";
import arrowLeft from "lucide-static/icons/arrow-left.svg" with { type: "text" };
import bot from "lucide-static/icons/bot.svg" with { type: "text" };
import calendar from "lucide-static/icons/calendar.svg" with { type: "text" };
import check from "lucide-static/icons/check.svg" with { type: "text" };
import chevronDown from "lucide-static/icons/chevron-down.svg" with { type: "text" };
import chevronRight from "lucide-static/icons/chevron-right.svg" with { type: "text" };
import circleDot from "lucide-static/icons/circle-dot.svg" with { type: "text" };
import display from "lucide-static/icons/sliders-horizontal.svg" with { type: "text" };
import filter from "lucide-static/icons/list-filter.svg" with { type: "text" };
import keyboard from "lucide-static/icons/keyboard.svg" with { type: "text" };
import layers from "lucide-static/icons/layers.svg" with { type: "text" };
import logOut from "lucide-static/icons/log-out.svg" with { type: "text" };
import menu from "lucide-static/icons/menu.svg" with { type: "text" };
import archive from "lucide-static/icons/archive.svg" with { type: "text" };
import ellipsis from "lucide-static/icons/ellipsis.svg" with { type: "text" };
import milestone from "lucide-static/icons/milestone.svg" with { type: "text" };
import project from "lucide-static/icons/box.svg" with { type: "text" };
import restore from "lucide-static/icons/archive-restore.svg" with { type: "text" };
import search from "lucide-static/icons/search.svg" with { type: "text" };
import parent from "lucide-static/icons/corner-left-up.svg" with { type: "text" };
import pencil from "lucide-static/icons/pencil.svg" with { type: "text" };
import trash from "lucide-static/icons/trash-2.svg" with { type: "text" };
import plus from "lucide-static/icons/plus.svg" with { type: "text" };
import tag from "lucide-static/icons/tag.svg" with { type: "text" };
import terminal from "lucide-static/icons/terminal.svg" with { type: "text" };
import user from "lucide-static/icons/user.svg" with { type: "text" };
import userCircle from "lucide-static/icons/circle-user-round.svg" with { type: "text" };
import users from "lucide-static/icons/users.svg" with { type: "text" };
import warning from "lucide-static/icons/triangle-alert.svg" with { type: "text" };
import close from "lucide-static/icons/x.svg" with { type: "text" };

const sources = {
  archive,
  ellipsis,
  milestone,
  project,
  restore,
  search,
  "arrow-left": arrowLeft,
  bot,
  calendar,
  check,
  "chevron-down": chevronDown,
  "chevron-right": chevronRight,
  "circle-dot": circleDot,
  close,
  display,
  filter,
  keyboard,
  layers,
  "log-out": logOut,
  menu,
  parent,
  pencil,
  trash,
  plus,
  tag,
  terminal,
  user,
  "user-circle": userCircle,
  users,
  warning,
};
export type IconName = keyof typeof sources;

/** An icon's markup at 16 px, ready to be put into a page: what a screen reader says stands beside it. */
function inline(source: string): string {
  const shapes = source.slice(source.indexOf(">", source.indexOf("<svg")) + 1).replace("</svg>", "")
    .replace(/\s+/g, " ").replaceAll(" />", "/>").trim();
  return `<svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" ` +
    `stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes}</svg>`;
}

const icons = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => [name, raw(inline(source))]),
) as Record<IconName, ReturnType<typeof raw>>;

/** One of lucide's icons, 16 px, in the colour of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return icons[name];
}
