import assert from "node:assert/strict";
import { newId, typeId } from "../../server/domain/core/ids.ts";

/** From the specification: https://github.com/jetify-com/typeid/blob/main/spec/valid.yml */
const published: [uuid: string, id: string][] = [
  ["00000000-0000-0000-0000-000000000000", "task_00000000000000000000000000"],
  ["00000000-0000-0000-0000-000000000001", "task_00000000000000000000000001"],
  ["00000000-0000-0000-0000-00000000000a", "task_0000000000000000000000000a"],
  ["00000000-0000-0000-0000-000000000010", "task_0000000000000000000000000g"],
  ["00000000-0000-0000-0000-000000000020", "task_00000000000000000000000010"],
  ["ffffffff-ffff-ffff-ffff-ffffffffffff", "task_7zzzzzzzzzzzzzzzzzzzzzzzzz"],
  ["0110c853-1d09-52d8-d73e-1194e95b5f19", "task_0123456789abcdefghjkmnpqrs"],
  ["01890a5d-ac96-774b-bcce-b302099a8057", "task_01h455vb4pex5vsknk084sn02q"],
];

Deno.test("an id is a TypeID: a kind, and a UUID as the specification spells it", () => {
  for (const [uuid, id] of published) {
    assert.equal(typeId("task", Uint8Array.fromHex(uuid.replaceAll("-", ""))), id);
  }
});

Deno.test("a new id stands for its moment, and sorts by it", () => {
  const at = new Date("2026-03-12T10:00:00.000Z");
  const id = newId("com", at);
  const moment = Uint8Array.fromHex("019ce17d2100".padEnd(32, "0"));
  assert.match(id, /^com_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  assert.equal(id.slice(0, 14), typeId("com", moment).slice(0, 14));
  assert.ok(id < newId("com", new Date(at.getTime() + 1)));
  assert.notEqual(id, newId("com", at));
});
