import type { Comment } from "../../server/domain/comments/schema.ts";
import type { Resource } from "../../server/domain/resources/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, optionalArgument, value } from "../command.ts";
import { print } from "../output.ts";
import { requireChange } from "../patch.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing } from "../table.ts";

const which = { task: argument("Task, by ID or reference, such as ENG-123") };
const whichComment = { ...which, comment: argument("Comment ID, such as com_…") };

const whichLink = { ...which, resource: argument("Link ID, such as res_…") };

const renderLink = ({ resource: { id, title, url } }: { resource: Resource }) =>
  listing([["ID", id], ["Link", title], ["URL", url]]);

/** Returns the path of a task's comments or links, or of one of them. */
async function pathBelow(settings: Settings, task: string, place: string, id?: string) {
  const tasks = `${await workspacePath(settings)}/tasks/${encodeURIComponent(task)}`;
  return `${tasks}/${place}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
}

/** Commands that change a task's links and comments. */
export const commands = [
  command({
    path: "tasks add-resource",
    summary: "Add a link to a task",
    args: {
      ...which,
      url: argument("URL or host, such as https://example.com or mailto:ada@example.com"),
      title: optionalArgument("Title (default: the URL's host or email address)"),
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
    summary: "Update a link on a task",
    args: whichLink,
    options: {
      url: value("<url>", "URL or host, such as https://example.com or mailto:ada@example.com"),
      title: value("<title>", "Title"),
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
    summary: "Remove a link from a task",
    args: whichLink,
    async run({ args: { task, resource }, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "resources", resource);
      await ask(settings, { method: "DELETE", path });
      await print(globals, { removed: true }, () => "Link removed");
    },
  }),
  command({
    path: "tasks edit-comment",
    summary: "Edit one of your comments",
    args: {
      ...whichComment,
      body: optionalArgument(
        "New text in Markdown (default: standard input or $EDITOR)",
      ),
    },
    async run({ args: { task, comment, body: given = "-" }, globals }) {
      const body = given === "-" ? await readInput() : given;
      const settings = resolveSettings(globals);
      const path = await pathBelow(settings, task, "comments", comment);
      const asked = { method: "PATCH", path, body: { body } } as const;
      const answer = await ask<{ comment: Comment }>(settings, asked);
      await print(globals, answer, () => "Comment edited");
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
      await print(globals, { deleted: true }, () => "Comment deleted");
    },
  }),
];
