import type { Invitation } from "../../server/domain/invitations/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, choice, command, list } from "../command.ts";
import { usageFailure } from "../failure.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { listing, table } from "../table.ts";
import { inRows, listCommand } from "../reading.ts";
import { inWords } from "../times.ts";

const statuses = ["pending", "accepted", "declined", "revoked", "expired"];

/** Creates a command that revokes or resends an invitation. */
function changing(name: "revoke" | "resend", summary: string) {
  return command({
    path: `admin invitations ${name}`,
    summary,
    args: { invitation: argument("Invitation ID") },
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const invitation = encodeURIComponent(args.invitation);
      const path = `${await workspacePath(settings)}/invitations/${invitation}`;
      const answer = await ask<{ invitation: Invitation }>(
        settings,
        name === "revoke" ? { method: "DELETE", path } : { method: "POST", path: `${path}/resend` },
      );
      await print(
        globals,
        answer,
        ({ invitation: { id, email, status } }) =>
          listing([["ID", id], ["Email", email], ["Status", status]]),
      );
    },
  });
}

export const commands = [
  listCommand({
    path: "admin invitations list",
    summary: "List invitations",
    at: "invitations",
    options: { status: choice("<status>", statuses) },
    plural: "invitations",
    format: inRows(
      ["ID", "Status", "Role", "Invited by", "Expires", "Email"],
      ({ id, status, role, invitedBy, expiresAt, email }: Invitation) => [
        ...[id, status, role, invitedBy.name, inWords(expiresAt), email],
      ],
      "No matching invitations",
    ),
  }),
  command({
    path: "admin invitations create",
    summary: "Invite several people by email (all or nothing)",
    options: {
      email: list("<address>", "Email address to invite (repeatable)"),
      role: choice("<role>", ["owner", "admin", "member"]),
      teamId: list("<id>", "Team to add the person to (repeatable)"),
      teamRole: choice("<role>", ["lead", "member", "commentator"]),
    },
    async run({ path, options: { email: emails, role, teamId, teamRole }, globals }) {
      if (!emails) throw usageFailure(path, "--email is required.");
      const settings = resolveSettings(globals);
      const teams = teamId?.map((id) => ({ teamId: id, ...(teamRole && { role: teamRole }) }));
      const answer = await ask<{ invitations: Invitation[] }>(settings, {
        method: "POST",
        path: `${await workspacePath(settings)}/invitations/many`,
        body: { emails, role, teams },
      });
      await print(globals, answer, ({ invitations }) =>
        table(
          ["ID", "Role", "Email"],
          invitations.map(({ id, role, email }) => [id, role, email]),
          "No invitations sent",
        ));
    },
  }),
  changing("resend", "Resend an invitation and renew it for 14 days"),
  changing("revoke", "Revoke an invitation"),
];
