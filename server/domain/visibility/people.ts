/**
 * Returns whether a profile is a person or a visible agent, as SQL. An automation's own profile isn't: it is only the
 * author of changes without an agent, so nobody can find it or assign work to it.
 * @param profile the alias of the calling query's `profiles`
 */
export function isPersonOrAgent(profile: string): string {
  return `(${profile}.kind = 'human' or not exists (
    select 1 from automations itself where itself.profile_id = ${profile}.id))`;
}

/**
 * Returns whether a profile is suspended, as SQL: a suspended person, an agent that is suspended or whose automation is,
 * or a suspended automation. Suspended profiles get no new work, and keep what they have.
 * @param profile the alias of the calling query's `profiles`
 */
export function isSuspended(profile: string): string {
  return `(${profile}.suspended_at is not null or ${profile}.kind = 'agent' and (exists (
    select 1 from agents g join automations a on a.id = g.automation_id
    where g.profile_id = ${profile}.id and (g.suspended_at is not null or a.suspended_at is not null))
  or exists (select 1 from automations a
    where a.profile_id = ${profile}.id and a.suspended_at is not null)))`;
}

/**
 * Returns whether a profile can open the workspace, as SQL: a member who isn't suspended.
 * @param profile the alias of the calling query's `profiles`
 */
export function canEnter(profile: string): string {
  return `${profile}.removed_at is null and ${profile}.suspended_at is null`;
}

/** Returns whether a profile `p` can be assigned new work, as SQL: a current member who isn't suspended. */
export const takesNewWork = `(p.removed_at is null and ${isPersonOrAgent("p")} and not ${
  isSuspended("p")
})`;
