import { Icon } from "../../icons.tsx";
import { ComposerSelect } from "../../parts/composer_fields.tsx";
import { anyOrNone } from "../filters/filter.ts";
import { type OfferedTeam, property } from "./property.ts";

const optionsOf = (teams: readonly OfferedTeam[], chosen: string | undefined) =>
  teams.map(({ id, name }) => <option value={id} selected={id === chosen}>{name}</option>);

export const team = property({
  name: "Team",
  field: "teamId",
  value: ({ team }) =>
    team
      ? (
        <>
          <Icon name="team" />
          <span>{team.name}</span>
        </>
      )
      : null,
  asked: ({ values, teams }) => (
    <ComposerSelect name="teamId" label="Team">
      {optionsOf(teams.filter(({ handsOver }) => !handsOver), values.teamId)}
      {teams.some(({ handsOver }) => handsOver) && (
        <optgroup label="Hand over to">
          {optionsOf(teams.filter(({ handsOver }) => handsOver), values.teamId)}
        </optgroup>
      )}
    </ComposerSelect>
  ),
  pill({ values, teams }) {
    const team = teams.find(({ id }) => id === values.teamId);
    return team
      ? {
        icon: <span class="team-mark" aria-hidden="true">{team.key.slice(0, 2)}</span>,
        text: team.name,
        chosen: true,
      }
      : { icon: <Icon name="team" />, text: "Team", chosen: false };
  },
  further: { name: "Move to another team…", icon: "team" },
  filter: {
    name: "Team",
    comparisons: anyOrNone("teamId", "notTeamId"),
    list: "teams",
    choices: ({ teams = [] }) =>
      teams.map(({ id, key, name }) => ({
        name,
        icon: <span class="team-mark" aria-hidden="true">{key.slice(0, 2)}</span>,
        value: id,
      })),
  },
  sentences: {
    "task.moved": ({ from, to }) => (
      <>
        moved the task from team <b>{from.name}</b> to <b>{to.name}</b>
      </>
    ),
  },
  needs: ["teams", "closedTeams"],
  choices: ({ task, options }) =>
    (options.teams ?? []).map(({ id, key, name, handsOver }) => ({
      name,
      icon: <span class="team-mark" aria-hidden="true">{key.slice(0, 2)}</span>,
      hint: handsOver ? `${key} · hand over` : key,
      chosen: id === task.teamId,
      send: { name: "teamId", value: id },
    })),
  note: ({ options }) =>
    options.closedTeams ? "Only teams that you lead or belong to are listed." : null,
});
