import { isTaskWriter, isTeamWriter, type Member } from "../domain/core/actor.ts";

/**
 * The team that a task is made in for a record of several teams: one that the actor is a lead or member of, else
 * one whose tasks they may write.
 * @returns undefined where there is none; the composer then offers their own
 */
export function teamForNewTask(actor: Member, teamIds: readonly string[]): string | undefined {
  const own = teamIds.find((id) => isTeamWriter(actor.teams.get(id)));
  return own ?? teamIds.find((id) => isTaskWriter(actor, id));
}
