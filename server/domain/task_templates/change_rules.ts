import type { Updateable } from "kysely";
import type { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import type { ChangeRules } from "../change/change_record.ts";
import { archiving, becameOf, name, sameMembers, sameText } from "../change/columns.ts";
import type { Planner } from "../change/plan.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { requireFreeName } from "../core/free_names.ts";
import { requireManager } from "../core/permission.ts";
import { type PlainField, plainNames } from "../tasks/plain_fields.ts";
import { type Filling, templateColumns } from "./columns.ts";
import { livingLabels } from "./fill_from_template.ts";
import { locateTaskTemplate, type StoredTemplate } from "./locate.ts";
import type { TaskTemplatePatch } from "./schema.ts";

type Patch = z.output<typeof TaskTemplatePatch>;
type TemplatePlanner<V> = Planner<StoredTemplate, Patch, Updateable<Tables["task_templates"]>, V>;

/** Plans a field that is stored in the same form as in a new template. */
function stored<F extends keyof Filling>(field: F): TemplatePlanner<Filling[F]> {
  return async (context, to) => {
    const { record } = context;
    const columns = await templateColumns(context, { [field]: to }, record);
    const names = Object.keys(columns) as (keyof StoredTemplate)[];
    return names.every((name) => sameText(record[name], columns[name])) ? null : { columns };
  };
}

/** Labels have no order, and archived ones aren't shown. */
const tags: TemplatePlanner<string[]> = async (context, wanted) => {
  const to = (await resolveLabels(context, taskLabels, wanted)).map(({ id }) => id);
  const from = await livingLabels(context, context.record);
  return sameMembers(from, to) ? null : { columns: { label_ids: JSON.stringify(to) } };
};

/** Plans the fields that templates store unchanged, as tasks do. */
const kept = Object.fromEntries(plainNames.map((field) => [field, stored(field)])) as {
  [F in PlainField]: TemplatePlanner<Filling[F]>;
};

export const taskTemplateRules: ChangeRules<"task_templates", string, StoredTemplate, Patch> = {
  name: "task template",
  table: "task_templates",
  dated: true,
  locate: locateTaskTemplate,
  allow: ({ actor }) => requireManager(actor, "change task templates"),
  planners: {
    name: name(),
    teamId: stored("teamId"),
    ...kept,
    priority: stored("priority"),
    status: stored("status"),
    assigneeId: stored("assigneeId"),
    tags,
    archived: archiving(),
  },
  async requireFit(context, { id }, { name, archived_at }) {
    if (archived_at !== null) return;
    await requireFreeName(context, "task_templates", {
      within: context.actor.workspace.id,
      name,
      ownId: id,
    });
  },
  subject: ({ id }) => id,
  sum(before, after) {
    return {
      kind: `taskTemplate.${becameOf(before, after)}`,
      data: { from: { name: before.name }, to: { name: after.name } },
    };
  },
};
