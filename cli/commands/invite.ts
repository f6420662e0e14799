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

/** A command that takes an invitation back, or sends it once more. */
function changing(name: "revoke" | "resend", summary: string) {
  return command({
    path: `admin invitations ${name}`,
    summary,
    args: { invitation: argument("The invitation's id") },
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
          listing([["Id", id], ["Address", email], ["Is", status]]),
      );
    },
  });
}

export const commands = [
  listCommand({
    path: "admin invitations list",
    summary: "List the workspace's invitations",
    at: "invitations",
    options: { status: choice("<status>", statuses) },
    plural: "invitations",
    tell: inRows(
      ["Id", "Is", "As", "From", "Until", "Address"],
      ({ id, status, role, invitedBy, expiresAt, email }: Invitation) => [
        ...[id, status, role, invitedBy.name, inWords(expiresAt), email],
      ],
      "No invitation matches.",
    ),
  }),
  command({
    path: "admin invitations create",
    summary: "Invite people by email: all of them, or nobody",
    options: {
      email: list("<address>", "Whom to invite; repeat it for several"),
      role: choice("<role>", ["owner", "admin", "member"]),
      teamId: list("<id>", "A team that they join with it; repeat it for several"),
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
          ["Id", "As", "Address"],
          invitations.map(({ id, role, email }) => [id, role, email]),
          "Nobody was invited.",
        ));
    },
  }),
  changing("resend", "Send an invitation once more; it holds for 14 days from now"),
  changing("revoke", "Take an invitation back"),
];
