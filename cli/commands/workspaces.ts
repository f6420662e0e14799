import { askAll, type Collection } from "../client.ts";
import { command } from "../command.ts";
import { print } from "../output.ts";
import { table } from "../table.ts";
import { resolveSettings } from "../settings.ts";

interface Workspace {
  id: string;
  name: string;
  role?: string;
}

function render({ workspaces }: Collection<"workspaces", Workspace>): string {
  return table(
    ["Id", "Role", "Name"],
    workspaces.map(({ id, role, name }) => [id, role ?? "", name]),
    "You are in no workspace yet.",
  );
}

export const commands = [
  command({
    path: "workspaces",
    summary: "List the workspaces you belong to",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      await print(
        globals,
        await askAll<"workspaces", Workspace>(settings, "/workspaces", "workspaces"),
        render,
      );
    },
  }),
];
