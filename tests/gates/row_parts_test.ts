import assert from "node:assert/strict";
import { rowParts } from "../../server/domain/tasks/display.ts";
import { propertyOf, taskProperties } from "../../views/tasks/properties/all.ts";

/** What a row always shows, and why. */
const always = { status: "a row without it doesn't tell whether there is anything to do" };

Deno.test("what a row shows of a task can be left out of it", () => {
  const parts: readonly string[] = rowParts;
  const shown = taskProperties.filter((name) => propertyOf(name).row !== undefined);
  assert.deepEqual(
    shown.filter((name) => !parts.includes(name) && !Object.hasOwn(always, name)),
    [],
    "rowParts in server/domain/tasks/display.ts lacks these properties, which rows show: " +
      "put them there, or say in tests/gates/row_parts_test.ts why not",
  );
  const both = Object.keys(always).filter((name) => parts.includes(name));
  assert.deepEqual(both, [], "these are no longer always shown");
});

Deno.test("what is left out of rows isn't drawn there", async () => {
  const css = await Deno.readTextFile(new URL("../../static/css/list.css", import.meta.url));
  assert.deepEqual(
    rowParts.filter((part) => !css.includes(`[data-hides~="${part}"]`)),
    [],
    "static/css/list.css leaves these out of no row",
  );
});
