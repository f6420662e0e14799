import type { Team } from "../../server/domain/teams/schema.ts";

/** The names of those of some teams that are there still. */
export function namesOf(teamIds: readonly string[], teams: readonly Team[]): string {
  return teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name).join(", ");
}

/** Teams as boxes: a private one says so. */
export function teamChoices(teams: readonly Team[]) {
  return teams.map(({ id, name, private: hidden }) => ({
    value: id,
    label: hidden ? `${name} (private)` : name,
  }));
}
