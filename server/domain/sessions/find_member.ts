import { CompiledQuery } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Services } from "../core/operation.ts";
import { scopes } from "../core/actor.ts";
import {
  authenticatedPerson,
  membershipJoins,
  personFields,
  type PersonRow,
} from "./token_holder.ts";

const statement = `
  select json_object('active_id', null, ${personFields}) as holder from users u
  ${membershipJoins("null")}
  where p.id = ?1 and u.verified_at is not null`;

/**
 * Returns a person as a member, with their visibility and preferences, for work that the server does for them in their absence.
 * @returns null for an agent, a former member, or a person who never confirmed their address by email
 */
export async function findAbsentMember(
  services: Services,
  { workspaceId, profileId }: { workspaceId: string; profileId: string },
): Promise<Member | null> {
  const query = CompiledQuery.raw(statement, [profileId, workspaceId]);
  const { rows } = await services.database.read.executeQuery<{ holder: string }>(query);
  if (!rows[0]) return null;
  const row = JSON.parse(rows[0].holder) as PersonRow;
  const credential = { kind: "session", id: "", scopes: new Set(scopes) } as const;
  const found = { row, cachedReads: services.database.cachedReads() };
  return authenticatedPerson(services, found, credential, "web").member;
}
