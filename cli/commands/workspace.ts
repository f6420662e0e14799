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

const args = { name: argument("The workspace's name, as it is written") };

function tellUsage({ usage }: { usage: Usage }): string {
  const { tasks, taskLimit, databaseBytes } = usage;
  return listing([
    ["Tasks", taskLimit === null ? String(tasks) : `${tasks} of ${taskLimit}`],
    ["People", String(usage.members)],
    ["Agents", String(usage.agents)],
    ["Invited", String(usage.pendingInvitations)],
    ["Teams", String(usage.teams)],
    ["Projects", String(usage.projects)],
    ["Database", databaseBytes === null ? null : `${(databaseBytes / 1e6).toFixed(1)} MB`],
  ]);
}

/** What the acts of the audit log are told as. */
const auditRows = inRows(
  ["When", "Who", "Act", "On", "By", "From"],
  ({ createdAt, actor, kind, subject, interface: source, address }: AuditEntry) => [
    ...[inWords(createdAt), actor?.name ?? "", kind, subject?.name ?? "", source, address],
  ],
  "No act matches.",
);

export const commands = [
  readCommand({
    path: "workspace show",
    summary: "Show the workspace, and what you are in it",
    at: "",
    tell: ({ workspace }: { workspace: Workspace }) =>
      listing([
        ["Workspace", workspace.name],
        ["Id", workspace.id],
        ["Time zone", workspace.timeZone],
        ["Your role", workspace.role],
        ["Created", inWords(workspace.createdAt)],
      ]),
  }),
  readCommand({
    path: "workspace usage",
    summary: "Count what the workspace has, and what it may have",
    at: "usage",
    tell: tellUsage,
  }),
  longListCommand({
    path: "workspace activity",
    summary: "List what happened to tasks and projects, newest first",
    at: "activity",
    options: {
      teamId: value("<ids>", "Of any of these teams; several are separated by commas"),
      after: value("<entry>", "What came after this entry, oldest first; start is before all"),
    },
    plural: "activity",
    tell: happeningRows,
  }),
  longListCommand({
    path: "workspace audit",
    summary: "List security-relevant acts, newest first",
    at: "audit",
    options: {
      kind: value("<kind>", "Of this kind: member.role_changed"),
      actorId: value("<id>", "By whom, a username or profile id; me is understood"),
      interface: choice("<name>", ["web", "api", "cli", "system"]),
      since: value("<time>", "At this time or later: 2026-12-03 or 2026-12-03T17:00:00Z"),
      before: value("<time>", "Before this time"),
    },
    plural: "entries",
    tell: auditRows,
  }),
  command({
    path: "workspace leave",
    summary: "Leave the workspace, by its name",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/membership`;
      await ask(settings, { method: "DELETE", path, body: { name } });
      await print(globals, { left: true }, () => `You left ${name}.`);
    },
  }),
  command({
    path: "workspace delete",
    summary: "Delete the workspace for good, by its name",
    args,
    async run({ args: { name }, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, {
        method: "DELETE",
        path: await workspacePath(settings),
        body: { name },
      });
      await print(globals, { deleted: true }, () => `${name} is deleted.`);
    },
  }),
];
