import { ask, chosenWorkspace } from "../client.ts";
import { command } from "../command.ts";
import { print } from "../output.ts";
import { listing } from "../table.ts";
import { resolveSettings, type Source } from "../settings.ts";

interface Me {
  principal: {
    kind: string;
    tokenKind: string;
    scopes: string[];
    automation: { name: string } | null;
  };
  viewer: { name?: string; email?: string } | null;
  member: { name: string; username: string; role: string | null } | null;
  workspace: { id: string; name: string } | null;
}

/** The response with the source of the workspace. */
interface Placed extends Me {
  workspaceSource: Source | "server";
}

/** Formats the actor for a terminal. */
export function render({ principal, viewer, member, workspace, workspaceSource }: Placed): string {
  return listing([
    ["Name", viewer?.name ?? member?.name ?? principal.automation?.name],
    ["Username", member?.username],
    ["Email", viewer?.email],
    ["Automation", principal.automation?.name],
    ["Kind", principal.kind],
    ["Token", principal.tokenKind],
    ["Scopes", principal.scopes.join(", ")],
    ["Workspace", workspace && `${workspace.name} (${workspace.id}, ${reasons[workspaceSource]})`],
    ["Role", member?.role],
  ]);
}

const reasons: Record<Placed["workspaceSource"], string> = {
  flag: "from --workspace-id",
  environment: "from BACKLOG_WORKSPACE",
  profile: "from the profile",
  default: "default",
  server: "active on the server",
  none: "none",
};

export const commands = [
  command({
    path: "me",
    summary: "Show who you're signed in as",
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
