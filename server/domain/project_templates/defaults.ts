import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { resolvePeople, resolveProjectTeams } from "../projects/references.ts";
import type { DefaultsInput, TemplateDefaults } from "./schema.ts";
import type { Named } from "../refs/named.ts";

/**
 * Defaults as they are kept: every name and key turned into an id.
 * @param kept the defaults until now, where there are any; whom they name may stay
 * @throws Invalid, with paths inside `defaults`, for what doesn't exist
 */
export async function resolveDefaults(
  context: ReadContext<Member>,
  input: DefaultsInput,
  kept?: TemplateDefaults,
): Promise<TemplateDefaults> {
  const teamIds = await idsOf(resolveProjectTeams(context, input.teamIds ?? []));
  const known = kept ? [...kept.memberIds, ...(kept.leadId ? [kept.leadId] : [])] : [];
  const people = (field: "leadId" | "memberIds", ids: string[]) =>
    idsOf(resolvePeople(context, field, ids, { teamIds, kept: known }));
  const [leadId = null] = input.leadId ? await people("leadId", [input.leadId]) : [];
  return {
    ...asGiven(input),
    leadId,
    memberIds: await people("memberIds", input.memberIds ?? []),
    teamIds,
    labelIds: await idsOf(resolveLabels(context, projectLabels, input.labels ?? [])),
  };
}

/** Defaults as they come in: where they name everything by its id, what they are once they are kept. */
export function asGiven(input: DefaultsInput): TemplateDefaults {
  return {
    summary: input.summary ?? null,
    description: input.description ?? null,
    leadId: input.leadId ?? null,
    memberIds: input.memberIds ?? [],
    teamIds: input.teamIds ?? [],
    labelIds: input.labels ?? [],
    priority: input.priority ?? "none",
    status: input.status ?? null,
    milestones: (input.milestones ?? [])
      .map(({ name, description }) => ({ name, description: description ?? null })),
  };
}

/** Whether two templates start a project alike; people, teams and labels stand in no order. */
export function sameDefaults(one: TemplateDefaults, other: TemplateDefaults): boolean {
  const [first, second] = [one, other].map((defaults) =>
    JSON.stringify({
      ...defaults,
      memberIds: defaults.memberIds.toSorted(),
      teamIds: defaults.teamIds.toSorted(),
      labelIds: defaults.labelIds.toSorted(),
    })
  );
  return first === second;
}

/** The ids of what was resolved; what is wrong is named inside `defaults`. */
async function idsOf(work: Promise<Named[]>): Promise<string[]> {
  try {
    return (await work).map(({ id }) => id);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.errors.map(({ path, message }) => ({
      path: ["defaults", ...path],
      message,
    }));
    throw new Invalid(errors, { code: error.code });
  }
}
