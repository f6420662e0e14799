import { sql } from "kysely";
import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateWorkflow } from "./locate.ts";
import { readWorkflow, workflowJson } from "./record.ts";
import { type Workflow, WorkflowList } from "./schema.ts";

const defaultFirst: ListOrder = {
  list: "workflows",
  by: ["(w.is_default = 0)", "w.name collate nocase", "w.id"],
};

/** Lists the workspace's workflows, the default first, then by name. Archived ones are listed only on request. */
export const listWorkflows = query({
  name: "workflows.list",
  scope: "workspace.read",
  input: WorkflowList,
  run: (context, { includeArchived, ...page }): Promise<ListPage<Workflow>> =>
    readPage(context, defaultFirst, page, {
      json: workflowJson,
      from: sql`workflows w`,
      where: [
        sql`w.workspace_id = ${context.actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`w.archived_at is null`]),
      ],
    }),
});

/** Reads a workflow with its states. */
export const findWorkflow = query({
  name: "workflows.find",
  scope: "workspace.read",
  input: z.strictObject({ workflowId: keys.workflow }),
  run: async (context, { workflowId }) =>
    await readWorkflow(context, (await locateWorkflow(context, workflowId)).id),
});
