import type { ListQuery } from "../../../views/paths.ts";
import type { FilterField } from "../../../views/tasks/filters/fields.ts";
import type { Member } from "../../domain/core/actor.ts";
import { Invalid } from "../../domain/core/errors.ts";
import { COUNTED_UP_TO } from "../../domain/tasks/group.ts";
import { type CountedValues, countValues } from "../../domain/tasks/count_values.ts";
import type { PageContext } from "../context.ts";
import { filtersOf } from "./list_query.ts";

/** Returns the number of tasks with a value, in words, if it is known. */
export type CountWords = (field: FilterField, value: string) => string | undefined;

/** Counts the tasks of each value. Returns nothing if the URL names missing records. */
export async function countsOf(at: PageContext<Member>, query: ListQuery): Promise<CountWords> {
  try {
    const found = await at.askOnce(countValues, filtersOf(query));
    const counts: ReadonlyMap<string, CountedValues> = new Map(Object.entries(found));
    const { id } = at.viewer.profile;
    return (field, value) => words(counts.get(field), value === "me" ? id : value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return () => undefined;
  }
}

function words(counted: CountedValues | undefined, value: string): string | undefined {
  if (!counted) return undefined;
  const count = counted.counts[value] ?? 0;
  if (count >= COUNTED_UP_TO) return `${COUNTED_UP_TO}+`;
  if (counted.whole) return String(count);
  return count > 0 ? `${count}+` : undefined;
}
