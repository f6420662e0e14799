import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { resolvePeople, resolveProjectTeams } from "../projects/references.ts";
import type { DefaultsInput, TemplateDefaults } from "./schema.ts";
import type { Named } from "../refs/named.ts";

/**
 * Returns defaults as stored, with IDs instead of names and keys.
 * @param kept the current defaults, if any; their people can stay
 * @throws Invalid, with paths inside `defaults`, for missing records
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

/** Returns defaults as stored if the input already has IDs. */
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

/** Returns whether two templates have the same defaults, regardless of the order of people, teams, and labels. */
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

/** Returns the IDs of resolved records. Errors have paths inside `defaults`. */
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
