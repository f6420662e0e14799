import { z } from "zod";
import { parseInput, query } from "../core/operation.ts";
import { TaskFilters } from "../tasks/filters/schema.ts";
import { resolveTaskFilters } from "../tasks/resolve_filters.ts";
import { textsOf } from "./resolve_filters.ts";
import { filterTexts } from "./schema.ts";

/** A view's filters for someone who can't see all records in them. */
export interface KnownFilters {
  /** The filters without hidden and missing records. */
  filters: Record<string, string>;
  /** The names of filters with hidden or missing records. */
  gone: string[];
  /** Whether the remaining filters match nothing. */
  fitsNone: boolean;
}

/**
 * Returns a view's filters for the actor, as in `listViewTasks`, without hidden and missing records.
 * @throws Invalid for unknown filters of task lists
 */
export const knownFilters = query({
  name: "views.knownFilters",
  scope: "tasks.read",
  input: z.strictObject({ filters: filterTexts }),
  async run(context, { filters }): Promise<KnownFilters> {
    const given = parseInput(TaskFilters, filters);
    const { filters: resolved, unknown, fitsNone } = await resolveTaskFilters(context, given);
    const gone = [...new Set(unknown.flatMap(({ path }) => path.map(String)))];
    const found = textsOf(given, resolved);
    const left = Object.entries(filters).flatMap(([name, text]) => {
      const value = gone.includes(name) ? found[name] : text;
      return value === undefined ? [] : [[name, value]];
    });
    return { filters: Object.fromEntries(left), gone, fitsNone };
  },
});
