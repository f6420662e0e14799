import { sql } from "kysely";
import { z } from "zod";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import { type ListOrder, type Page, readPage } from "../page.ts";
import { labelJson, readLabel } from "./record.ts";
import { type Label, LabelList } from "./schema.ts";

const byName: ListOrder = { list: "labels", by: ["l.name collate nocase", "l.id"] };

/** The workspace's task labels, by name; archived ones only when asked for. */
export const listLabels = query({
  name: "labels.list",
  scope: "workspace.read",
  input: LabelList,
  run: ({ db, actor }, { includeArchived, ...page }): Promise<Page<Label>> =>
    readPage(db, byName, page, {
      json: labelJson,
      from: sql`task_labels l`,
      where: [
        sql`l.workspace_id = ${actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`l.archived_at is null`]),
      ],
    }),
});

/** One task label, archived or not. */
export const findLabel = query({
  name: "labels.find",
  scope: "workspace.read",
  input: z.strictObject({ labelId: key }),
  run: ({ db, actor }, { labelId }) => readLabel(db, actor, labelId),
});
