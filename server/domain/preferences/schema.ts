import { z } from "zod";
import { timeZone } from "../core/time_zone.ts";
import { weekStarts } from "../core/weeks.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
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
    "State of the sidebar: `open` beside the page, or `closed` until you open it over the page.",
  );

/** The groups of the sidebar, in its order. */
export const sidebarGroups = ["favorites", "views", "teams"] as const;
export type SidebarGroup = (typeof sidebarGroups)[number];

const sidebarFolded = z.array(
  z.enum(sidebarGroups, `Choose from ${sidebarGroups.join(", ")}.`),
)
  .max(20).describe("Collapsed sidebar groups. Replaces the current list.");

/** How many groups of a list are kept as folded. */
export const MOST_FOLDED = 100;

/** How many lists' looks are kept; of the others those that were changed longest ago are forgotten. */
export const MOST_LISTS = 30;
const key = z.string().regex(/^\w{1,64}$/, "Use at most 64 letters, digits, and underscores.");
const groupKey = z.string()
  .regex(/^[\w-]{1,64}$/, "Use at most 64 letters, digits, underscores, and hyphens.");

/** How many columns of a list are kept as hidden, and as shown; those of longest ago are forgotten. */
export const MOST_COLUMNS_KEPT = 50;
const column =
  "a status, a priority, an ID, or `assignee_none`, `project_none`, or `label_none` for tasks without " +
  "a value";

const subTasks = [...subTaskPlaces, "hidden"] as const;

const look = {
  list: key.describe(
    "List: `all` tasks, `mine`, or the ID of a team, project, or saved view. For `roadmap`, only " +
      "`folded` is stored.",
  ),
  hidden: displayFields.hidden,
  density: displayFields.density,
  subTasks: z.enum(subTasks, `Use one of ${subTasks.join(", ")}.`).describe(
    "Placement of sub-tasks: `beside` other tasks, `below` their parent tasks if those are shown, or " +
      "`hidden`.",
  ),
  layout: displayFields.layout.describe("Layout, unless the URL sets one."),
  grouping: z.enum(taskGroupings, `Use one of ${taskGroupings.join(", ")}.`)
    .describe("Field that groups the list, unless the URL sets one."),
  subgrouping: displayFields.subgrouping.describe(
    "Field that groups the tasks within each group, unless the URL sets one.",
  ),
  sorting: z.enum(taskSorts, `Use one of ${taskSorts.join(", ")}.`)
    .describe("Sort order, unless the URL sets one. Prefix `-` for newest or highest first."),
  closed: z.enum(closedShown, `Use one of ${closedShown.join(", ")}.`)
    .describe("Age of completed and cancelled tasks to show, unless the URL sets one."),
  folded: z.array(groupKey).max(MOST_FOLDED).describe(
    "Collapsed groups and parent tasks. A group is a status, a priority, an ID, or `assignee_none`, " +
      "`project_none`, or `label_none` for tasks without a value. For a group within a group, join both " +
      "keys, as in `planned-label_none`. A parent task is its ID.",
  ),
  hiddenColumns: z.array(key).max(MOST_COLUMNS_KEPT)
    .describe(`Hidden columns of the board. A column is ${column}.`),
  shownColumns: z.array(key).max(MOST_COLUMNS_KEPT)
    .describe("Columns for people, projects, and labels that are shown even if empty."),
};

/** How one list of tasks looks to somebody. What was kept before lists had all of these is as it begins. */
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

/** How the pages look and answer to one person, and what they are told of, in every workspace and on every device. */
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

/** What everybody begins with, and who looks at no pages has. */
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

/** How every list looks to begin with to who has chosen nothing. */
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

/** How every list looks to begin with to somebody. */
export const lookAsBegun = ({ density }: Pick<Preferences, "density">): Omit<ListLook, "list"> => ({
  ...firstLook,
  density,
});

/**
 * Looks as they are kept, which were so before a look had all that it has now.
 * @returns null where what is kept can't be read: somebody has been at the database
 */
export function looksIn(kept: unknown): ListLook[] | null {
  if (!Array.isArray(kept) || !kept.every((look) => typeof look?.list === "string")) return null;
  return kept.map(({ list, ...look }) => ({ list, ...firstLook, ...look }));
}

/**
 * The folded groups of the sidebar as they are kept.
 * @returns null where that can't be read
 */
export function foldedSidebarGroups(kept: unknown): SidebarGroup[] | null {
  return sidebarFolded.safeParse(kept).data ?? null;
}

/** `PATCH /me/preferences`: the ones that change. */
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
}).refine(namesAField, somethingNamed);
