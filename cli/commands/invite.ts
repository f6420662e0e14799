import { ask, workspacePath } from "../client.ts";
import { choice, command, list } from "../command.ts";
import { usageFailure } from "../failure.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { table } from "../table.ts";

interface Invitation {
  id: string;
  email: string;
  role: string;
}

export const commands = [
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
];
