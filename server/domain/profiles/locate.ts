import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { noSuchMember } from "./record.ts";

/** The stored profile, as an operation works with it. */
export type StoredProfile = Pick<
  Selectable<Tables["profiles"]>,
  "id" | "kind" | "user_id" | "role" | "name" | "username" | "version" | "suspended_at"
>;

/**
 * Somebody who belongs to the workspace now.
 * @param profileId a profile's id, or `me`
 * @throws NotFound when there is no such profile; Conflict when they have left
 */
export async function locateMember(
  { db, actor }: ReadContext<Member>,
  profileId: string,
): Promise<StoredProfile> {
  const profile = await db.selectFrom("profiles")
    .select(["id", "kind", "user_id", "role", "name", "username", "version"])
    .select(["suspended_at", "removed_at"])
    .where("id", "=", profileId === "me" ? actor.profile.id : profileId)
    .where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (!profile) throw noSuchMember(profileId);
  if (profile.removed_at === null) return profile;
  throw new Conflict(`${profile.name} no longer belongs to this workspace.`, {
    code: "member_removed",
    hint: "Invite them again; their profile and history come back with them.",
  });
}

/**
 * The id of somebody who belongs to the workspace or did.
 * @param idOrUsername a profile's id, or a username in any case
 * @throws NotFound when there is no such profile
 */
export async function locateProfile(
  { db, actor }: ReadContext<Member>,
  idOrUsername: string,
): Promise<string> {
  if (idOrUsername === actor.profile.id) return idOrUsername;
  const named = idOrUsername.startsWith("prof_")
    ? sql`id = ${idOrUsername}`
    : sql`username = ${idOrUsername.toLowerCase()}`;
  const { rows } = await sql<{ id: string }>`
    select id from profiles where workspace_id = ${actor.workspace.id} and ${named} limit 1`
    .execute(db);
  if (rows[0]) return rows[0].id;
  throw new NotFound(`There is nobody ${idOrUsername} here.`);
}
