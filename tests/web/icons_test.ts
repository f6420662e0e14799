import assert from "node:assert/strict";
import lucide from "@iconify-json/lucide/icons.json" with { type: "json" };
import shapes from "../../views/icon_shapes.json" with { type: "json" };
import { iconNames, stroke } from "../../views/icons.tsx";

Deno.test("the file of icon shapes holds the shapes of Lucide that pages name, and no others", () => {
  const named = [...new Set(Object.values(iconNames))].sort();
  assert.deepEqual(
    shapes,
    Object.fromEntries(
      named.map((name) => [name, lucide.icons[name].body.replaceAll(` ${stroke}`, "")]),
    ),
  );
});
