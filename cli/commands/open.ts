import { openBrowser } from "../browser.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command } from "../command.ts";
import { forPeople, print } from "../output.ts";
import { resolveSettings } from "../settings.ts";

export const commands = [
  command({
    path: "open",
    summary: "Open a task or project in the browser, or print its URL when piped",
    args: { what: argument("Task or project, by ID, reference, or key, such as ENG-123 or WEB") },
    async run({ args: { what }, globals }) {
      const settings = resolveSettings(globals);
      const isTask = /^task_|-\d+$/.test(what);
      const noun = isTask ? "tasks" : "projects";
      const path = `${await workspacePath(settings)}/${noun}/${encodeURIComponent(what)}`;
      const answer = await ask<{ task?: { url: string }; project?: { url: string } }>(
        settings,
        { method: "GET", path },
      );
      const url = (answer.task ?? answer.project)?.url ?? "";
      if (forPeople(globals) && /^https?:/.test(url)) await openBrowser(url);
      await print(globals, { url }, () => url);
    },
  }),
];
