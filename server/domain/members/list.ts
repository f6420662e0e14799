import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { smallKindMatches } from "../text/match.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import { memberJson } from "../profiles/record.ts";
import { MemberList, type MemberRecord } from "../profiles/schema.ts";
import { isPersonOrAgent } from "../visibility/people.ts";

type Filters = Omit<MemberList, "limit" | "cursor">;

const byName: ListOrder = { list: "members", by: ["p.name collate nocase", "p.id"] };

/**
 * Lists the workspace's current people and agents, by name. Former members are listed only on request. Only visible
 * teams are included, and hidden teams have no members.
 */
export const listMembers = query({
  name: "members.list",
  scope: "workspace.read",
  input: MemberList,
  async run(context, { limit, cursor, ...filters }): Promise<ListPage<MemberRecord>> {
    return await readPage(context, byName, { limit, cursor }, {
      json: memberJson(context.actor),
      from: sql`profiles p left join users u on u.id = p.user_id`,
      where: await conditions(context, filters),
    });
  },
});

async function conditions(
  context: ReadContext<Member>,
  { role, kind, teamId, q, includeRemoved }: Filters,
): Promise<RawBuilder<unknown>[]> {
  const { actor } = context;
  const all = [sql`p.workspace_id = ${actor.workspace.id}`, sql`${sql.raw(isPersonOrAgent("p"))}`];
  if (!includeRemoved) all.push(sql`p.removed_at is null`);
  if (role) all.push(sql`p.role = ${role}`);
  if (kind) all.push(sql`p.kind = ${kind}`);
  if (teamId) all.push(await inTeam(context, teamId));
  if (q) {
    all.push(
      sql`p.id in (${smallKindMatches(actor, "person", q, includeRemoved ? "all" : "listed")})`,
    );
  }
  return all;
}

/** @param teamId an ID or key; a hidden team has no members */
async function inTeam(context: ReadContext<Member>, teamId: string): Promise<RawBuilder<unknown>> {
  const team = await locateAnyTeam(context, teamId).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return sql`p.id in (select profile_id from team_members where team_id = ${team?.id ?? null})`;
}
