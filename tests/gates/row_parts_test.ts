import { rowParts } from "../../server/domain/tasks/display.ts";
import { propertyOf, taskProperties } from "../../views/tasks/properties/all.ts";
import { assertNone } from "../support/missing.ts";

/** Parts that a row always shows, with reasons. */
const always = { status: "a row without it doesn't tell whether there is anything to do" };

Deno.test("every part of a row can be hidden", () => {
  const parts: readonly string[] = rowParts;
  const shown = taskProperties.filter((name) => propertyOf(name).row !== undefined);
  assertNone(
    shown.filter((name) => !parts.includes(name) && !Object.hasOwn(always, name)),
    (name) =>
      `Rows show "${name}", and it can't be hidden. Add it to rowParts in ` +
      'server/domain/tasks/display.ts, or the reason to "always" in tests/gates/row_parts_test.ts.',
  );
  assertNone(
    Object.keys(always).filter((name) => parts.includes(name)),
    (name) =>
      `"${name}" can be hidden now. Remove it from "always" in tests/gates/row_parts_test.ts.`,
  );
});

Deno.test("hidden parts of rows aren't rendered", async () => {
  const css = await Deno.readTextFile(new URL("../../static/css/list.css", import.meta.url));
  assertNone(
    rowParts.filter((part) => !css.includes(`[data-hides~="${part}"]`)),
    (part) =>
      `No style hides "${part}" in rows. Add [data-hides~="${part}"] to static/css/list.css.`,
  );
});
