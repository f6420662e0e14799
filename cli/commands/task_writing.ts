import type { Comment } from "../../server/domain/comments/schema.ts";
import type { Resource } from "../../server/domain/resources/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, optionalArgument, value } from "../command.ts";
import { print } from "../output.ts";
import { requireChange } from "../patch.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing } from "../table.ts";

const which = { task: argument("The task's id or reference: ENG-123") };
const whichComment = { ...which, comment: argument("The comment's id: com_…") };

const whichLink = { ...which, resource: argument("The link's id: res_…") };

const renderLink = ({ resource: { id, title, url } }: { resource: Resource }) =>
  listing([["Id", id], ["Link", title], ["Address", url]]);

/** The path of what lies below a task. */
async function pathBelow(settings: Settings, task: string, place: string, id?: string) {
  const tasks = `${await workspacePath(settings)}/tasks/${encodeURIComponent(task)}`;
  return `${tasks}/${place}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
}

/** What stands below one task, put there and taken away. */
export const commands = [
  command({
    path: "tasks add-resource",
    summary: "Put a link on a task",
    args: {
      ...which,
      url: argument("Where it leads: https://…, mailto:…, or a host"),
      title: optionalArgument("What it is called; its host without it"),
    },
    async run({ args: { task, ...body }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "resources");
      const answer = await ask<{ resource: Resource }>(settings, { method: "POST", path, body });
      await print(globals, answer, renderLink);
    },
  }),
  command({
    path: "tasks update-resource",
    summary: "Change where a link on a task leads, or its title",
    args: whichLink,
    options: {
      url: value("<url>", "Where it leads: https://…, mailto:…, or a host"),
      title: value("<title>", "What it is called"),
    },
    async run({ path: typed, args: { task, resource }, options, globals }) {
      const body = requireChange(typed, options);
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "resources", resource);
      const answer = await ask<{ resource: Resource }>(settings, { method: "PATCH", path, body });
      await print(globals, answer, renderLink);
    },
  }),
  command({
    path: "tasks remove-resource",
    summary: "Take a link off a task",
    args: whichLink,
    async run({ args: { task, resource }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "resources", resource);
      await ask(settings, { method: "DELETE", path });
      await print(globals, { removed: true }, () => "The link is off the task.");
    },
  }),
  command({
    path: "tasks edit-comment",
    summary: "Change a comment of yours",
    args: {
      ...whichComment,
      body: optionalArgument(
        "What it says now, in Markdown; - or nothing: standard input, or $EDITOR",
      ),
    },
    async run({ args: { task, comment, body: given = "-" }, globals }) {
      const body = given === "-" ? await readInput() : given;
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "comments", comment);
      const asked = { method: "PATCH", path, body: { body } } as const;
      const answer = await ask<{ comment: Comment }>(settings, asked);
      await print(globals, answer, () => "The comment is changed.");
    },
  }),
  command({
    path: "tasks delete-comment",
    summary: "Delete a comment",
    args: whichComment,
    async run({ args: { task, comment }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "comments", comment);
      await ask(settings, { method: "DELETE", path });
      await print(globals, { deleted: true }, () => "The comment is deleted.");
    },
  }),
];
