import { ActForm } from "../ui/act_form.tsx";
import type { TeamRole } from "../../server/domain/core/actor.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { TeamDetail } from "../../server/domain/teams/schema.ts";
import { Icon } from "../icons.tsx";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { memberPath } from "../people_paths.ts";
import { teamRoleHints, teamRoleWords } from "../people/words.ts";
import {
  addTeamMemberPath,
  automationSettingsPath,
  teamMemberPath,
  teamMembersPath,
  teamSettingsPath,
} from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, MenuNote } from "../ui/menu.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { counted } from "../ui/words.ts";
import { type Asked, askedPath, ShowAllLink, shownOf } from "./first_records.tsx";
import { Concern, Records } from "./parts.tsx";

const roles = Object.keys(teamRoleWords) as TeamRole[];

/** The field that finds a member of a team, beside the title. @param path the path of the team's members */
export function TeamMembersFilter({ path, q }: { path: string; q: string | undefined }) {
  return <TextFilter action={path} q={q} name="Find a member" fields={[]} without={path} />;
}

/** A team's members with their roles, and a button that adds members. @param members the members that match the text in the URL */
export function TeamMembers({ team, asked, members, viewerId, managers }: {
  team: TeamDetail;
  asked: Asked;
  members: readonly TeamDetail["members"][number][];
  viewerId: string;
  /** Owners and admins to ask. Empty for one of them. */
  managers: readonly Named[];
}) {
  const { key, name } = team;
  const hasAgents = team.members.some(({ profile }) => profile.kind === "agent");
  const shown = shownOf(members, asked);
  return (
    <Concern
      id="members"
      title="Members"
      lead={<a class="team-way" href={teamSettingsPath(key)}>All team settings</a>}
      beside={
        <a
          id="add-member"
          class="button"
          href={addTeamMemberPath(key)}
          data-menu="member"
        >
          <Icon name="plus" />
          <span>Add member</span>
        </a>
      }
    >
      <Records
        name={`Members of ${name}`}
        columns={[{ name: "Name" }, { name: "Role" }, { name: "Remove", hidden: true }]}
        rows={shown.map(({ profile, role }) => ({
          key: profile.id,
          cells: [
            <a class="person-link" href={memberPath(profile.id)}>
              <Avatar person={profile} />
              <span>
                <bdi>{profile.name}</bdi>
                {profile.id === viewerId && " (you)"}
                <small>{profile.kind === "agent" ? "Agent" : `@${profile.username}`}</small>
              </span>
            </a>,
            profile.kind === "agent" ? teamRoleWords[role] : (
              <a
                id={`role-${profile.id}`}
                class="button team-role"
                data-kind="quiet"
                href={teamMemberPath(key, profile.id)}
                data-menu="role"
                aria-label={`Role of ${profile.name}: ${teamRoleWords[role]}`}
              >
                {teamRoleWords[role]}
                <Icon name="chevron-down" />
              </a>
            ),
            profile.kind === "agent" ? "" : <Remove teamKey={key} profile={profile} />,
          ],
        }))}
        empty={asked.q ? `No members match “${asked.q}”` : "No members yet"}
      />
      <ShowAllLink
        shown={shown}
        records={members}
        href={askedPath(teamMembersPath(key), { ...asked, show: "all" })}
        of={counted(members.length, "member")}
        rowOf={({ profile }) => `row-${profile.id}`}
      />
      {hasAgents && managers.length === 0 && (
        <p class="whom-to-ask">
          To change the teams of an agent, edit its <a href={automationSettingsPath}>automation</a>.
        </p>
      )}
      <WhomToAsk managers={managers}>
        {`Only owners and admins can invite people${
          hasAgents ? " and change the teams of agents" : ""
        }.`}
      </WhomToAsk>
    </Concern>
  );
}

function Remove({ teamKey, profile }: { teamKey: string; profile: ProfileRef }) {
  const path = teamMemberPath(teamKey, profile.id);
  return (
    <span class="record-acts">
      <ActForm
        path={path}
        act="remove"
        name={`Remove ${profile.name}`}
        words="Remove"
        next="#add-member"
      />
    </span>
  );
}

/** The menu that changes a member's role in a team. */
export function TeamRoleMenu({ team, profile, role }: {
  team: Pick<TeamDetail, "key">;
  profile: ProfileRef;
  role: TeamRole;
}) {
  return (
    <Menu
      name={`Role of ${profile.name}`}
      action={teamMemberPath(team.key, profile.id)}
      next={`#role-${profile.id}`}
      groups={[{
        choices: roles.map((one) => ({
          name: teamRoleWords[one],
          hint: teamRoleHints[one],
          chosen: one === role,
          send: { name: "role", value: one },
        })),
      }]}
    />
  );
}

/** The menu of people who can be added to a team. */
export function AddTeamMemberMenu({ team, people, q, more }: {
  team: Pick<TeamDetail, "key" | "name">;
  people: readonly ProfileRef[];
  /** The typed text. */
  q: string;
  /** Whether typing finds more people. */
  more: boolean;
}) {
  const name = `Add to ${team.name}`;
  if (people.length === 0 && !q) {
    return <MenuNote name={name}>Everyone in this workspace is already in this team.</MenuNote>;
  }
  return (
    <Menu
      name={name}
      action={teamMembersPath(team.key)}
      next="#add-member"
      finds={more || q ? { path: addTeamMemberPath(team.key), q } : undefined}
      groups={[{
        choices: people.map((person) => ({
          name: person.name,
          hint: person.username ?? undefined,
          icon: <Avatar person={person} />,
          send: { name: "profileId", value: person.id },
        })),
      }]}
    />
  );
}
