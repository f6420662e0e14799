import { z } from "zod";
import { namesAField, somethingNamed } from "../core/versioned.ts";

const theme = z.enum(["system", "light", "dark"], "Use system, light or dark.")
  .describe("How the pages look.");

// WCAG 2.2, 2.1.4
const shortcuts = z.boolean("Say true or false.")
  .describe("Whether single keys do something: `c` a new task, `j` the next one.");

const sidebar = z.enum(["open", "closed"], "Use open or closed.")
  .describe("Whether the sidebar stands beside the pages, or is opened over them.");

/** The groups of the sidebar, in its order. */
export const sidebarGroups = ["favorites", "views", "teams"] as const;
export type SidebarGroup = (typeof sidebarGroups)[number];

const sidebarFolded = z.array(z.enum(sidebarGroups, `Use some of ${sidebarGroups.join(", ")}.`))
  .max(20).describe("The groups of the sidebar that are folded; it replaces the whole list.");

/** How the pages look and answer to one person, in every workspace and on every device. */
export const Preferences = z.strictObject({
  theme,
  shortcuts,
  sidebar,
  sidebarFolded,
});
export type Preferences = z.output<typeof Preferences>;

/** What everybody begins with, and who looks at no pages has. */
export const firstPreferences: Preferences = {
  theme: "system",
  shortcuts: true,
  sidebar: "open",
  sidebarFolded: [],
};

/** `PATCH /me/preferences`: the ones that change. */
export const PreferencesPatch = z.strictObject({
  theme: theme.optional(),
  shortcuts: shortcuts.optional(),
  sidebar: sidebar.optional(),
  sidebarFolded: sidebarFolded.optional(),
}).refine(namesAField, somethingNamed);
