import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { findOnlyByName, maybeCalled } from "../core/called.ts";
import { Conflict, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { isPersonOrAgent } from "../visibility/people.ts";
import { noSuchMember } from "./record.ts";

/** The stored profile, with the data that operations need. */
export type StoredProfile = Pick<
  Selectable<Tables["profiles"]>,
  "id" | "kind" | "user_id" | "role" | "name" | "username" | "version" | "suspended_at"
>;

/**
 * Returns a current member.
 * @param profileId a profile's ID, username, or name, or `me`
 * @throws NotFound if there is no such profile; Conflict if they have left
 */
export async function locateMember(
  context: ReadContext<Member>,
  profileId: string,
): Promise<StoredProfile> {
  const { db, actor } = context;
  const profile = await db.selectFrom("profiles")
    .select(["id", "kind", "user_id", "role", "name", "username", "version"])
    .select(["suspended_at", "removed_at"])
    .where("id", "=", await profileIdOf(context, profileId))
    .where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (!profile) throw noSuchMember(profileId);
  if (profile.removed_at === null) return profile;
  throw new Conflict(`${profile.name} is no longer a member of this workspace.`, {
    code: "member_removed",
    hint: "Invite the person again to restore the profile and its activity.",
  });
}

/**
 * Returns a profile's ID by `me`, ID, username, or name, or the word itself if there is none.
 * @throws NotFound if several have the name
 */
export async function profileIdOf(context: ReadContext<Member>, word: string): Promise<string> {
  if (word === "me") return context.actor.profile.id;
  return word.startsWith("prof_") ? word : await byName(context, word) ?? word;
}

/** Finds a profile by username, or else a current member by name. */
async function byName(
  { db, actor }: ReadContext<Member>,
  word: string,
): Promise<string | undefined> {
  const { rows: [owner] } = await sql<{ id: string }>`
    select id from profiles where workspace_id = ${actor.workspace.id}
      and username = ${word.toLowerCase()} limit 1`.execute(db);
  if (owner) return owner.id;
  const { rows } = await sql<{ id: string; name: string; username: string }>`
    select p.id, p.name, p.username from profiles p
    where p.workspace_id = ${actor.workspace.id} and p.removed_at is null
      and ${maybeCalled("p.name", word)} and ${sql.raw(isPersonOrAgent("p"))}`.execute(db);
  return findOnlyByName(word, rows, ({ username }) => username)?.id;
}

/**
 * Returns the ID of a current or former member.
 * @param idOrUsername a profile's ID, or a username or name in any case
 * @throws NotFound if there is no such profile
 */
export async function locateProfile(
  context: ReadContext<Member>,
  idOrUsername: string,
): Promise<string> {
  const { db, actor } = context;
  if (idOrUsername === actor.profile.id) return idOrUsername;
  if (!idOrUsername.startsWith("prof_")) {
    const named = await byName(context, idOrUsername);
    if (named) return named;
  } else {
    const { rows } = await sql<{ id: string }>`
      select id from profiles where workspace_id = ${actor.workspace.id}
        and id = ${idOrUsername} limit 1`.execute(db);
    if (rows[0]) return rows[0].id;
  }
  throw new NotFound(`Member ${idOrUsername} not found.`);
}
