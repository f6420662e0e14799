import type { AuditEntry } from "../../server/domain/audit/schema.ts";
import type { Usage, Workspace } from "../../server/domain/workspaces/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, choice, command, value } from "../command.ts";
import { happeningRows } from "../histories.ts";
import { print } from "../output.ts";
import { inRows, longListCommand, readCommand } from "../reading.ts";
import { resolveSettings } from "../settings.ts";
import { listing } from "../table.ts";
import { inWords } from "../times.ts";

const args = { name: argument("Exact name of the workspace, to confirm") };

function formatUsage({ usage }: { usage: Usage }): string {
  const { tasks, taskLimit, databaseBytes } = usage;
  return listing([
    ["Tasks", taskLimit === null ? String(tasks) : `${tasks} of ${taskLimit}`],
    ["People", String(usage.members)],
    ["Agents", String(usage.agents)],
    ["Pending invitations", String(usage.pendingInvitations)],
    ["Teams", String(usage.teams)],
    ["Projects", String(usage.projects)],
    ["Database", databaseBytes === null ? null : `${(databaseBytes / 1e6).toFixed(1)} MB`],
  ]);
}

/** Formats entries of the audit log. */
const auditRows = inRows(
  ["When", "Who", "Action", "Subject", "Interface", "Address"],
  ({ createdAt, actor, kind, subject, interface: source, address }: AuditEntry) => [
    ...[inWords(createdAt), actor?.name ?? "", kind, subject?.name ?? "", source, address],
  ],
  "No matching audit entries",
);

export const commands = [
  readCommand({
    path: "workspace show",
    summary: "Show the workspace and your role",
    at: "",
    format: ({ workspace }: { workspace: Workspace }) =>
      listing([
        ["Workspace", workspace.name],
        ["ID", workspace.id],
        ["Time zone", workspace.timeZone],
        ["Your role", workspace.role],
        ["Created", inWords(workspace.createdAt)],
      ]),
  }),
  readCommand({
    path: "workspace usage",
    summary: "Show the workspace's usage and limits",
    at: "usage",
    format: formatUsage,
  }),
  longListCommand({
    path: "workspace activity",
    summary: "List workspace activity, newest first",
    at: "activity",
    options: {
      teamId: value("<ids>", "Filter by any of these teams, comma-separated"),
      after: value(
        "<entry>",
        'List entries after this entry ID, oldest first ("start" lists all entries)',
      ),
    },
    plural: "activity",
    format: happeningRows,
  }),
  longListCommand({
    path: "workspace audit",
    summary: "List audit entries, newest first",
    at: "audit",
    options: {
      kind: value("<kind>", "Filter by kind, such as member.role_changed"),
      actorId: value("<id>", 'Filter by actor: username, profile ID, or "me"'),
      interface: choice("<interface>", ["web", "api", "cli", "system"]),
      since: value(
        "<time>",
        "Only entries at or after this time, such as 2026-12-03 or 2026-12-03T17:00:00Z",
      ),
      before: value("<time>", "Only entries before this time"),
    },
    plural: "entries",
    format: auditRows,
  }),
  command({
    path: "workspace leave",
    summary: "Leave the workspace",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/membership`;
      await ask(settings, { method: "DELETE", path, body: { name } });
      await print(globals, { left: true }, () => `You left ${name}`);
    },
  }),
  command({
    path: "workspace delete",
    summary: "Delete the workspace permanently",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, {
        method: "DELETE",
        path: await workspacePath(settings),
        body: { name },
      });
      await print(globals, { deleted: true }, () => `${name} deleted`);
    },
  }),
];
