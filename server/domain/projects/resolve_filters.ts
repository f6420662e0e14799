import type { Member } from "../core/actor.ts";
import { dayBegin } from "../core/days.ts";
import { type FieldError, Invalid, NotFound } from "../core/errors.ts";
import { projectLabels } from "../labels/kinds.ts";
import { locateLabel } from "../labels/locate.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateProfile } from "../profiles/locate.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import type { ProjectFilters } from "./schema.ts";

type Lookup = (context: ReadContext<Member>, word: string) => Promise<string>;

/** What each filter that names a record takes, and how its id is found. Each throws NotFound. */
const lookups = {
  leadId: locateProfile,
  memberId: locateProfile,
  teamId: async (context, word) => (await locateAnyTeam(context, word)).id,
  label: async (context, word) => (await locateLabel(context, projectLabels, word)).id,
} as const satisfies Partial<Record<keyof ProjectFilters, Lookup>>;

const names = Object.keys(lookups) as (keyof typeof lookups)[];

/** Words that stand for no record of their own. */
const ownWords: Partial<Record<keyof ProjectFilters, readonly string[]>> = {
  leadId: ["me", "none"],
  memberId: ["me"],
};

/**
 * Looks up, once for a request, what filters name, so that lists compare ids alone; a bare date becomes the moment at
 * which that day begins. What is archived, or somebody who left, can be asked for too: there are projects of theirs.
 */
export async function resolveProjectFilters<F extends ProjectFilters>(
  context: ReadContext<Member>,
  given: F,
): Promise<{ filters: F; unknown: FieldError[] }> {
  const filters = { ...given };
  const unknown: FieldError[] = [];
  for (const name of names) {
    const word = given[name];
    if (word === undefined || ownWords[name]?.includes(word)) continue;
    try {
      filters[name] = await lookups[name](context, word);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      unknown.push({ path: [name], message: error.message });
    }
  }
  const { updatedSince } = given;
  if (updatedSince) {
    filters.updatedSince = dayBegin(updatedSince, context.actor.workspace.timeZone, "updatedSince");
  }
  return { filters, unknown };
}

/** The same for a list that somebody asks for now. @throws Invalid naming each filter whose record isn't here */
export async function requireResolved<F extends ProjectFilters>(
  context: ReadContext<Member>,
  given: F,
): Promise<F> {
  const { filters, unknown } = await resolveProjectFilters(context, given);
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_filter" });
  return filters;
}
