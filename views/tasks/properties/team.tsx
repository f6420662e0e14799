import { Icon } from "../../icons.tsx";
import type { Property } from "./property.ts";

export const team: Property = {
  name: "Team",
  field: "teamId",
  value: ({ team }) =>
    team
      ? (
        <>
          <Icon name="users" />
          <span>{team.name}</span>
        </>
      )
      : null,
  choices: ({ task, options }) =>
    (options.teams ?? []).map(({ id, key, name }) => ({
      name,
      icon: <span class="team-mark" aria-hidden="true">{key.slice(0, 2)}</span>,
      hint: key,
      chosen: id === task.teamId,
      send: { name: "teamId", value: id },
    })),
  note: ({ options }) =>
    options.closedTeams ? "Teams that you don't lead or belong to aren't offered." : null,
};
