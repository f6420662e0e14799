import type { TeamDetail } from "../../server/domain/teams/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, choice, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing, table } from "../table.ts";
import { askForPeople, readCommand } from "../reading.ts";
import { paragraphs } from "../task_views.ts";

interface Team {
  id: string;
  key: string;
  name: string;
}

interface OpenTasks {
  backlogged: number;
  planned: number;
  progressed: number;
}

const which = { team: argument("Team, by key, name, or ID") };
const pair = {
  ...which,
  member: argument('Member, by username, name, profile ID, or "me"'),
};

async function memberPath(settings: Settings, { team, member }: { team: string; member: string }) {
  const teams = `${await workspacePath(settings)}/teams`;
  return `${teams}/${encodeURIComponent(team)}/members/${encodeURIComponent(member)}`;
}

function renderOne({ team }: { team: TeamDetail }): string {
  const fields = listing([
    ["Team", `${team.key}  ${team.name}`],
    ["ID", team.id],
    ["State", team.archivedAt ? "archived" : team.private ? "private" : null],
    ["Your role", team.role],
    ["Expertise", team.expertiseArea],
    ["Workflow ID", team.workflowId],
    ["Former keys", team.formerKeys.join(", ")],
  ]);
  const members = team.members.map(({ profile, role }) => [role, profile.username, profile.name]);
  return [
    fields,
    ...(team.description ? [paragraphs(team.description)] : []),
    table(["Role", "Username", "Name"], members, "No members yet"),
  ].join("\n\n");
}

export const commands = [
  command({
    path: "teams list",
    summary: "List teams",
    options: {
      q: value("<text>", "Text to search for"),
      includeArchived: flag("Include archived records"),
      ...paging,
    },
    async run({ options: { includeArchived, ...asked }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...asked, ...given({ includeArchived }) };
      const path = `${await workspacePath(settings)}/teams`;
      const answer = await askPage<"teams", Team>(settings, path, "teams", query);
      await print(globals, answer, ({ teams }) => {
        const rows = teams.map(({ key, id, name }) => [key, id, name]);
        return withMore(table(["Team", "ID", "Name"], rows, "No matching teams"), answer);
      });
    },
  }),
  readCommand({
    path: "teams show",
    summary: "Show a team with its members",
    at: "teams/{team}",
    args: which,
    format: renderOne,
  }),
  command({
    path: "teams open-tasks",
    summary: "Count each team's open tasks by status",
    options: { teamId: value("<id>", "Filter by team") },
    async run({ options: query, globals }) {
      const settings = resolveSettings(globals);
      const workspace = await workspacePath(settings);
      const answer = await ask<{ openTasks: Record<string, OpenTasks> }>(settings, {
        method: "GET",
        path: `${workspace}/open-tasks`,
        query,
      });
      const all = { path: `${workspace}/teams` };
      const teams = await askForPeople<Team>(globals, settings, "teams", all);
      const keys = new Map(teams.map(({ id, key }) => [id, key]));
      await print(globals, answer, ({ openTasks }) =>
        table(
          ["Team", "Backlog", "Planned", "In progress"],
          Object.entries(openTasks).map(([id, { backlogged, planned, progressed }]) => [
            ...[keys.get(id) ?? id, String(backlogged), String(planned), String(progressed)],
          ]),
          "No open tasks",
        ));
    },
  }),
  command({
    path: "teams add-member",
    summary: "Add a member to a team, or change their role",
    args: pair,
    options: { role: choice("<role>", ["lead", "member", "commentator"]) },
    async run({ args, options: { role = "member" }, globals }) {
      const settings = resolveSettings(globals);
      const asked = {
        method: "PUT",
        path: await memberPath(settings, args),
        body: { role },
      } as const;
      await print(globals, await ask<{ team: TeamDetail }>(settings, asked), renderOne);
    },
  }),
  command({
    path: "teams remove-member",
    summary: "Remove a member from a team, or leave a team",
    args: pair,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const asked = { method: "DELETE", path: await memberPath(settings, args) } as const;
      await print(globals, await ask<{ team: TeamDetail }>(settings, asked), renderOne);
    },
  }),
];
