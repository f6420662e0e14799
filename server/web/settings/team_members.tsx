import {
  addTeamMemberPagePath,
  teamMemberPagePath,
  teamMemberPath,
  teamMembersPagePath,
  teamMembersPath,
} from "../../../views/settings_paths.ts";
import {
  AddTeamMemberMenu,
  TeamMembers,
  TeamMembersFilter,
  TeamRoleMenu,
} from "../../../views/settings/team_members.tsx";
import { teamRoleWords } from "../../../views/people/words.ts";
import { teamPagePath, teamPath, teamsPath } from "../../../views/team_paths.ts";
import { isManager, type Member, type TeamRole } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { requireTeamChanger } from "../../domain/core/permission.ts";
import { findTeam } from "../../domain/teams/find.ts";
import { putTeamMember, removeTeamMember } from "../../domain/teams/membership.ts";
import type { TeamDetail } from "../../domain/teams/schema.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { membersOf, searchTextIn } from "../choices.ts";
import { text } from "../forms.ts";
import { page } from "../page.ts";
import { teamAt, wholeTeamAt } from "../teams/read.ts";
import { managersToAsk } from "../whom_to_ask.ts";
import { askedIn, typedAsked, withWords } from "./asked_records.ts";
import { settingsPage } from "./page.tsx";
import { readTeamToChange } from "./teams.tsx";

type OfTeam = { teamId: string };
const home = ({ teamId }: OfTeam) => teamMembersPath(teamId);
const onMember = { path: teamMemberPagePath, changes: "page and sidebar", home } as const;

const memberIn = ({ members }: TeamDetail, profileId: string) =>
  members.find(({ profile }) => profile.id === profileId);

/** Adds a member to a team. */
export const addTeamMember = action({
  path: teamMembersPagePath,
  form: { profileId: text },
  changes: "page and sidebar",
  async does({ profileId }, { perform, params: { teamId } }) {
    const added = await perform(putTeamMember, { teamId, profileId, role: "member" });
    const team = parseJson(added.json);
    return { team, profile: memberIn(team, profileId)!.profile };
  },
  says: ({ team, profile }) => ({
    text: `${profile.name} added to ${team.name}`,
    undo: { action: removeFromTeam, path: teamMemberPath(team.key, profile.id) },
  }),
  home,
});

/** Changes a member's role in a team. */
export const changeTeamRole: Action = action({
  ...onMember,
  button: "role",
  form: { role: text },
  async does({ role }, { ask, perform, params: { teamId, profileId } }) {
    const before = memberIn(parseJson((await ask(findTeam, { teamId })).json), profileId)?.role;
    const team = parseJson((await perform(putTeamMember, { teamId, profileId, role })).json);
    return { before, team, member: memberIn(team, profileId)! };
  },
  says({ before, team, member: { profile, role } }, _form, { viewer }) {
    const word = teamRoleWords[role].toLowerCase();
    if (before === role) return { text: `${profile.name} is already a ${word}` };
    const keeps = isManager(viewer) || profile.id !== viewer.profile.id;
    return {
      text: `${profile.name} is now a ${word} in ${team.name}`,
      ...(keeps && before ? { undo: toRole(team, profile.id, before) } : {}),
    };
  },
  // A lead who gives up the role can no longer change the team
  then: ({ team, member }, _form, { viewer }) =>
    isManager(viewer) || member.profile.id !== viewer.profile.id ? null : teamPath(team.key),
});

/** Restores a member's former role in a team, also after the member left the team. */
export const putTeamRoleBack: Action = action({
  ...onMember,
  button: "act=role",
  form: { role: text },
  async does({ role }, { perform, params: { teamId, profileId } }) {
    const team = parseJson((await perform(putTeamMember, { teamId, profileId, role })).json);
    return { team, ...memberIn(team, profileId)! };
  },
  says: ({ team, profile, role }) => ({
    text: `Role of ${profile.name} in ${team.name} changed back to ${
      teamRoleWords[role].toLowerCase()
    }`,
  }),
});

function toRole(team: TeamDetail, profileId: string, role: TeamRole): Undo {
  const path = teamMemberPath(team.key, profileId);
  return { action: putTeamRoleBack, path, along: { role } };
}

