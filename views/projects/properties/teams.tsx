import { Icon } from "../../icons.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import type { PropertyOfProject } from "./property.ts";

export const teams: PropertyOfProject = {
  name: "Teams",
  field: "teamIds",
  icon: "team",
  value: ({ teams }) => (
    <>
      <Icon name="team" />
      <ValueText value={teams.map(({ name }) => name).join(", ")} none="All teams" />
    </>
  ),
  inWords: ({ teams }) => teams.map(({ name }) => name).join(", ") || "all teams",
  needs: "teams",
  many: true,
  choices: ({ project, options }) =>
    (options.teams ?? []).map(({ id, key, name }) => ({
      name,
      icon: <span class="team-mark" aria-hidden="true">{key.slice(0, 2)}</span>,
      hint: key,
      chosen: project.teams.some((team) => team.id === id),
      send: { name: "toggleTeam", value: id },
    })),
  note: ({ teams }) => teams.length === 0 ? "Everyone can see a project without teams." : null,
};
