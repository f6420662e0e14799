import { ask, workspacePath } from "../client.ts";
import { argument, command } from "../command.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";

const args = { name: argument("The workspace's name, as it is written") };

export const commands = [
  command({
    path: "workspace leave",
    summary: "Leave the workspace, by its name",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/membership`;
      await ask(settings, { method: "DELETE", path, body: { name } });
      await print(globals, { left: true }, () => `You left ${name}.`);
    },
  }),
  command({
    path: "workspace delete",
    summary: "Delete the workspace for good, by its name",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, {
        method: "DELETE",
        path: await workspacePath(settings),
        body: { name },
      });
      await print(globals, { deleted: true }, () => `${name} is deleted.`);
    },
  }),
];
