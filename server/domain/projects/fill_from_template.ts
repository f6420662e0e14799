import type { Member } from "../core/actor.ts";
import { Conflict, Invalid, invalidField, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { readProjectTemplate } from "../project_templates/record.ts";
import type { TemplateDefaults } from "../project_templates/schema.ts";
import { resolvePeople, resolveProjectTeams } from "./references.ts";
import type { ProjectCreate } from "./schema.ts";
import type { Named } from "../refs/named.ts";

/** A new project with its template filled in. */
type Filled = ProjectCreate & Pick<TemplateDefaults, "milestones">;

/**
 * Fills in an input's missing values from its template. Given values take precedence, including null. The template's
 * missing records, such as a deleted label, are left out.
 * @throws Invalid if the template doesn't exist or is archived
 */
export async function fillProjectFromTemplate(
  context: ReadContext<Member>,
  input: ProjectCreate,
): Promise<Filled> {
  if (!input.templateId) return { ...input, milestones: [] };
  const { defaults } = await liveTemplate(context, input.templateId);
  const { milestones, labelIds, status, priority, summary, description } = defaults;
  const teamIds = input.teamIds
    ? (await resolveProjectTeams(context, input.teamIds)).map(({ id }) => id)
    : await existing(defaults.teamIds, (id) => resolveProjectTeams(context, [id]));
  const people = (field: "leadId" | "memberIds", ids: string[]) =>
    existing(ids, (id) => resolvePeople(context, field, [id], { teamIds }));
  const [leadId = null] = defaults.leadId ? await people("leadId", [defaults.leadId]) : [];
  const memberIds = await people("memberIds", defaults.memberIds);
  const labels = await existing(labelIds, (id) => resolveLabels(context, projectLabels, [id]));
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as ProjectCreate;
  return {
    ...{ summary, description, leadId, memberIds, teamIds, labels, priority },
    ...(status ? { status } : {}),
    ...given,
    milestones,
  };
}

async function liveTemplate(context: ReadContext<Member>, templateId: string) {
  const template = await readProjectTemplate(context, templateId).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (template?.archivedAt === null) return template;
  throw invalidField("templateId", `Project template ${templateId} not found.`, {
    code: "unknown_template",
  });
}

/** Returns the IDs of records that still exist. */
async function existing(
  ids: string[],
  resolve: (id: string) => Promise<Named[]>,
): Promise<string[]> {
  const kept: string[] = [];
  for (const id of ids) {
    try {
      kept.push(...(await resolve(id)).map((one) => one.id));
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    }
  }
  return kept;
}
