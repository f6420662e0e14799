import { z } from "zod";
import { timeZone } from "../core/time_zone.ts";
import { weekStarts } from "../core/weeks.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { closedShown, displayFields, subTaskPlaces } from "../tasks/display.ts";
import { taskGroupings, taskSorts } from "../tasks/schema.ts";
import { firstChannels } from "../vocabulary.ts";
import { Channels, SomeChannels } from "./channels.ts";

const theme = z.enum(["system", "light", "dark"], "Use system, light, or dark.")
  .describe("Color theme of the web interface.");

// WCAG 2.2, 2.1.4
const shortcuts = z.boolean("Use true or false.")
  .describe("Whether single-key shortcuts are on, such as `c` for a new task.");

/** The pages that the workspace can open with. */
export const startPages = ["inbox", "mine", "tasks", "projects", "views"] as const;
export type StartPage = (typeof startPages)[number];

const startPage = z.enum(startPages, `Use one of ${startPages.join(", ")}.`)
  .describe("Start page of the workspace. `mine` is the list of your tasks.");

const ownTimeZone = timeZone.nullable().describe(
  "Your IANA time zone for showing and entering times, or `null` for the workspace's time zone.",
);

const weekStart = z.enum(weekStarts, `Use one of ${weekStarts.join(", ")}.`)
  .describe("First day of your week.");

const density = displayFields.density
  .describe("Default row density for task lists.");

const sidebar = z.enum(["open", "closed"], "Use open or closed.")
  .describe(
    "State of the sidebar: `open` shows it beside the page, and `closed` hides it until you open it.",
  );

/** The groups of the sidebar, in its order. */
export const sidebarGroups = ["favorites", "views", "teams"] as const;
export type SidebarGroup = (typeof sidebarGroups)[number];

const sidebarFolded = z.array(
  z.enum(sidebarGroups, `Choose from ${sidebarGroups.join(", ")}.`),
)
  .max(20).describe("Collapsed sidebar groups. Replaces the current list.");

/** The maximum number of stored collapsed groups per list. */
export const MOST_FOLDED = 100;

/** The maximum number of lists with stored display options. The least recently changed ones are deleted. */
export const MOST_LISTS = 30;
const key = z.string().regex(/^\w{1,64}$/, "Use at most 64 letters, digits, and underscores.");
const groupKey = z.string()
  .regex(/^[\w-]{1,64}$/, "Use at most 64 letters, digits, underscores, and hyphens.");

/** The maximum number of stored hidden and shown columns per list. The oldest ones are deleted. */
export const MOST_COLUMNS_KEPT = 50;
const column =
  "a status, a priority, an ID, or `assignee_none`, `project_none`, or `label_none` for tasks without " +
  "a value";

const subTasks = [...subTaskPlaces, "hidden"] as const;

const look = {
  list: key.describe(
    "List that the options apply to: `all` tasks, `mine`, or the ID of a team, project, or saved view. For " +
      "`roadmap`, only `folded` is stored.",
  ),
  hidden: displayFields.hidden,
  density: displayFields.density,
  subTasks: z.enum(subTasks, `Use one of ${subTasks.join(", ")}.`).describe(
    "Placement of sub-tasks: `beside` other tasks, `below` their parent tasks if those are shown, or " +
      "`hidden` to leave them out.",
  ),
  layout: displayFields.layout.describe("Layout of the list, unless the URL sets one."),
  grouping: z.enum(taskGroupings, `Use one of ${taskGroupings.join(", ")}.`)
    .describe("Field that groups the list, unless the URL sets one."),
  subgrouping: displayFields.subgrouping.describe(
    "Field that groups the tasks within each group, unless the URL sets one.",
  ),
  sorting: z.enum(taskSorts, `Use one of ${taskSorts.join(", ")}.`)
    .describe("Sort order, unless the URL sets one. Prefix `-` for newest or highest first."),
  closed: z.enum(closedShown, `Use one of ${closedShown.join(", ")}.`)
    .describe("Maximum age of completed and cancelled tasks to show, unless the URL sets one."),
  folded: z.array(groupKey).max(MOST_FOLDED).describe(
    "Keys of collapsed groups and parent tasks. A group's key is a status, a priority, an ID, or " +
      "`assignee_none`, `project_none`, or `label_none` for tasks without a value. For a group within a " +
      "group, join both keys, as in `planned-label_none`. A parent task's key is its ID.",
  ),
  hiddenColumns: z.array(key).max(MOST_COLUMNS_KEPT)
    .describe(`Keys of hidden board columns. A key is ${column}.`),
  shownColumns: z.array(key).max(MOST_COLUMNS_KEPT)
    .describe(
      "Keys of the person, project, and label columns that the board shows even if they are empty.",
    ),
};

