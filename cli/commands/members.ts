import type { MemberRecord, MemberWork } from "../../server/domain/profiles/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, choice, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { happeningRows } from "../histories.ts";
import { longListCommand, readCommand } from "../reading.ts";
import { paragraphs } from "../task_views.ts";
import { inWords } from "../times.ts";
import { requireChange, suspension } from "../patch.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing, table } from "../table.ts";

const roles = ["owner", "admin", "member"];

const pathOf = async (settings: Settings) => `${await workspacePath(settings)}/members`;

const roleOf = ({ kind, role, suspended }: MemberRecord) =>
  `${role ?? kind}${suspended ? ", suspended" : ""}`;

/** Creates the command that lists all members, which has two names. */
function everybody(path: string) {
  return command({
    path,
    summary: "List people and agents",
    options: {
      role: choice("<role>", roles),
      kind: choice("<kind>", ["human", "agent"]),
      teamId: value("<id>", "Filter by team"),
      q: value("<text>", "Text to search for"),
      includeRemoved: flag("Include former members"),
      ...paging,
    },
    async run({ options: { includeRemoved, ...asked }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...asked, ...given({ includeRemoved }) };
      const path = await pathOf(settings);
      const answer = await askPage<"members", MemberRecord>(settings, path, "members", query);
      await print(globals, answer, ({ members }) => {
        const headings = ["Profile ID", "Role", "Username", "Name"];
        const rows = members.map((one) => [one.id, roleOf(one), one.username, one.name]);
        return withMore(table(headings, rows, "No matching members"), answer);
      });
    },
  });
}

function renderOne({ member }: { member: MemberRecord }): string {
  const { id, kind, name, username, title, email, teams, bio } = member;
  const fields = listing([
    ["Name", name],
    ["Profile ID", id],
    ["Username", username],
    ["Kind", kind],
    ["Role", roleOf(member)],
    ["Title", title],
    ["Email", email],
    ["Teams", teams.map(({ key, role }) => `${key} (${role})`).join(", ")],
    ["Joined", inWords(member.createdAt)],
    ["Left", member.removedAt && inWords(member.removedAt)],
  ]);
  return bio ? `${fields}\n\n${paragraphs(bio)}` : fields;
}

const args = { member: argument("Member, by username, name, or profile ID") };

export const commands = [
  everybody("members list"),
  readCommand({
    path: "members show",
    summary: "Show a person or agent",
    at: "members/{member}",
    args,
    format: renderOne,
  }),
  longListCommand({
    path: "members activity",
    summary: "List a member's recent activity, newest first",
    at: "members/{member}/activity",
    args,
    plural: "activity",
    format: happeningRows,
  }),
  readCommand({
    path: "members work",
    summary: "Count a member's open tasks and projects",
    at: "members/{member}/work",
    args,
    format: ({ work }: { work: MemberWork }) =>
      listing([["Open tasks", String(work.openTasks)], ["Projects", String(work.projects)]]),
  }),
];

export const adminCommands = [
  everybody("admin members list"),
  command({
    path: "admin members update",
    summary: "Change a member's role, or suspend them",
    args,
    options: {
      role: choice("<role>", roles),
      suspend: flag("Suspend the member, but keep their work"),
      unsuspend: flag("Unsuspend the member"),
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
          ["Profile ID", member.id],
          ["Name", member.name],
          ["Role", member.role ?? ""],
          ["Suspended", member.suspended ? "yes" : "no"],
        ]));
    },
  }),
  command({
    path: "admin members remove",
    summary: "Remove a member, but keep their work and name",
    args,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await pathOf(settings)}/${encodeURIComponent(args.member)}`;
      const answer = await ask<{ member: MemberRecord }>(settings, { method: "DELETE", path });
      await print(globals, answer, renderOne);
    },
  }),
];
