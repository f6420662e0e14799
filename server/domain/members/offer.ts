import { sql } from "kysely";
import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { profileJson } from "../refs/json.ts";
import type { ProfileRef } from "../refs/schema.ts";
import { offering, readOffered } from "../text/offered.ts";
import { isPersonOrAgent, isSuspended, takesNewWork } from "../visibility/people.ts";
import { sees } from "../visibility/readers.ts";

const MembersOffered = z.strictObject({
  ...offering,
  working: z.boolean().optional().describe(
    "Whether to suggest only members who can be assigned new work.",
  ),
  kind: z.enum(["human", "agent"]).optional().describe("Filter by kind: `human` or `agent`."),
  seeing: keys.team.optional().describe("Filter by people who can see this team."),
  outside: keys.team.optional().describe("Filter by people outside this team."),
});

/** A person or agent in a menu. Only chosen ones can be suspended. */
export type OfferedMember = ProfileRef & { suspended: boolean };

/** Lists current people and agents for a menu, by name. */
export const offerMembers = query({
  name: "members.offer",
  scope: "workspace.read",
  input: MembersOffered,
  run: (context, { working, kind, seeing, outside, ...asked }) =>
    readOffered<OfferedMember>(context, asked, {
      json: sql`json_insert(${sql.raw(profileJson("p"))},
        '$.suspended', json(iif(${sql.raw(isSuspended("p"))}, 'true', 'false')))`,
      from: sql`profiles p`,
      where: [
        sql`p.workspace_id = ${context.actor.workspace.id}`,
        sql`p.removed_at is null`,
        sql`${sql.raw(isPersonOrAgent("p"))}`,
      ],
      offered: [
        ...(working ? [sql`${sql.raw(takesNewWork)}`] : []),
        ...(kind ? [sql`p.kind = ${kind}`] : []),
        ...(seeing === undefined
          ? []
          : context.actor.hiddenTeamIds.includes(seeing)
          ? [sql`false`]
          : [sees(seeing)]),
        ...(outside
          ? [sql`p.id not in (select profile_id from team_members where team_id = ${outside})`]
          : []),
      ],
      id: "p.id",
      name: "p.name",
      besides: "p.username",
      key: "p.username",
      order: "p.name collate nocase, p.id",
    }),
});
