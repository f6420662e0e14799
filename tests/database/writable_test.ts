import assert from "node:assert/strict";
import { checkDatabase } from "../../server/domain/health/check.ts";
import { Writable } from "../../server/database/writable.ts";
import { createWorld } from "../support/world.ts";

const full = () => Promise.reject(Object.assign(new Error("full"), { code: "SQLITE_FULL" }));
const well = () => Promise.resolve("written");

/** A disk with room for small writes alone, until there is more. */
function crampedDisk() {
  const disk = { room: false, looks: 0 };
  const writable = new Writable(well, () => {
    disk.looks++;
    return Promise.resolve(disk.room);
  });
  return { disk, writable };
}

Deno.test("successful small writes on a full disk don't make the database writable again", async () => {
  const { disk, writable } = crampedDisk();
  await assert.rejects(writable.over(full()));
  assert.equal(writable.reason, "the disk is full");
  assert.equal(await writable.over(well()), "written");
  await writable.look();
  assert.equal(writable.reason, "disk space is low, and larger changes might be rejected");
  await writable.look();
  assert.equal(disk.looks, 1, "nothing is tried so soon after a trial");
});

Deno.test("the first health check after the disk has room again says that the database can be written", async () => {
  await using world = await createWorld();
  const room = Promise.withResolvers<boolean>();
  const writable = new Writable(well, () => room.promise);
  const services = { ...world.services, database: { ...world.services.database, writable } };
  await assert.rejects(writable.over(full()));
  await writable.over(well());
  setTimeout(() => room.resolve(true), 200);
  assert.equal((await checkDatabase(services))?.unwritable, undefined);
});

Deno.test("if small writes succeed but there is no room, health reports low disk space until there is", async () => {
  const { disk, writable } = crampedDisk();
  const found: string[] = [];
  writable.reportTo((line) => found.push(line));
  await assert.rejects(writable.over(full()));
  const later = performance.now() + 60_000;
  const { now } = performance;
  performance.now = () => later;
  try {
    await writable.look();
    const short = "disk space is low, and larger changes might be rejected";
    assert.deepEqual([writable.reason, disk.looks], [short, 1]);
    await assert.rejects(writable.over(full()));
    assert.equal(writable.reason, "the disk is full", "a larger one was refused");
    disk.room = true;
    performance.now = () => later + 60_000;
    await writable.look();
    assert.deepEqual([writable.reason, disk.looks], [undefined, 2]);
    assert.deepEqual(found.map((line) => line.split(/[,:]/)[0]), [
      "Changes are rejected",
      "Disk space is low. Larger changes might be rejected. Free up disk space.",
      "Changes are accepted again.",
    ]);
  } finally {
    performance.now = now;
  }
});
