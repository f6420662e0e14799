import { sql } from "kysely";
import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { locateMember } from "../profiles/locate.ts";
import type { MemberWork } from "../profiles/schema.ts";
import { openStatuses } from "../vocabulary.ts";

/**
 * Counts a member's open work, visible or not, which must be reassigned when they leave.
 * @throws NotFound; Conflict for a former member; Forbidden unless a manager, who sees all of it
 */
export const countMemberWork = query({
  name: "members.work",
  scope: "workspace.manage",
  input: z.strictObject({ profileId: keys.profile }),
  async run(context, { profileId }): Promise<MemberWork> {
    requireManager(context.actor, "count the open work of other members");
    const { id } = await locateMember(context, profileId);
    const { rows } = await sql<MemberWork>`select
      (select count(*) from tasks where assignee_id = ${id} and archived_at is null and draft = 0
        and status in (${sql.join(openStatuses)})) as "openTasks",
      (select count(*) from projects where lead_id = ${id} and archived_at is null
        and status not in ('completed', 'cancelled')) as "projects"`.execute(context.db);
    return rows[0]!;
  },
});
