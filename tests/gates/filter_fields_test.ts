import { taskFilters } from "../../server/domain/tasks/filters/schema.ts";
import { type FilterField, filterFields } from "../../views/tasks/filters/fields.ts";
import { filters } from "../../views/tasks/filters/all.tsx";
import { assertNone } from "../support/missing.ts";

/** Parameters that filter lists elsewhere but have no chip on the list's page. */
const apart = { q: "a text has its own field", includeDrafts: "drafts have a list of their own" };

Deno.test("list pages have every filter that the API's list has", () => {
  const fields: readonly string[] = [...filterFields, ...Object.keys(apart)];
  assertNone(
    Object.keys(taskFilters).filter((field) => !fields.includes(field)),
    (field) =>
      `No page's list is filtered by "${field}". Add it to filterFields in ` +
      'views/tasks/filters/fields.ts, or the reason to "apart" in tests/gates/filter_fields_test.ts.',
  );
});

Deno.test("every filter of a page's list has a chip", () => {
  const told = new Set<FilterField>(
    filters.flatMap(({ comparisons }) => comparisons.map(({ field }) => field)),
  );
  assertNone(
    filterFields.filter((field) => !told.has(field)),
    (field) =>
      `The filter "${field}" has no chip. Add a comparison by it to "filter" of its property in ` +
      "views/tasks/properties, or to views/tasks/filters/all.tsx.",
  );
});
