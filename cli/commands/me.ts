import { ask, chosenWorkspace } from "../client.ts";
import { command } from "../command.ts";
import { print } from "../output.ts";
import { listing } from "../table.ts";
import { resolveSettings, type Source } from "../settings.ts";

interface Me {
  principal: { kind: string; tokenKind: string; scopes: string[] };
  viewer: { name?: string; email?: string } | null;
  member: { role: string } | null;
  workspace: { id: string; name: string } | null;
}

/** Why it is that workspace: it was named, or the server takes it to be active. */
interface Placed extends Me {
  workspaceSource: Source | "server";
}

function render({ principal, viewer, member, workspace, workspaceSource }: Placed): string {
  return listing([
    ["Name", viewer?.name],
    ["Email", viewer?.email],
    ["Kind", principal.kind],
    ["Token", principal.tokenKind],
    ["Scopes", principal.scopes.join(", ")],
    ["Workspace", workspace && `${workspace.name} (${workspace.id}, ${reasons[workspaceSource]})`],
    ["Role", member?.role],
  ]);
}

const reasons: Record<Placed["workspaceSource"], string> = {
  flag: "named by --workspace-id",
  environment: "named by BACKLOG_WORKSPACE",
  profile: "remembered by the profile",
  default: "the default",
  server: "the active one",
  none: "none",
};

export const commands = [
  command({
    path: "me",
    summary: "Show who you are to the server",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const { value, source } = settings.workspaceId;
      const query = { workspaceId: await chosenWorkspace(settings) };
      const me = await ask<Me>(settings, { method: "GET", path: "/me", query });
      const active = me.workspace ? "server" : "none";
      await print(globals, { ...me, workspaceSource: value === null ? active : source }, render);
    },
  }),
];
