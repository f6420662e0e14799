import type { Agent as Whole } from "../../server/domain/agents/schema.ts";
import { ask, workspacePath } from "../client.ts";
import {
  alsoNamed,
  argument,
  choice,
  command,
  flag,
  list,
  requiredValue,
  value,
} from "../command.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { listing } from "../table.ts";
import { requireWritable, writeConfig } from "../profile.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { inRows, readCommand } from "../reading.ts";
import { requireChange, suspension } from "../patch.ts";

interface Agent {
  id: string;
  profileId: string;
  name: string;
  username: string;
  role?: string;
  suspended?: boolean;
}

async function pathOf(settings: Settings, agent?: string): Promise<string> {
  const path = `${await workspacePath(settings)}/agents`;
  return agent ? `${path}/${encodeURIComponent(agent)}` : path;
}

const rowsOf = (agent: Agent): [string, string | undefined][] => [
  ["ID", agent.id],
  ["Profile ID", agent.profileId],
  ["Name", agent.name],
  ["Username", agent.username],
  ["Role", agent.role],
  ["Suspended", agent.suspended ? "yes" : "no"],
];
/** Formats an agent for a terminal. */
export const render = ({ agent }: { agent: Agent }) => listing(rowsOf(agent));

/** Formats agents for a terminal. */
export const agentRows = inRows(
  ["ID", "Profile ID", "Username", "Role", "Name"],
  ({ id, profileId, username, role, name }: Agent) => [id, profileId, username, role ?? "", name],
  "No agents yet",
);

const which = { agent: argument("Agent, by ID, username, or name") };
const place = {
  teamId: list("<id>", "Team to grant access to (repeatable)"),
  role: choice("<role>", ["member", "commentator"]),
};

export const commands = [
  command({
    path: "admin agents list",
    summary: "List agents",
    options: {
      automationId: alsoNamed("installationId", value("<id>", "Filter by automation")),
      ...paging,
    },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings);
      const answer = await askPage<"agents", Agent>(settings, path, "agents", options);
      await print(globals, answer, ({ agents }) => {
        return withMore(agentRows(agents), answer);
      });
    },
  }),
  readCommand({
    path: "admin agents show",
    summary: "Show an agent",
    at: "agents/{agent}",
    args: which,
    format: ({ agent }: { agent: Whole }) =>
      listing([
        ...rowsOf(agent),
        ["Automation ID", agent.automationId],
        ["Team IDs", agent.teamIds.join(", ")],
      ]),
  }),
  command({
    path: "admin agents create",
    summary: "Create an agent for an automation",
    options: {
      automationId: alsoNamed(
        "installationId",
        requiredValue("<id>", "Automation the agent belongs to"),
      ),
      name: requiredValue("<name>", "Name"),
      ...place,
      use: flag("Act as the new agent"),
    },
    async run({ options, globals }) {
      const { use, teamId: teamIds, ...fields } = options;
      const settings = resolveSettings(globals);
      if (use) requireWritable(settings.files);
      const answer = await ask<{ agent: Agent }>(settings, {
        method: "POST",
        path: await pathOf(settings),
        body: { ...fields, teamIds },
      });
      if (use) {
        writeConfig(settings.files, { ...settings.config, agentId: answer.agent.profileId });
      }
      await print(globals, answer, render);
    },
  }),
  command({
    path: "admin agents update",
    summary: "Update an agent",
    args: which,
    options: {
      name: value("<name>", "Name"),
      ...place,
      teamId: list("<id>", "Team to grant access to; replaces the current teams (repeatable)"),
      suspend: flag("Suspend the agent"),
      unsuspend: flag("Unsuspend the agent"),
    },
    async run({ path, args, options, globals }) {
      const { teamId: teamIds, suspend, unsuspend, ...fields } = options;
      const body = requireChange(path, {
        ...fields,
        teamIds,
        ...suspension({ suspend, unsuspend }),
      });
      const settings = resolveSettings(globals);
      const answer = await ask<{ agent: Agent }>(settings, {
        method: "PATCH",
        path: await pathOf(settings, args.agent),
        body,
      });
      await print(globals, answer, render);
    },
  }),
];
