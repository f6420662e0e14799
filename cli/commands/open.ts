import { openBrowser } from "../browser.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command } from "../command.ts";
import { forPeople, print } from "../output.ts";
import { resolveSettings } from "../settings.ts";

export const commands = [
  command({
    path: "open",
    summary: "Open a task or a project in the browser; into a pipe print its address",
    args: { what: argument("A task's id or reference, or a project's id or key: ENG-123, WEB") },
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
