import type { Team } from "../../server/domain/teams/schema.ts";

/** Returns the names of teams that still exist. */
export function namesOf(teamIds: readonly string[], teams: readonly Team[]): string {
  return teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name).join(", ");
}

/** Returns teams as choices. Private teams are marked. */
export function teamChoices(teams: readonly Team[]) {
  return teams.map(({ id, name, private: hidden }) => ({
    value: id,
    label: hidden ? `${name} (private)` : name,
  }));
}
