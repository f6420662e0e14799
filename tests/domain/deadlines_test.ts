import assert from "node:assert/strict";
import { deadlineMoment } from "../../server/domain/tasks/deadline.ts";
import { Invalid } from "../../server/domain/errors.ts";

Deno.test("a bare date is the end of that day where the workspace is", () => {
  assert.equal(deadlineMoment("2026-04-01", "UTC"), "2026-04-01T23:59:59.000Z");
  assert.equal(deadlineMoment("2026-04-01", "Europe/Berlin"), "2026-04-01T21:59:59.000Z");
  assert.equal(deadlineMoment("2026-12-01", "Europe/Berlin"), "2026-12-01T22:59:59.000Z");
  assert.equal(deadlineMoment("2026-04-01", "America/Los_Angeles"), "2026-04-02T06:59:59.000Z");
  assert.equal(deadlineMoment("2026-04-01", "Pacific/Kiritimati"), "2026-04-01T09:59:59.000Z");
});

Deno.test("a day on which the clocks change ends when its midnight comes", () => {
  assert.equal(deadlineMoment("2026-03-29", "Europe/Berlin"), "2026-03-29T21:59:59.000Z");
  assert.equal(deadlineMoment("2026-10-25", "Europe/Berlin"), "2026-10-25T22:59:59.000Z");
});

Deno.test("a leap day is a day", () => {
  assert.equal(deadlineMoment("2028-02-29", "UTC"), "2028-02-29T23:59:59.000Z");
});

Deno.test("a moment with an offset is the same moment in UTC, its milliseconds kept", () => {
  assert.equal(deadlineMoment("2026-04-01T09:30:00.250+05:30", "UTC"), "2026-04-01T04:00:00.250Z");
});

Deno.test("a year that no calendar on a wall shows is refused", () => {
  for (const value of ["1969-12-31", "0001-01-01T00:00:00Z"]) {
    assert.throws(() => deadlineMoment(value, "UTC"), Invalid, value);
  }
});
