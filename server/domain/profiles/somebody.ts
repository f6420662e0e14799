/**
 * Whether a profile is somebody, a person or a visible agent, as SQL text. An automation's own profile is nobody whom
 * one could look for or give work: it is the author of what the automation does without an agent, and no more.
 * @param profile the alias of the calling query's `profiles`
 */
export function somebody(profile: string): string {
  return `not exists (select 1 from automations itself where itself.profile_id = ${profile}.id)`;
}
