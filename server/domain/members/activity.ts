import { sql } from "kysely";
import { z } from "zod";
import { activityJson, toldHistory } from "../activity/read_history.ts";
import { Activity } from "../activity/schema.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { pageFields } from "../core/page_size.ts";
import { readMember } from "../profiles/record.ts";
import { taskRefJson } from "../refs/json.ts";
import { ProjectRef, TaskRef } from "../refs/schema.ts";
import { visibleProject } from "../visibility/projects.ts";
import { andUnhidden } from "../visibility/teams.ts";

/** One thing that somebody did, with the task or the project that they did it to. */
export const MemberActivity = Activity.extend({
  task: TaskRef.nullable(),
  project: ProjectRef.nullable(),
});
export type MemberActivity = z.output<typeof MemberActivity>;

const newestFirst: ListOrder = {
  list: "memberActivity",
  by: ["h.seq"],
  descending: true,
  countedIn: "activity",
};

/**
 * What somebody, present or former, did to tasks and projects, newest first: what the actor may see of it, and nothing
 * that was taken back. Of projects a token is told that carries `projects.read`.
 * @param profileId an id, or `me`; also that of an automation's own profile
 * @throws NotFound when there is no such profile
 */
export const listMemberActivity = query({
  name: "members.activity",
  scope: "tasks.read",
  input: z.strictObject({ profileId: keys.profile, ...pageFields }),
  async run(context, { profileId, ...page }): Promise<ListPage<MemberActivity>> {
    const { actor } = context;
    const { id } = await readMember(context, profileId === "me" ? actor.profile.id : profileId);
    const projects = actor.credential.scopes.has("projects.read")
      ? visibleProject(actor, "p")
      : sql`false`;
    return await readPage(context, newestFirst, page, {
      json: sql`json_insert(${activityJson},
        '$.task', case when t.id is null then null else ${sql.raw(taskRefJson("t"))} end,
        '$.project', case when p.id is null then null
          else json_object('id', p.id, 'key', p.key, 'name', p.name) end)`,
      from: sql`activity h join profiles by on by.id = h.actor_id
        left join tasks t on h.subject_kind = 'task' and t.id = h.subject_id
        left join projects p on h.subject_kind = 'project' and p.id = h.subject_id`,
      where: [
        sql`h.actor_id = ${id}`,
        sql`h.taken_back_at is null`,
        sql`(t.draft = 0 ${andUnhidden(actor, "t.team_id")} ${toldHistory(actor, "task")}
          or p.id is not null and ${projects} ${toldHistory(actor, "project")})`,
      ],
    });
  },
});
