import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { ask, askAll, workspacePath } from "../client.ts";
import { argument, choice, command, flag } from "../command.ts";
import { print } from "../output.ts";
import { requireChange, suspension } from "../patch.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing, table } from "../table.ts";

const pathOf = async (settings: Settings) => `${await workspacePath(settings)}/members`;

const roleOf = ({ kind, role, suspended }: MemberRecord) =>
  `${role ?? kind}${suspended ? ", suspended" : ""}`;

/** The list of everybody, which is there under two names. */
function everybody(path: string) {
  return command({
    path,
    summary: "List the workspace's people and agents",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const answer = await askAll<"members", MemberRecord>(
        settings,
        await pathOf(settings),
        "members",
      );
      await print(globals, answer, ({ members }) =>
        table(
          ["Profile id", "Role", "Username", "Name"],
          members.map((member) => [member.id, roleOf(member), member.username, member.name]),
          "Nobody is here.",
        ));
    },
  });
}

export const commands = [everybody("members list")];

export const adminCommands = [
  everybody("admin members list"),
  command({
    path: "admin members update",
    summary: "Give a member another role, or suspend them",
    args: { member: argument("The member's profile id") },
    options: {
      role: choice("<role>", ["owner", "admin", "member"]),
      suspend: flag("Refuse all that they ask; what is theirs stays"),
      unsuspend: flag("Let them in again"),
    },
    async run({ path, args, options: { role, suspend, unsuspend }, globals }) {
      const body = requireChange(path, { role, ...suspension({ suspend, unsuspend }) });
      const settings = resolveSettings(globals);
      const answer = await ask<{ member: MemberRecord }>(settings, {
        method: "PATCH",
        path: `${await pathOf(settings)}/${encodeURIComponent(args.member)}`,
        body,
      });
      await print(globals, answer, ({ member }) =>
        listing([
          ["Profile id", member.id],
          ["Name", member.name],
          ["Role", member.role ?? ""],
          ["Suspended", member.suspended ? "yes" : "no"],
        ]));
    },
  }),
];
