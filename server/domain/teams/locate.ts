import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { Conflict, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

/** A team, with the data that operations need. */
export type StoredTeam = Pick<
  Selectable<Tables["teams"]>,
  | "id"
  | "key"
  | "name"
  | "description"
  | "expertise_area"
  | "private"
  | "workflow_id"
  | "version"
  | "archived_at"
>;

/**
 * Returns a visible team that accepts tasks.
 * @param idOrKey `team_…` or its key, `ENG`; former keys and the name work too
 * @throws NotFound if there is none or the actor can't see it; Conflict if it is archived
 */
export async function locateTeam(
  context: ReadContext<Member>,
  idOrKey: string,
): Promise<StoredTeam> {
  const team = await locateAnyTeam(context, idOrKey);
  requireUnarchivedTeam(team);
  return team;
}

/** @throws Conflict if the team is archived */
export function requireUnarchivedTeam(team: StoredTeam): void {
  if (team.archived_at === null) return;
  throw new Conflict(`The team ${team.name} is archived.`, {
    code: "team_archived",
    hint: "Restore the team first, or choose another one.",
  });
}

/** Returns a visible team, archived or not. @throws NotFound */
export async function locateAnyTeam(
  context: ReadContext<Member>,
  idOrKey: string,
): Promise<StoredTeam> {
  const isId = idOrKey.startsWith("team_");
  const known = isId ? await byId(context, idOrKey) : await byKey(context, idOrKey.toUpperCase());
  if (known && !context.actor.hiddenTeamIds.includes(known.id)) return known;
  // A hidden team's key doesn't keep a visible team from being found by name
  const called = isId ? undefined : await byName(context, idOrKey);
  if (called) return called;
  throw noSuchTeam(idOrKey);
}

async function byId(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<StoredTeam | undefined> {
  const { rows } = await sql<StoredTeam>`
    select * from teams where id = ${id} and workspace_id = ${actor.workspace.id}
    limit 1`.execute(db);
  return rows[0];
}

/** No key is both a team's key and another's former one, so there is at most one row. */
async function byKey(
  { db, actor }: ReadContext<Member>,
  key: string,
): Promise<StoredTeam | undefined> {
  const { rows } = await sql<StoredTeam>`
    select * from teams where workspace_id = ${actor.workspace.id} and key = ${key}
    union all
    select t.* from team_former_keys f join teams t on t.id = f.team_id
    where f.workspace_id = ${actor.workspace.id} and f.key = ${key}
    limit 1`.execute(db);
  return rows[0];
}

async function byName(
  { db, actor }: ReadContext<Member>,
  name: string,
): Promise<StoredTeam | undefined> {
  const { rows } = await sql<StoredTeam>`
    select * from teams where workspace_id = ${actor.workspace.id}`.execute(db);
  const seen = rows.filter(({ id }) => !actor.hiddenTeamIds.includes(id));
  return findOnlyByName(name, seen, ({ key }) => key);
}

export function noSuchTeam(idOrKey: string): NotFound {
  return new NotFound(`Team ${idOrKey} not found.`);
}
