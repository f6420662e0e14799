import { findWorkspaceId } from "../client.ts";
import { argument, command } from "../command.ts";
import { filesOf, removeProfile } from "../profile.ts";
import { remember } from "../remember.ts";
import {
  isWorkspaceId,
  parseBaseUrl,
  parseWorkspace,
  profileName,
  resolveSettings,
} from "../settings.ts";
import { printStatus } from "../status.ts";

export const commands = [
  command({
    path: "config set-base-url",
    summary: "Store the server's URL in the profile",
    args: { url: argument("URL of the server, such as https://backlog.example.com") },
    run: ({ args, globals }) => remember(globals, { baseUrl: parseBaseUrl(args.url) }),
  }),
  command({
    path: "config set-workspace",
    summary: "Store a workspace in the profile",
    args: { workspace: argument('Workspace, by ID or name, from "backlog workspaces"') },
    async run({ args, globals }) {
      const workspaceId = parseWorkspace(args.workspace);
      await remember(globals, {
        workspaceId: isWorkspaceId(workspaceId)
          ? workspaceId
          : await findWorkspaceId(resolveSettings(globals), workspaceId),
      });
    },
  }),
  command({
    path: "config clear-workspace",
    summary: "Remove the workspace from the profile",
    run: ({ globals }) => remember(globals, { workspaceId: undefined }),
  }),
  command({
    path: "config clear",
    summary: "Delete the profile's settings and token",
    async run({ globals }) {
      removeProfile(filesOf(profileName(globals).value));
      await printStatus(globals);
    },
  }),
];
