import type { Label } from "../../server/domain/labels/schema.ts";
import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { requireChange } from "../patch.ts";
import { askForPeople } from "../reading.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { table } from "../table.ts";
import { paragraphs } from "../task_views.ts";

const which = { label: argument("Label, by ID or name") };
const ofProjects = { projects: flag("Use project labels instead of task labels") };
const ofProject = { projects: flag("Use a project label instead of a task label") };
const colors = "gray, red, orange, yellow, green, teal, blue, indigo, purple, or pink";
const fieldOptions = {
  color: value("<color>", `Color: ${colors}`),
  description: value("<text>", "Description, such as when to use the label"),
};

type Answer = { label: Label } | { projectLabel: Label };
type Labels = Collection<"labels", Label> | Collection<"projectLabels", Label>;

const labelOf = (answer: Answer) => "label" in answer ? answer.label : answer.projectLabel;

function render(answer: Labels): string {
  const labels = "labels" in answer ? answer.labels : answer.projectLabels;
  const rows = labels.map(({ id, name, color, description, archivedAt }) => [
    ...[id, name, color, archivedAt === null ? "" : "archived", description ?? ""],
  ]);
  const headings = ["ID", "Name", "Color", "State", "Description"];
  return withMore(table(headings, rows, "No labels yet"), answer);
}

const renderOne = (answer: Answer) => {
  const { id, name, color, archivedAt } = labelOf(answer);
  return paragraphs(`${name} · ${color}${archivedAt === null ? "" : " · archived"}\n${id}`);
};

/** Formats the number of uses per label, the most used first. */
function usesOf(uses: Record<string, number>, labels: Label[]): string {
  const names = new Map(labels.map(({ id, name }) => [id, name]));
  const rows = Object.entries(uses).sort(([, one], [, other]) => other - one)
    .map(([id, count]) => [String(count), names.get(id) ?? id]);
  return table(["Uses", "Label"], rows, "No labels in use");
}

async function pathOf(settings: Settings, projects: boolean | undefined, id?: string) {
  const labels = `${await workspacePath(settings)}/${projects ? "project-labels" : "labels"}`;
  return id === undefined ? labels : `${labels}/${encodeURIComponent(id)}`;
}

/** Creates a command that archives or restores a label. */
function shelving(name: "archive" | "restore", summary: string) {
  return command({
    path: `labels ${name}`,
    summary,
    args: which,
    options: ofProject,
    async run({ args, options: { projects }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, projects, args.label);
      const answer = await ask<Answer>(
        settings,
        name === "archive"
          ? { method: "DELETE", path }
          : { method: "POST", path: `${path}/restore` },
      );
      await print(globals, answer, renderOne);
    },
  });
}

export const commands = [
  command({
    path: "labels list",
    summary: "List task or project labels",
    options: { ...ofProjects, archived: flag("Include archived records"), ...paging },
    async run({ options: { projects, archived, ...page }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...given({ includeArchived: archived }), ...page };
      const path = await pathOf(settings, projects);
      const plural = projects ? "projectLabels" : "labels";
      await print(
        globals,
        await askPage<typeof plural, Label>(settings, path, plural, query) as Labels,
        render,
      );
    },
  }),
  command({
    path: "labels show",
    summary: "Show a label",
    args: which,
    options: ofProject,
    async run({ args, options: { projects }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, projects, args.label);
      await print(globals, await ask<Answer>(settings, { method: "GET", path }), renderOne);
    },
  }),
  command({
    path: "labels uses",
    summary: "Count the tasks or projects with each label",
    options: ofProjects,
    async run({ options: { projects }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, projects);
      const asked = { method: "GET", path: `${path}/uses` } as const;
      const answer = await ask<{ uses: Record<string, number> }>(settings, asked);
      const plural = projects ? "projectLabels" : "labels";
      const every = { path, query: { includeArchived: "true" } };
      const labels = await askForPeople<Label>(globals, settings, plural, every);
      await print(globals, answer, ({ uses }) => usesOf(uses, labels));
    },
  }),
  command({
    path: "labels create",
    summary: "Create a label",
    args: { name: argument("Name") },
    options: { ...ofProject, ...fieldOptions },
    async run({ args, options: { projects, ...fields }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, projects);
      const body = { ...args, ...fields };
      await print(globals, await ask<Answer>(settings, { method: "POST", path, body }), renderOne);
    },
  }),
  command({
    path: "labels update",
    summary: "Update a label",
    args: which,
    options: { ...ofProject, name: value("<name>", "New name"), ...fieldOptions },
    async run({ args, options: { projects, ...fields }, globals }) {
      const body = requireChange("labels update", fields);
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, projects, args.label);
      await print(globals, await ask<Answer>(settings, { method: "PATCH", path, body }), renderOne);
    },
  }),
  shelving("archive", "Archive a label without removing it from tasks and projects"),
  shelving("restore", "Restore an archived label"),
  command({
    path: "labels merge",
    summary: "Merge a label into another",
    args: { ...which, into: argument("Label to merge into, by ID or name") },
    options: ofProjects,
    async run({ args: { label, into }, options: { projects }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await pathOf(settings, projects, label)}/merge`;
      const answer = await ask<Answer>(settings, { method: "POST", path, body: { into } });
      await print(globals, answer, renderOne);
    },
  }),
];
