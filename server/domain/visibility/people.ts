/**
 * Whether a profile is somebody, a person or a visible agent, as SQL text. An automation's own profile is nobody whom
 * one could look for or give work: it is the author of what the automation does without an agent, and no more.
 * @param profile the alias of the calling query's `profiles`
 */
export function isPersonOrAgent(profile: string): string {
  return `(${profile}.kind = 'human' or not exists (
    select 1 from automations itself where itself.profile_id = ${profile}.id))`;
}

/**
 * Whether a profile `p` may not act for now, as SQL text: a suspended person, an agent that is suspended or whose
 * automation is, or a suspended automation's own. Nothing new is given to it; what it has stays.
 */
export const isSuspended = `(p.suspended_at is not null or p.kind = 'agent' and (exists (
    select 1 from agents g join automations a on a.id = g.automation_id
    where g.profile_id = p.id and (g.suspended_at is not null or a.suspended_at is not null))
  or exists (select 1 from automations a where a.profile_id = p.id and a.suspended_at is not null)))`;

/**
 * Whether somebody is let into their workspace, as SQL text: who belongs to it and isn't suspended.
 * @param profile the alias of the calling query's `profiles`
 */
export function canEnter(profile: string): string {
  return `${profile}.removed_at is null and ${profile}.suspended_at is null`;
}

/** Whether something new can be given to a profile `p`, as SQL text: somebody who is present and may act. */
export const takesNewWork = `(p.removed_at is null and ${
  isPersonOrAgent("p")
} and not ${isSuspended})`;
