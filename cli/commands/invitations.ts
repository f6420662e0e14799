import type { OwnInvitation } from "../../server/domain/invitations/schema.ts";
import { ask, type Collection } from "../client.ts";
import { argument, command } from "../command.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { resolveSettings } from "../settings.ts";
import { table } from "../table.ts";
import { inWords } from "../times.ts";

const which = { invitation: argument("Invitation, by ID or by the workspace's name") };

const pathOf = (id: string, answer: string) => `/invitations/${encodeURIComponent(id)}/${answer}`;

function render({ invitations, nextCursor }: Collection<"invitations", OwnInvitation>): string {
  const rows = invitations.map(({ id, workspace, role, invitedBy, expiresAt }) => [
    ...[id, workspace.name, role, invitedBy.name, inWords(expiresAt)],
  ]);
  const headings = ["ID", "Workspace", "Role", "Invited by", "Expires"];
  const body = table(headings, rows, "No pending invitations");
  return withMore(body, { nextCursor });
}

export const commands = [
  command({
    path: "invitations list",
    summary: "List your pending invitations",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const all = await askPage<"invitations", OwnInvitation>(
        settings,
        "/invitations",
        "invitations",
        options,
      );
      await print(globals, all, render);
    },
  }),
  command({
    path: "invitations accept",
    summary: "Accept an invitation to a workspace",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = pathOf(args.invitation, "accept");
      const answer = await ask<{ workspace: { name: string } }>(settings, { method: "POST", path });
      await print(globals, answer, ({ workspace }) => `You joined ${workspace.name}`);
    },
  }),
  command({
    path: "invitations decline",
    summary: "Decline an invitation to a workspace",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = pathOf(args.invitation, "decline");
      const answer = await ask(settings, { method: "POST", path });
      await print(globals, answer, () => "Invitation declined");
    },
  }),
];
