import { sql } from "kysely";
import { z } from "zod";
import type { Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { teamOrNone, unhidden } from "../visibility/teams.ts";
import { locateTaskTemplate } from "./locate.ts";
import { readTaskTemplate, taskTemplateJson } from "./record.ts";
import { type TaskTemplate, TaskTemplateList } from "./schema.ts";

const byName: ListOrder = { list: "task templates", by: ["p.name collate nocase", "p.id"] };

/**
 * Lists the workspace's task templates, by name. Archived ones are listed only on request, and those of private teams
 * only if the actor can see the team.
 */
export const listTaskTemplates = query({
  name: "taskTemplates.list",
  scope: "workspace.read",
  input: TaskTemplateList,
  run: (context, { includeArchived, ...page }): Promise<ListPage<TaskTemplate>> =>
    readPage(context, byName, page, {
      json: sql.raw(taskTemplateJson),
      from: sql`task_templates p left join profiles assignee on assignee.id = p.assignee_id`,
      where: [
        sql`p.workspace_id = ${context.actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`p.archived_at is null`]),
        ...unhidden(context.actor, teamOrNone("p.team_id")),
      ],
    }),
});

/** Reads a task template, archived or not. @throws NotFound */
export const findTaskTemplate = query({
  name: "taskTemplates.find",
  scope: "workspace.read",
  input: z.strictObject({ templateId: keys.template }),
  async run(context, { templateId }): Promise<Versioned<TaskTemplate>> {
    return await readTaskTemplate(context, (await locateTaskTemplate(context, templateId)).id);
  },
});
