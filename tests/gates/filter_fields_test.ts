import assert from "node:assert/strict";
import { taskFilters } from "../../server/domain/tasks/filters/schema.ts";
import { type FilterField, filterFields } from "../../views/tasks/filters/fields.ts";
import { filters } from "../../views/tasks/filters/all.tsx";

/** What narrows lists elsewhere, and is no chip of a page's list. */
const apart = { q: "a text has its own field", includeDrafts: "drafts have a list of their own" };

Deno.test("a page's list is narrowed by whatever narrows one elsewhere", () => {
  const fields: readonly string[] = [...filterFields, ...Object.keys(apart)];
  assert.deepEqual(
    Object.keys(taskFilters).filter((field) => !fields.includes(field)),
    [],
    "filterFields in views/tasks/filters/fields.ts lacks these, or tests/gates/filter_fields_test.ts says why not",
  );
});

Deno.test("whatever narrows a page's list has a chip that tells how", () => {
  const told = new Set<FilterField>(
    filters.flatMap(({ comparisons }) => comparisons.map(({ field }) => field)),
  );
  assert.deepEqual(
    filterFields.filter((field) => !told.has(field)),
    [],
    "no filter of a property (views/tasks/properties), and none in views/tasks/filters/all.tsx, " +
      "compares by these",
  );
});
