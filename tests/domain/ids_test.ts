import assert from "node:assert/strict";
import { firstIdAt, newId } from "../../server/domain/core/ids.ts";
import { TypeID } from "../packages/typeid.ts";

Deno.test("a new id is a TypeID that stands for its moment, and sorts by it", () => {
  const at = new Date("2026-03-12T10:00:00.000Z");
  const id = newId("com", at);
  assert.equal(TypeID.fromString(id).getType(), "com");
  assert.match(TypeID.fromString(id).toUUID(), /^019ce17d-2100-7/);
  assert.ok(id < newId("com", new Date(at.getTime() + 1)));
  assert.notEqual(id, newId("com", at));
});

Deno.test("every id is spelled as another reader of TypeIDs spells it", () => {
  for (let n = 0; n < 200; n++) {
    const id = newId("task", new Date(n * 1e11));
    assert.equal(TypeID.fromUUID("task", TypeID.fromString(id).toUUID()).toString(), id);
  }
  assert.equal(firstIdAt("act", new Date(0)), "act_0000000000e008000000000000");
});
