import { z } from "zod";
import { key, line, prose } from "../domain/core/fields.ts";
import { Project } from "../domain/projects/schema.ts";
import { foundKinds } from "../domain/search/schema.ts";
import { Task } from "../domain/tasks/schema.ts";
import { Team } from "../domain/teams/schema.ts";
import { View } from "../domain/saved_views/schema.ts";

/** What the text narrows the results to: `@` people, `$` projects, `#` tasks, `>` commands. */
export const paletteScopes = ["all", "people", "projects", "tasks", "commands"] as const;
export type PaletteScope = (typeof paletteScopes)[number];

/** `GET /api/workspace/command`. */
export const PaletteInput = z.strictObject({
  /** What was typed, a prefix before it. */
  q: prose(200).optional(),
  /** Where the viewer is: the path of the page behind the palette. */
  path: prose(500).optional(),
  /** Whose actions to list, as an id or a task's reference; `q` then narrows them. */
  record: key.optional(),
  limit: z.coerce.number("Enter a number from 1 to 50.").int().min(1).max(50).default(30),
});

/** What a command is run with, besides its name. */
const Run = z.strictObject({ record: z.string().optional(), value: z.string().optional() });

/** One row of the palette: a record, a command, or an action of a record's menu. */
export const PaletteItem = z.strictObject({
  /** The same wherever and whenever it is shown. */
  id: z.string(),
  kind: z.enum(["command", "action", ...foundKinds]),
  title: z.string(),
  subtitle: z.string().nullable(),
  /** What of its text was found, where its names don't say so: shown in place of the subtitle. */
  why: z.string().optional(),
  /** A record's reference, key or username. */
  key: z.string().nullable(),
  /** A task's or project's. */
  status: z.string().nullable(),
  /** The heading that it stands under. */
  group: z.string(),
  /** Where it leads; null for what is posted. */
  href: z.string().nullable(),
  /** What to post: the command's name, and its input. */
  command: z.string().nullable(),
  input: Run.nullable(),
  /** What the input's value is to be asked for first. */
  asks: z.enum(["date"]).nullable(),
  /** The menu of the record's page in which that is chosen. */
  menu: z.string().nullable(),
  /** Whether it is what the record has already. */
  current: z.boolean(),
  /** The record whose menu of actions opens from here. */
  record: z.string().nullable(),
});
export type PaletteItem = z.output<typeof PaletteItem>;

/** Who is asking, and which kinds of commands are there for them. */
export const PaletteViewer = z.strictObject({
  profileId: z.string(),
  isWorkspaceManager: z.boolean(),
  /** A task creator, while the workspace has room for tasks. */
  canCreateTasks: z.boolean(),
  taskCreationBlocked: z.boolean(),
  canSeeRoadmap: z.boolean(),
  /** Where dates are taken to be. */
  timeZone: z.string(),
});
export type PaletteViewer = z.output<typeof PaletteViewer>;

/** A command, and what it is found by besides its title. */
export const PaletteCommand = z.strictObject({
  item: PaletteItem,
  /** Other words for it. */
  words: z.string(),
  /** Under which name what is typed after its title goes along. */
  takes: z.enum(["title", "name"]).nullable(),
});
export type PaletteCommand = z.output<typeof PaletteCommand>;

/** What the palette shows: its results in the keyboard's order, or one record's actions. */
export const Palette = z.strictObject({
  viewer: PaletteViewer,
  scope: z.enum(paletteScopes),
  results: z.array(PaletteItem),
  actions: z.array(PaletteItem),
  /** Why what narrows the actions is no day, where it says one and there is nothing else. */
  why: z.string().nullable(),
  /** Every command that is there for the viewer, while nothing is typed: so that typing finds them without asking. */
  commands: z.array(PaletteCommand),
  /** What the viewer opened last, in whatever browser, while nothing is typed: for the same. */
  recents: z.array(PaletteItem),
});
export type Palette = z.output<typeof Palette>;

/** What a posted command did: where to go, and the record as it now stands, under the name of its kind. */
export const Ran = z.strictObject({
  /** A sentence to show. */
  message: z.string(),
  href: z.string(),
  task: Task.optional(),
  project: Project.optional(),
  team: Team.optional(),
  view: View.optional(),
});
export type Ran = z.output<typeof Ran>;

/** What a posted command takes besides its name. */
export const runFields = { record: key.optional(), value: line(512).optional() };
