import { ask } from "../client.ts";
import { command } from "../command.ts";
import { listing, print } from "../output.ts";
import { resolveSettings } from "../settings.ts";

interface Me {
  principal: { kind: string; tokenKind: string; scopes: string[] };
  viewer: { name?: string; email?: string } | null;
  member: { role: string } | null;
  workspace: { id: string; name: string } | null;
}

function render({ principal, viewer, member, workspace }: Me): string {
  return listing([
    ["Name", viewer?.name],
    ["Email", viewer?.email],
    ["Kind", principal.kind],
    ["Token", principal.tokenKind],
    ["Scopes", principal.scopes.join(", ")],
    ["Workspace", workspace && `${workspace.name} (${workspace.id})`],
    ["Role", member?.role],
  ]);
}

export const commands = [
  command({
    path: "me",
    summary: "Show who you are to the server",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      print(globals, await ask<Me>(settings, { method: "GET", path: "/me" }), render);
    },
  }),
];