/** Removes a member from a team. */
export const removeFromTeam: Action = action({
  ...onMember,
  button: "act=remove",
  form: {},
  does: (_form, at) => remove(at, at.params.profileId),
  says: (gone, _form, { viewer }) => sayRemoved(gone, viewer),
  then: ({ member }, _form, { viewer }) =>
    isManager(viewer) || member.profile.id !== viewer.profile.id ? null : teamsPath,
});

/** Leaves a team. Only people who can change the team can undo this. */
export const leaveTeam: Action = action({
  path: teamPagePath,
  button: "act=leave",
  form: {},
  changes: "page and sidebar",
  leads: true,
  does: (_form, at) => remove(at, at.viewer.profile.id),
  says: (gone, _form, { viewer }) => sayRemoved(gone, viewer),
  then: () => teamsPath,
  home: ({ teamId }) => teamPath(teamId),
});

interface Removed {
  team: TeamDetail;
  member: TeamDetail["members"][number];
}

async function remove(at: ActionContext<Member, string> & { params: OfTeam }, profileId: string) {
  const { teamId } = at.params;
  const before = parseJson((await at.ask(findTeam, { teamId })).json);
  await at.perform(removeTeamMember, { teamId, profileId });
  return { team: before, member: memberIn(before, profileId)! };
}

function sayRemoved({ team, member: { profile, role } }: Removed, viewer: Member): ActionMessage {
  const own = profile.id === viewer.profile.id;
  return {
    text: own ? `You left ${team.name}` : `${profile.name} removed from ${team.name}`,
    ...(isManager(viewer) || !own ? { undo: toRole(team, profile.id, role) } : {}),
  };
}

/** The members of a team. */
export const teamMembersPage = settingsPage({
  path: teamMembersPagePath,
  who: "members",
  typedInto: typedAsked,
  async read(at) {
    const team = await teamAt(at);
    requireTeamChanger(at.viewer, team.id);
    const viewerId = at.viewer.profile.id;
    const asked = askedIn(at.url);
    const draw = async () => {
      const team = await wholeTeamAt(at);
      const members = withWords(
        team.members,
        asked,
        ({ profile: { name, username } }) => [name, username],
      );
      const managers = await managersToAsk(at);
      return <TeamMembers {...{ team, asked, members, viewerId, managers }} />;
    };
    // Each typed letter searches for something else
    const drawn = asked.q
      ? await draw()
      : await at.drawOnce([teamMembersPagePath, team.id, asked], draw);
    return { team, asked, drawn };
  },
}).shows({
  title: ({ team }) => `Members of ${team.name}`,
  beside: ({ team, asked: { q } }) => <TeamMembersFilter path={teamMembersPath(team.key)} q={q} />,
  main: ({ drawn }) => drawn,
});

/** The menu of people who can be added to a team. */
export const addTeamMemberMenu = page({
  path: addTeamMemberPagePath,
  who: "members",
  layer: "menu",
  under: (_url: URL, { teamId }: OfTeam) => teamMembersPath(teamId),
  async read(at) {
    const team = await readTeamToChange(at);
    const q = searchTextIn(at.url);
    const { records, more } = await membersOf(at, { q }, { kind: "human", outside: team.id });
    return { team, people: records, q, more };
  },
}).shows({
  title: ({ team }) => `Add to ${team.name}`,
  main: (props) => <AddTeamMemberMenu {...props} />,
});

/** The menu of a member's role in a team. @throws NotFound unless the person is a member */
export const teamRoleMenu = page({
  path: teamMemberPagePath,
  who: "members",
  layer: "menu",
  under: (_url: URL, { teamId }: OfTeam) => teamMembersPath(teamId),
  async read(at) {
    const team = await readTeamToChange(at);
    const member = memberIn(team, at.params.profileId);
    if (!member) throw new NotFound("This team has no member with this ID.");
    return { team, ...member };
  },
}).shows({
  title: ({ profile }) => `Role of ${profile.name}`,
  main: (props) => <TeamRoleMenu {...props} />,
});
