import { sql } from "kysely";
import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import { Invalid, invalidField, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { draftTitle } from "../tasks/draft_title.ts";
import { type PlainField, plainNames } from "../tasks/plain_fields.ts";
import { resolveAssignee } from "../tasks/references.ts";
import { priorityOf } from "../vocabulary.ts";
import type { TaskCreate } from "../tasks/schema.ts";
import type { StoredTeam } from "../teams/locate.ts";
import { resolveTeam } from "../teams/resolve.ts";
import { locateTaskTemplate, type StoredTemplate } from "./locate.ts";

type GivenTask = z.output<typeof TaskCreate>;
/** The values of a new task. Everything but the title is optional. */
export type FilledTask = GivenTask & { title: string };

/**
 * Returns the template of a new task, and its team: the given one, or else the template's.
 * @throws Invalid if the template doesn't exist, is archived, or belongs to another team, and if the team doesn't exist
 * or none is given; Conflict if the team is archived
 */
export async function chooseTemplate(
  context: ReadContext<Member>,
  { teamId, templateId }: GivenTask,
): Promise<{ team: StoredTeam; template: StoredTemplate | null }> {
  const template = templateId ? await usableTemplate(context, templateId) : null;
  const wanted = teamId ?? template?.team_id;
  if (!wanted) throw invalidField("teamId", "Choose a team. The template doesn't have one.");
  const team = await resolveTeam(context, wanted);
  if (!template?.team_id || template.team_id === team.id) return { team, template };
  throw invalidField("templateId", `This task template doesn't belong to the team ${team.name}.`, {
    code: "template_of_another_team",
    hint: "Choose one of the team's templates, or omit `teamId`.",
  });
}

/**
 * Fills in a new task's missing values from its template. Given values take precedence, including null. Values that are
 * no longer valid are left out, so that old templates work: an assignee who left, is suspended, or can't see the team,
 * and archived labels.
 * @throws Invalid if a task that isn't a draft has no title
 */
export async function fillTaskFromTemplate(
  context: ReadContext<Member>,
  team: { id: string },
  template: StoredTemplate | null,
  given: GivenTask,
): Promise<FilledTask> {
  if (!template) return titled(given, given.title);
  const { title, ...kept } = Object.fromEntries(
    plainNames.map((name) => [name, given[name] === undefined ? template[name] : given[name]]),
  ) as Pick<StoredTemplate, PlainField>;
  return titled({
    ...given,
    ...kept,
    priority: given.priority ?? priorityOf(template.priority ?? 0),
    status: given.status ?? template.status ?? undefined,
    assigneeId: given.assigneeId === undefined
      ? await fittingAssignee(context, team, template)
      : given.assigneeId,
    tags: given.tags ?? await livingLabels(context, template),
  }, title);
}

function titled(task: GivenTask, title: string | null | undefined): FilledTask {
  if (title) return { ...task, title };
  if (task.draft) return { ...task, title: draftTitle(task.description) };
  throw invalidField("title", "Enter a title. The template doesn't have one.");
}

async function usableTemplate(context: ReadContext<Member>, id: string): Promise<StoredTemplate> {
  const template = await locateTaskTemplate(context, id).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (template?.archived_at === null) return template;
  const message = template
    ? "Choose another task template, or restore this archived one first."
    : `Task template ${id} not found.`;
  throw invalidField("templateId", message, { code: "unknown_template" });
}

async function fittingAssignee(
  context: ReadContext<Member>,
  team: { id: string },
  template: StoredTemplate,
): Promise<string | null> {
  if (template.assignee_id === null) return null;
  try {
    return (await resolveAssignee(context, team.id, template.assignee_id)).id;
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}

/** Returns the IDs of a template's active labels. */
export async function livingLabels(
  { db }: ReadContext,
  template: StoredTemplate,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from json_each(${template.label_ids}) k
    join task_labels l on l.id = k.value and l.archived_at is null`.execute(db);
  return rows.map((row) => row.id);
}
