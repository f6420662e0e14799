import type { Member } from "../core/actor.ts";
import { type FieldError, Invalid, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateAnyTeam, requireUnarchivedTeam, type StoredTeam } from "./locate.ts";

/**
 * Returns the team in an input, for a new record. A team in a path uses `locateTeam`, which returns a 404.
 * @param idOrKey an ID, key, or former key
 * @param path its path in the input
 * @throws Invalid if there is none for the actor; Conflict if it is archived
 */
export async function resolveTeam(
  context: ReadContext<Member>,
  idOrKey: string,
  path: FieldError["path"] = ["teamId"],
): Promise<StoredTeam> {
  const [team] = await resolveTeams(context, [idOrKey], () => path);
  return team!;
}

/**
 * Returns several teams, in the given order.
 * @param pathOf the path of the nth team
 * @throws Invalid with each team that the actor can't see; Conflict for one that is archived
 */
export async function resolveTeams(
  context: ReadContext<Member>,
  wanted: readonly string[],
  pathOf: (n: number) => FieldError["path"] = (n) => ["teamIds", n],
): Promise<StoredTeam[]> {
  const found = await resolveAnyTeams(context, wanted, pathOf);
  for (const team of found) requireUnarchivedTeam(team);
  return found;
}

/**
 * Returns several teams, archived or not.
 * @throws Invalid with each team that the actor can't see
 */
export async function resolveAnyTeams(
  context: ReadContext<Member>,
  wanted: readonly string[],
  pathOf: (n: number) => FieldError["path"],
): Promise<StoredTeam[]> {
  const found: StoredTeam[] = [];
  const unknown: FieldError[] = [];
  for (const [n, idOrKey] of wanted.entries()) {
    try {
      found.push(await locateAnyTeam(context, idOrKey));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      unknown.push({ path: pathOf(n), message: error.message });
    }
  }
  if (unknown.length === 0) return found;
  throw new Invalid(unknown, {
    code: "unknown_team",
    hint: "List the teams to find their IDs and keys.",
  });
}
