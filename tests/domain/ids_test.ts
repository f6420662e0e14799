import assert from "node:assert/strict";
import { TypeID } from "../packages/typeid.ts";
import { newId } from "../../server/domain/core/ids.ts";

Deno.test("a new ID is a TypeID that contains its time and sorts by time", () => {
  const at = new Date("2026-03-12T10:00:00.000Z");
  const id = newId("com", at);
  assert.equal(TypeID.fromString(id).getType(), "com");
  assert.match(TypeID.fromString(id).toUUID(), /^019ce17d-2100-7/);
  assert.ok(id < newId("com", new Date(at.getTime() + 1)));
  assert.notEqual(id, newId("com", at));
});

Deno.test("a new ID contains all bits of its UUID", () => {
  for (let n = 0; n < 100; n++) {
    const id = newId("task", new Date(2 ** 41 + n * 1_234_567));
    const uuid = TypeID.fromString(id).toUUID();
    assert.equal(TypeID.fromUUID("task", uuid).toString(), id);
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
