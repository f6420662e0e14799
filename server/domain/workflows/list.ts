import { sql } from "kysely";
import { z } from "zod";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { readWorkflow, workflowJson } from "./record.ts";
import { type Workflow, WorkflowList } from "./schema.ts";

/** The workspace's workflows, the default first, then by name; archived ones only when asked for. */
export const listWorkflows = query({
  name: "workflows.list",
  scope: "workspace.read",
  input: WorkflowList,
  async run({ db, actor }, { includeArchived }): Promise<Json<Workflow[]>> {
    const archived = includeArchived ? sql`` : sql`and w.archived_at is null`;
    const { rows } = await sql<{ json: string }>`
      select ${workflowJson} as json from workflows w
      where w.workspace_id = ${actor.workspace.id} ${archived}
      order by w.is_default desc, w.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});

/** One workflow with its states. */
export const findWorkflow = query({
  name: "workflows.find",
  scope: "workspace.read",
  input: z.strictObject({ workflowId: key }),
  run: ({ db, actor }, { workflowId }) => readWorkflow(db, actor, workflowId),
});
