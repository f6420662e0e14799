import assert from "node:assert/strict";
import { TypeID } from "typeid-js";
import { newId } from "../../server/domain/core/ids.ts";

Deno.test("a new id is a TypeID that stands for its moment, and sorts by it", () => {
  const at = new Date("2026-03-12T10:00:00.000Z");
  const id = newId("com", at);
  assert.equal(TypeID.fromString(id).getType(), "com");
  assert.match(TypeID.fromString(id).toUUID(), /^019ce17d-2100-7/);
  assert.ok(id < newId("com", new Date(at.getTime() + 1)));
  assert.notEqual(id, newId("com", at));
});
