import type { Member } from "../core/actor.ts";
import { dayBegin } from "../core/days.ts";
import { type FieldError, NotFound } from "../core/errors.ts";
import { unknownFilters } from "../core/unknown_filters.ts";
import { projectLabels } from "../labels/kinds.ts";
import { locateLabel } from "../labels/locate.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateProfile } from "../profiles/locate.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import type { ProjectFilters } from "./schema.ts";

type Lookup = (context: ReadContext<Member>, word: string) => Promise<string>;

/** The filters that name a record, with the lookup of its ID. Each throws NotFound. */
const lookups = {
  leadId: locateProfile,
  memberId: locateProfile,
  teamId: async (context, word) => (await locateAnyTeam(context, word)).id,
  label: async (context, word) => (await locateLabel(context, projectLabels, word)).id,
} as const satisfies Partial<Record<keyof ProjectFilters, Lookup>>;

const names = Object.keys(lookups) as (keyof typeof lookups)[];

/** Words that don't name a record. */
const ownWords: Partial<Record<keyof ProjectFilters, readonly string[]>> = {
  leadId: ["me", "none"],
  memberId: ["me"],
};

/**
 * Looks up the records in filters once per request, so that lists compare only IDs. A date becomes the time at which
 * the day starts. Archived records and former members can be found too.
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

/** Returns the same for a request. @throws Invalid with each filter whose record the actor can't see */
export async function requireResolved<F extends ProjectFilters>(
  context: ReadContext<Member>,
  given: F,
): Promise<F> {
  const { filters, unknown } = await resolveProjectFilters(context, given);
  if (unknown.length > 0) throw unknownFilters(unknown);
  return filters;
}
