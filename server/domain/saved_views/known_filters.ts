import { z } from "zod";
import { parseInput, query } from "../core/operation.ts";
import { TaskFilters } from "../tasks/filters/schema.ts";
import { resolveTaskFilters } from "../tasks/resolve_filters.ts";
import { textsOf } from "./resolve_filters.ts";
import { filterTexts } from "./schema.ts";

/** What filters come to for somebody for whom not all that they name is here. */
export interface KnownFilters {
  /** The filters without what isn't here. */
  filters: Record<string, string>;
  /** The names of those that name something that isn't. */
  gone: string[];
  /** Whether nothing can fit what is left. */
  fitsNone: boolean;
}

/**
 * What a view's filters are to the actor, as `listViewTasks` shows them: what isn't here for them, or any more, is left
 * out.
 * @throws Invalid for filters that no list of tasks knows
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
