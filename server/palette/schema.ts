import { z } from "zod";
import { key, line, prose } from "../domain/core/fields.ts";
import { Project } from "../domain/projects/schema.ts";
import { foundKinds } from "../domain/search/schema.ts";
import { Task } from "../domain/tasks/schema.ts";
import { Team } from "../domain/teams/schema.ts";
import { View } from "../domain/saved_views/schema.ts";

/** The limits that a prefix sets: `@` people, `$` projects, `#` tasks, `>` commands. */
export const paletteScopes = ["all", "people", "projects", "tasks", "commands"] as const;
export type PaletteScope = (typeof paletteScopes)[number];

/** `GET /api/workspace/command`. */
export const PaletteInput = z.strictObject({
  /** The typed text, with its prefix. */
  q: prose(200).optional(),
  /** The path of the page behind the palette. */
  path: prose(500).optional(),
  /** The record whose actions to list, by ID or a task's reference. `q` filters them. */
  record: key.optional(),
  limit: z.coerce.number("Enter a number from 1 to 50.").int().min(1).max(50).default(30),
});

/** The input of a command, without its name. */
const Run = z.strictObject({ record: z.string().optional(), value: z.string().optional() });

/** One row of the palette: a record, a command, or an action of a record's menu. */
export const PaletteItem = z.strictObject({
  /** The row's permanent ID. */
  id: z.string(),
  kind: z.enum(["command", "action", ...foundKinds]),
  title: z.string(),
  subtitle: z.string().nullable(),
  /** The text that matched, if no name did. It replaces the subtitle. */
  why: z.string().optional(),
  /** A record's reference, key, or username. */
  key: z.string().nullable(),
  /** The status of a task or project. */
  status: z.string().nullable(),
  /** The row's group. */
  group: z.string(),
  /** The page that the row opens, or null for a command to run. */
  href: z.string().nullable(),
  /** The command's name and input. */
  command: z.string().nullable(),
  input: Run.nullable(),
  /** The kind of value that the palette asks for first. */
  asks: z.enum(["date"]).nullable(),
  /** The menu of the record's page that offers the choice. */
  menu: z.string().nullable(),
  /** Whether the record already has this value. */
  current: z.boolean(),
  /** The record whose actions the row can open. */
  record: z.string().nullable(),
});
export type PaletteItem = z.output<typeof PaletteItem>;

/** The viewer, and the kinds of commands available to them. */
export const PaletteViewer = z.strictObject({
  profileId: z.string(),
  isWorkspaceManager: z.boolean(),
  /** Whether the viewer can create tasks and the workspace has room for them. */
  canCreateTasks: z.boolean(),
  taskCreationBlocked: z.boolean(),
  canSeeRoadmap: z.boolean(),
  /** The time zone of dates. */
  timeZone: z.string(),
});
export type PaletteViewer = z.output<typeof PaletteViewer>;

/** A command, with its other search terms. */
export const PaletteCommand = z.strictObject({
  item: PaletteItem,
  /** Synonyms. */
  words: z.string(),
  /** The name of the parameter for text typed after the title. */
  takes: z.enum(["title", "name"]).nullable(),
});
export type PaletteCommand = z.output<typeof PaletteCommand>;

/** The palette's results in the order of the keyboard, or one record's actions. */
export const Palette = z.strictObject({
  viewer: PaletteViewer,
  scope: z.enum(paletteScopes),
  results: z.array(PaletteItem),
  actions: z.array(PaletteItem),
  /** The reason that the filter text isn't a valid date, if nothing else matches. */
  why: z.string().nullable(),
  /** Every command available to the viewer, if nothing is typed, so that the browser can search them. */
  commands: z.array(PaletteCommand),
  /** The viewer's recently opened records, in any browser, if nothing is typed. */
  recents: z.array(PaletteItem),
});
export type Palette = z.output<typeof Palette>;

/** The result of a command: the page to open, and the record under the name of its kind. */
export const Ran = z.strictObject({
  /** The message to show. */
  message: z.string(),
  href: z.string(),
  task: Task.optional(),
  project: Project.optional(),
  team: Team.optional(),
  view: View.optional(),
});
export type Ran = z.output<typeof Ran>;

/** The input of a command besides its name. */
export const runFields = { record: key.optional(), value: line(512).optional() };
