import type { Collection } from "../client.ts";
import { command } from "../command.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { table } from "../table.ts";
import { resolveSettings } from "../settings.ts";

interface Workspace {
  id: string;
  name: string;
  role?: string;
}

function render({ workspaces, nextCursor }: Collection<"workspaces", Workspace>): string {
  const body = table(
    ["ID", "Role", "Name"],
    workspaces.map(({ id, role, name }) => [id, role ?? "", name]),
    "No workspaces yet",
  );
  return withMore(body, { nextCursor });
}

export const commands = [
  command({
    path: "workspaces",
    summary: "List your workspaces",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      await print(
        globals,
        await askPage<"workspaces", Workspace>(settings, "/workspaces", "workspaces", options),
        render,
      );
    },
  }),
];
