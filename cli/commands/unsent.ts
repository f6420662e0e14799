import type { UnsentComment } from "../../server/domain/comments/schema.ts";
import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, command } from "../command.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { table } from "../table.ts";
import { paragraphs } from "../task_views.ts";
import { inWords } from "../times.ts";

const taskArgument = { task: argument("Task, by ID or reference, such as ENG-123") };

async function pathOf(settings: Settings, task: string): Promise<string> {
  return `${await workspacePath(settings)}/tasks/${encodeURIComponent(task)}/unsent-comment`;
}

function render({ unsentComments, nextCursor }: Collection<"unsentComments", UnsentComment>) {
  const rows = unsentComments.map((
    { task, savedAt, body },
  ) => [task.reference, inWords(savedAt), body]);
  const none = "No draft comments";
  return withMore(table(["Task", "Saved", "Comment"], rows, none), { nextCursor });
}

export const commands = [
  command({
    path: "unsent list",
    summary: "List your draft comments",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/unsent-comments`;
      const all = await askPage<"unsentComments", UnsentComment>(
        settings,
        path,
        "unsentComments",
        options,
      );
      await print(globals, all, render);
    },
  }),
  command({
    path: "unsent show",
    summary: "Show your draft comment on a task",
    args: taskArgument,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.task);
      const answer = await ask<{ unsentComment: UnsentComment }>(settings, { method: "GET", path });
      await print(globals, answer, ({ unsentComment }) => paragraphs(unsentComment.body));
    },
  }),
  command({
    path: "unsent keep",
    summary: "Save a draft comment on a task",
    args: {
      ...taskArgument,
      body: argument("Text in Markdown; - reads standard input or opens $EDITOR"),
    },
    async run({ args, globals }) {
      const body = args.body === "-" ? await readInput() : args.body;
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.task);
      const asked = { method: "PUT", path, body: { body } } as const;
      const answer = await ask<{ unsentComment: UnsentComment }>(settings, asked);
      await print(globals, answer, () => "Draft comment saved. Only you can see it.");
    },
  }),
  command({
    path: "unsent discard",
    summary: "Discard your draft comment on a task",
    args: taskArgument,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, { method: "DELETE", path: await pathOf(settings, args.task) });
      await print(globals, { unsent: false }, () => "Draft comment discarded");
    },
  }),
];
