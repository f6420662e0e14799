import { sql } from "kysely";
import { z } from "zod";
import { key } from "../fields.ts";
import type { Found } from "../found.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { locateTemplate } from "./locate.ts";
import { readTemplate, templateJson } from "./record.ts";
import { type TaskTemplate, TaskTemplateList } from "./schema.ts";

/** The workspace's task templates, by name; those for private teams only where the actor sees the team. */
export const listTaskTemplates = query({
  name: "taskTemplates.list",
  scope: "workspace.read",
  input: TaskTemplateList,
  async run({ db, actor }, { archived }): Promise<Json<TaskTemplate[]>> {
    const hidden = actor.hiddenTeamIds.length > 0
      ? sql`and (p.team_id is null or p.team_id not in (${sql.join([...actor.hiddenTeamIds])}))`
      : sql``;
    const { rows } = await sql<{ json: string }>`
      select ${sql.raw(templateJson)} as json
      from task_templates p left join profiles assignee on assignee.id = p.assignee_id
      where p.workspace_id = ${actor.workspace.id}
        and p.archived_at ${sql.raw(archived ? "is not null" : "is null")} ${hidden}
      order by p.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});

/** One task template, archived or not. @throws NotFound */
export const findTaskTemplate = query({
  name: "taskTemplates.find",
  scope: "workspace.read",
  input: z.strictObject({ templateId: key }),
  async run({ db, actor }, { templateId }): Promise<Found<TaskTemplate>> {
    return await readTemplate(db, (await locateTemplate(db, actor, templateId)).id);
  },
});
