import {
  teamMembersPath,
  teamSettingsPagePath,
  teamSettingsPath,
  teamsSettingsPath,
} from "../../../views/settings_paths.ts";
import { TeamSettings } from "../../../views/settings/team.tsx";
import { TeamsSettings } from "../../../views/settings/teams.tsx";
import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { requireTeamChanger } from "../../domain/core/permission.ts";
import { archiveTeam, restoreTeam } from "../../domain/teams/archive.ts";
import { createTeam } from "../../domain/teams/create.ts";
import { findTeam } from "../../domain/teams/find.ts";
import { listTeams } from "../../domain/teams/list.ts";
import { countOpenTasks } from "../../domain/teams/open_tasks.ts";
import { TeamCreate, type TeamDetail, TeamPatch } from "../../domain/teams/schema.ts";
import { updateTeam } from "../../domain/teams/update.ts";
import { listWorkflows } from "../../domain/workflows/list.ts";
import { type Action, action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { changingForm, checked, makingForm, number } from "../forms.ts";
import { canChangeTeam, teamAt, wholeTeamAt } from "../teams/read.ts";
import { managersToAsk } from "../whom_to_ask.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";

const { name, key } = makingForm(TeamCreate.shape);

/** Creates a team, and opens its members. */
export const makeTeam = action({
  path: teamsSettingsPath,
  form: { name, key, private: checked },
  changes: "page and sidebar",
  leads: true,
  does: async (form, { perform }) => parseJson((await perform(createTeam, form)).json),
  says: (team) => ({
    text: `${team.name} created. You lead the team.`,
    undo: { action: archiveTeamAction, path: teamSettingsPath(team.key) },
  }),
  then: (team) => teamMembersPath(team.key),
  home: () => teamsSettingsPath,
});

/** All teams, and the form of a new one. */
export const teamsSettingsPage = settingsPage({
  path: teamsSettingsPath,
  who: "members",
  async read(at) {
    const mayMake = isManager(at.viewer);
    const { searchParams } = at.url;
    const begun = mayMake && searchParams.has("create")
      ? { name: searchParams.get("name") ?? "" }
      : null;
    const read = async () => {
      const all = mayMake
        ? await at.askAll(listTeams, { includeArchived: "true" })
        : await at.teams();
      return {
        teams: all.filter(({ archivedAt }) => archivedAt === null),
        archived: all.filter(({ archivedAt }) => archivedAt !== null),
        mayMake,
        managers: await managersToAsk(at),
        mayChange: (teamId: string) => canChangeTeam(at.viewer, teamId),
      };
    };
    if (at.refused || begun) return { drawn: null, shown: await read(), begun };
    const draw = async () => <TeamsSettings {...await read()} making={null} />;
    return { drawn: await at.drawOnce([teamsSettingsPath], draw), shown: null, begun };
  },
}).shows({
  title: () => "Teams",
  main({ drawn, shown, begun, refused }) {
    if (drawn !== null) return drawn;
    const form = refused(makeTeam);
    const making = form
      ? { values: form.values, refused: form }
      : begun && { values: begun, refused: null };
    return <TeamsSettings {...shown} making={making} />;
  },
});

const onTeam = {
  path: teamSettingsPagePath,
  changes: "page and sidebar",
  home: ({ teamId }: { teamId: string }) => teamSettingsPath(teamId),
} as const;

const words = { ...changingForm(TeamPatch.shape), private: checked, version: number };

/** Changes a team's name, privacy, workflow, and other fields. */
export const saveTeam = action({
  ...onTeam,
  form: words,
  async does({ version, ...patch }, { ask, perform, params: { teamId } }) {
    const before = parseJson((await ask(findTeam, { teamId })).json);
    return { before, now: parseJson((await perform(updateTeam, { teamId, version, patch })).json) };
  },
  says: ({ before, now }) =>
    before.version === now.version ? nothingToSave : {
      text: `${now.name} saved`,
      undo: { action: putTeamBack, path: teamSettingsPath(now.key), along: asItWas(before, now) },
    },
  becomes: ({ now }) => teamSettingsPath(now.key),
});

function asItWas(before: TeamDetail, now: TeamDetail): Record<string, string> {
  return {
    name: before.name,
    key: before.key,
    description: before.description ?? "",
    expertiseArea: before.expertiseArea ?? "",
    workflowId: before.workflowId,
    ...(before.private ? { private: "on" } : {}),
    version: String(now.version),
  };
}

/** Undoes a change to a team, unless someone changed the team since. */
export const putTeamBack: Action = action({
  ...onTeam,
  button: "act=back",
  form: words,
  does: async ({ version, ...patch }, { perform, params: { teamId } }) =>
    parseJson((await perform(updateTeam, { teamId, version, patch })).json),
  says: () => ({ text: "Team change undone" }),
  becomes: (team) => teamSettingsPath(team.key),
});

export const archiveTeamAction: Action = action({
  ...onTeam,
  button: "act=archive",
  form: { force: checked },
  does: async ({ force }, { perform, params: { teamId } }) =>
    parseJson((await perform(archiveTeam, { teamId, force })).json),
  says: (team) => ({
    text: `${team.name} archived`,
    undo: { action: restoreTeamAction, path: teamSettingsPath(team.key) },
  }),
});

export const restoreTeamAction: Action = action({
  ...onTeam,
  button: "act=restore",
  form: {},
  does: async (_form, { perform, params: { teamId } }) =>
    parseJson((await perform(restoreTeam, { teamId })).json),
  says: (team) => ({
    text: `${team.name} restored`,
    undo: { action: archiveTeamAction, path: teamSettingsPath(team.key), along: { force: "on" } },
  }),
});

/**
 * Reads the team in a path, for people who can change it.
 * @throws NotFound; Forbidden
 */
export async function readTeamToChange(
  at: PageContext<Member> & { params: { teamId: string } },
): Promise<TeamDetail> {
  const team = await wholeTeamAt(at);
  requireTeamChanger(at.viewer, team.id);
  return team;
}

/** The settings of a team. */
export const teamSettingsPage = settingsPage({
  path: teamSettingsPagePath,
  who: "members",
  async read(at) {
    const team = await teamAt(at);
    requireTeamChanger(at.viewer, team.id);
    const read = async () => {
      const [whole, workflows, openTasks] = await Promise.all([
        wholeTeamAt(at),
        at.askAll(listWorkflows),
        at.askOnce(countOpenTasks, { teamId: team.id }),
      ]);
      const counts = Object.values(openTasks[team.id] ?? {});
      return {
        team: whole,
        workflows,
        open: counts.reduce((sum, n) => sum + n, 0),
        managers: await managersToAsk(at),
      };
    };
    if (at.refused) return { team, shown: await read(), drawn: null };
    const draw = async () => <TeamSettings {...await read()} refused={null} kept={null} />;
    return { team, shown: null, drawn: await at.drawOnce([teamSettingsPagePath, team.id], draw) };
  },
}).shows({
  title: ({ team }) => team.name,
  live: ({ team }) => [`team:${team.id}`],
  main({ refused, shown, drawn }) {
    if (drawn !== null) return drawn;
    const kept = refused(archiveTeamAction);
    return <TeamSettings {...shown} refused={refused(saveTeam)} kept={kept?.rest ?? null} />;
  },
});
