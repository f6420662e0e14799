import { workspaceCalled } from "../client.ts";
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
    summary: "Remember a server's address",
    args: { url: argument("Where the server answers: https://backlog.example.com") },
    run: ({ args, globals }) => remember(globals, { baseUrl: parseBaseUrl(args.url) }),
  }),
  command({
    path: "config set-workspace",
    summary: "Remember a workspace to work in",
    args: { workspace: argument('Its id or name, as "backlog workspaces" lists it') },
    async run({ args, globals }) {
      const workspaceId = parseWorkspace(args.workspace);
      await remember(globals, {
        workspaceId: isWorkspaceId(workspaceId)
          ? workspaceId
          : await workspaceCalled(resolveSettings(globals), workspaceId),
      });
    },
  }),
  command({
    path: "config clear-workspace",
    summary: "Forget the remembered workspace",
    run: ({ globals }) => remember(globals, { workspaceId: undefined }),
  }),
  command({
    path: "config clear",
    summary: "Forget everything about the profile, its token included",
    async run({ globals }) {
      removeProfile(filesOf(profileName(globals).value));
      await printStatus(globals);
    },
  }),
];
