import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { activityAcross, recordActivityJson, shownAcross } from "../activity/across_records.ts";
import type { RecordActivity } from "../activity/schema.ts";
import type { Member } from "../core/actor.ts";
import { invalidField } from "../core/errors.ts";
import { commaList, key } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext, type Services } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { pageFields } from "../core/page_size.ts";
import { resolveAnyTeams } from "../teams/resolve.ts";

/** The value of `after` for all entries. */
export const START = "start";

const newestFirst: ListOrder = {
  list: "workspaceActivity",
  by: ["h.seq"],
  descending: true,
  countedIn: "activity",
};
const oldestFirst: ListOrder = {
  list: "workspaceActivityAfter",
  by: ["h.seq"],
  countedIn: "activity",
};

/**
 * Lists the activity of visible tasks and projects, newest first, or after an entry, oldest first. Tokens need
 * `projects.read` for projects.
 * @throws Invalid for a missing team, and if `after` isn't an entry in this workspace
 */
export const listActivity = query({
  name: "workspaces.activity",
  scope: "tasks.read",
  input: z.strictObject({
    teamId: commaList(keys.team).optional().describe(
      "Filter by teams: IDs, keys, or names, comma-separated. Includes the teams' tasks and projects.",
    ),
    after: key.optional().describe(
      "ID of an entry. Returns later entries, oldest first. `start` returns all entries.",
    ),
    ...pageFields,
  }),
  async run(context, { teamId, after, ...page }): Promise<ListPage<RecordActivity>> {
    const { actor } = context;
    const since = after === undefined || after === START ? [] : [await cameAfter(context, after)];
    return await readPage(context, after === undefined ? newestFirst : oldestFirst, page, {
      json: recordActivityJson,
      from: activityAcross,
      where: [
        sql`h.workspace_id = ${actor.workspace.id}`,
        ...since,
        ...(teamId ? [await isOfTeams(context, teamId)] : []),
        shownAcross(actor),
      ],
    });
  },
});

/** Returns the newest entry of a workspace, visible or not, which must not be shown. */
export async function readNewestEntry(
  { database }: Services,
  { workspace }: Member,
): Promise<string | undefined> {
  const newest = await database.read.selectFrom("activity").select("id")
    .where("workspace_id", "=", workspace.id).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return newest?.id;
}

/** A client can resume from an entry even if its subject has since been hidden from the actor. */
async function cameAfter({ db, actor }: ReadContext<Member>, id: string) {
  const found = await db.selectFrom("activity").select("seq").where("id", "=", id)
    .where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (!found) {
    throw invalidField("after", "Use start, or the ID of an activity entry in this workspace.");
  }
  return sql`h.seq > ${found.seq}`;
}

async function isOfTeams(
  context: ReadContext<Member>,
  wanted: readonly string[],
): Promise<RawBuilder<unknown>> {
  const teams = await resolveAnyTeams(context, wanted, () => ["teamId"]);
  const ids = sql.join(teams.map(({ id }) => id));
  return sql`(t.team_id in (${ids}) or exists (
    select 1 from project_teams o where o.project_id = p.id and o.team_id in (${ids})))`;
}