/** A person's display options for a task list. Options stored before they existed have their defaults. */
export const ListLook = z.strictObject({
  ...look,
  subTasks: look.subTasks.default("beside"),
  layout: look.layout.default("list"),
  grouping: look.grouping.default("status"),
  subgrouping: look.subgrouping.default("none"),
  sorting: look.sorting.default("-createdAt"),
  closed: look.closed.default("all"),
  hiddenColumns: look.hiddenColumns.default([]),
  shownColumns: look.shownColumns.default([]),
});
export type ListLook = z.output<typeof ListLook>;

/** A person's preferences, in every workspace and on every device. */
export const Preferences = z.strictObject({
  theme,
  shortcuts,
  sidebar,
  sidebarFolded,
  notifications: Channels,
  startPage,
  timeZone: ownTimeZone,
  weekStart,
  density,
  lists: z.array(ListLook).max(MOST_LISTS)
    .describe("Display options of task lists that differ from the default."),
});
export type Preferences = z.output<typeof Preferences>;

/** The default preferences, also for automations. */
export const firstPreferences: Preferences = {
  theme: "system",
  shortcuts: true,
  sidebar: "open",
  sidebarFolded: [],
  notifications: firstChannels,
  startPage: "inbox",
  timeZone: null,
  weekStart: "monday",
  density: "comfortable",
  lists: [],
};

/** The default display options of lists. */
export const firstLook: Omit<ListLook, "list"> = {
  hidden: [],
  density: "comfortable",
  subTasks: "beside",
  layout: "list",
  grouping: "status",
  subgrouping: "none",
  sorting: "-createdAt",
  closed: "all",
  folded: [],
  hiddenColumns: [],
  shownColumns: [],
};

/** Returns a person's default display options. */
export const lookAsBegun = ({ density }: Pick<Preferences, "density">): Omit<ListLook, "list"> => ({
  ...firstLook,
  density,
});

/**
 * Returns stored display options, with defaults for newer ones.
 * @returns null if they are unreadable because someone edited the database
 */
export function looksIn(kept: unknown): ListLook[] | null {
  if (!Array.isArray(kept) || !kept.every((look) => typeof look?.list === "string")) return null;
  return kept.map(({ list, ...look }) => ({ list, ...firstLook, ...look }));
}

/**
 * Returns the stored collapsed groups of the sidebar.
 * @returns null if they are unreadable
 */
export function foldedSidebarGroups(kept: unknown): SidebarGroup[] | null {
  return sidebarFolded.safeParse(kept).data ?? null;
}

/** `PATCH /me/preferences`: the preferences to change. */
export const PreferencesPatch = z.strictObject({
  theme: theme.optional(),
  shortcuts: shortcuts.optional(),
  sidebar: sidebar.optional(),
  sidebarFolded: sidebarFolded.optional(),
  notifications: SomeChannels.optional().describe(
    "Channels to change. Channels you omit don't change.",
  ),
  startPage: startPage.optional(),
  timeZone: ownTimeZone.optional(),
  weekStart: weekStart.optional(),
  density: density.optional(),
  lists: z.array(
    z.strictObject({
      list: look.list,
      hidden: look.hidden.optional(),
      density: look.density.optional(),
      subTasks: look.subTasks.optional(),
      layout: look.layout.optional(),
      grouping: look.grouping.optional(),
      subgrouping: look.subgrouping.optional(),
      sorting: look.sorting.optional(),
      closed: look.closed.optional(),
      folded: look.folded.optional(),
      hiddenColumns: look.hiddenColumns.optional(),
      shownColumns: look.shownColumns.optional(),
    }),
  ).max(MOST_LISTS).optional()
    .describe("Display options to change, by list. Lists you omit don't change."),
}).refine(namesAField, atLeastOneField);
