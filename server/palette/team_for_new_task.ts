import { isTaskWriter, isTeamWriter, type Member } from "../domain/core/actor.ts";

/**
 * Returns the team of a new task for a record with several teams: a team that the actor leads or belongs to, or else
 * one in which they can create tasks.
 * @returns undefined if there is none; the composer then offers the actor's teams
 */
export function teamForNewTask(actor: Member, teamIds: readonly string[]): string | undefined {
  const own = teamIds.find((id) => isTeamWriter(actor.teams.get(id)));
  return own ?? teamIds.find((id) => isTaskWriter(actor, id));
}
