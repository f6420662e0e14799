import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { nameColumns } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { plainNames } from "../tasks/plain_fields.ts";
import { resolveAssignee } from "../tasks/references.ts";
import { priorities } from "../vocabulary.ts";
import { resolveTeam } from "../teams/resolve.ts";
import type { StoredTemplate } from "./locate.ts";
import type { TaskTemplateCreate } from "./schema.ts";

export type Filling = Partial<z.output<typeof TaskTemplateCreate>>;

/**
 * Returns the stored values of a template's given fields.
 * @param kept the current template, if any; its assignee can stay
 * @throws Invalid for a missing team, assignee, or label; Conflict for an archived team
 */
export async function templateColumns(
  context: ReadContext<Member>,
  fields: Filling,
  kept?: Pick<StoredTemplate, "team_id" | "assignee_id">,
): Promise<Record<string, string | number | null>> {
  const team = fields.teamId === undefined
    ? kept?.team_id ?? null
    : fields.teamId && (await resolveTeam(context, fields.teamId)).id;
  const columns: Record<string, string | number | null | undefined> = {
    ...(fields.name === undefined ? {} : nameColumns(fields.name)),
    team_id: fields.teamId === undefined ? undefined : team,
    ...Object.fromEntries(plainNames.map((name) => [name, fields[name]])),
    status: fields.status,
    priority: fields.priority && priorities.indexOf(fields.priority),
  };
  const assignee = fields.assigneeId;
  if (assignee === null) columns.assignee_id = null;
  if (assignee && assignee !== kept?.assignee_id) {
    columns.assignee_id = (await resolveAssignee(context, team, assignee)).id;
  }
  if (fields.tags) {
    const labels = await resolveLabels(context, taskLabels, fields.tags);
    columns.label_ids = JSON.stringify(labels.map(({ id }) => id));
  }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Record<string, string | number | null>;
}
