import { sql } from "kysely";
import { z } from "zod";
import { activityAcross, recordActivityJson, shownAcross } from "../activity/across_records.ts";
import { RecordActivity } from "../activity/schema.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { pageFields } from "../core/page_size.ts";
import { profileIdOf } from "../profiles/locate.ts";
import { readMember } from "../profiles/record.ts";

/** An event by a member, with its task or project. */
export const MemberActivity = RecordActivity;
export type MemberActivity = RecordActivity;

const newestFirst: ListOrder = {
  list: "memberActivity",
  by: ["h.seq"],
  descending: true,
  countedIn: "activity",
};

/**
 * Lists a current or former member's activity on tasks and projects, newest first: visible entries that aren't undone.
 * Tokens need `projects.read` for projects.
 * @param profileId an ID, username, or name, or `me`; also an automation's own profile
 * @throws NotFound if there is no such profile
 */
export const listMemberActivity = query({
  name: "members.activity",
  scope: "tasks.read",
  input: z.strictObject({ profileId: keys.profile, ...pageFields }),
  async run(context, { profileId, ...page }): Promise<ListPage<MemberActivity>> {
    const { actor } = context;
    const { id } = await readMember(context, await profileIdOf(context, profileId));
    return await readPage(context, newestFirst, page, {
      json: recordActivityJson,
      from: activityAcross,
      where: [sql`h.actor_id = ${id}`, sql`h.undone_at is null`, shownAcross(actor)],
    });
  },
});
