import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Invalid, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileIdOf } from "../profiles/locate.ts";
import { isPersonOrAgent, isSuspended } from "../visibility/people.ts";
import { seesProjectOf } from "../visibility/readers.ts";
import { resolveTeams } from "../teams/resolve.ts";
import type { Named } from "../refs/named.ts";

/**
 * Returns the teams of IDs or keys, each once, by name.
 * @throws Invalid with each team that the actor can't see; Conflict for one that is archived
 */
export async function resolveProjectTeams(
  context: ReadContext<Member>,
  wanted: string[],
): Promise<Named[]> {
  const teams = await resolveTeams(context, wanted);
  const once = new Map(teams.map(({ id, name }) => [id, { id, name }]));
  return [...once.values()].toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

/**
 * Returns the current people or agents who can see a project of these teams: everyone, unless all of them are private.
 * Suspended people can't be added.
 * @param field the input field: `leadId` has one person, `memberIds` several
 * @param wanted profile IDs, usernames, or names, or `me`
 * @param teamIds the project's new teams
 * @param kept people who already have this part, who can stay even if suspended
 * @throws Invalid with each other person
 */
export async function resolvePeople(
  context: ReadContext<Member>,
  field: "leadId" | "memberIds",
  wanted: string[],
  { teamIds, kept = [] }: { teamIds: string[]; kept?: readonly string[] | undefined },
): Promise<Named[]> {
  const { db, actor } = context;
  const ids: string[] = [];
  for (const [n, word] of wanted.entries()) {
    ids.push(await personIdOf(context, word, pathOf(field, n)));
  }
  const teams = sql`select value as team_id from json_each(${JSON.stringify(teamIds)})`;
  const { rows } = await sql<Named & { n: number; isSuspended: 0 | 1 }>`
    select p.id, p.name, w.key as n, ${sql.raw(isSuspended("p"))} as isSuspended
    from json_each(${JSON.stringify(ids)}) w
    join profiles p on p.id = w.value
    where p.workspace_id = ${actor.workspace.id} and ${seesProjectOf(teams)}
      and (${sql.raw(isPersonOrAgent("p"))} or p.id in (select value from json_each(${
    JSON.stringify(kept)
  })))
    order by p.name collate nocase`.execute(db);
  requireActive(field, rows.filter((row) => row.isSuspended && !kept.includes(row.id)));
  const nobody = (id: string) =>
    `Choose a member who can see this project. ${id} can't see the project, or isn't a member.`;
  return requireAll(field, wanted, rows, nobody);
}

/**
 * Returns the ID of a profile, whether or not it can see the project.
 * @param path the path in the input
 * @throws Invalid if several have the name
 */
export async function personIdOf(
  context: ReadContext<Member>,
  word: string,
  path: (string | number)[],
): Promise<string> {
  return await profileIdOf(context, word).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw new Invalid([{ path, message: error.message }], { code: "unknown_profile" });
  });
}

/** @throws Invalid with each suspended person */
function requireActive(field: string, found: (Named & { n: number })[]): void {
  if (found.length === 0) return;
  const errors = found.map(({ name, n }) => ({
    path: pathOf(field, n),
    message: `${name} is suspended and can't be assigned new work.`,
  }));
  throw new Invalid(errors, {
    code: "profile_suspended",
    hint: "Unsuspend the member first, or choose someone else.",
  });
}

/** Returns the input path of the nth person. */
function pathOf(field: string, n: number): (string | number)[] {
  return field === "leadId" ? [field] : [field, n];
}

/** Returns each record once. @throws Invalid for missing records */
function requireAll(
  field: string,
  wanted: string[],
  rows: (Named & { n: number })[],
  message: (wanted: string) => string,
): Named[] {
  const found = new Set(rows.map((row) => row.n));
  const unknown = wanted.flatMap((one, n) =>
    found.has(n) ? [] : [{ path: pathOf(field, n), message: message(one) }]
  );
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_profile" });
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}
