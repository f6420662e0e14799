import assert from "node:assert/strict";
import { typedDay } from "../../server/domain/core/typed_days.ts";

/** What is typed on a Thursday, and the day that it says. */
const thursday: [typed: string, day: string | null][] = [
  ["today", "2026-11-26"],
  ["Tomorrow", "2026-11-27"],
  ["yesterday", "2026-11-25"],
  ["7d", "2026-12-03"],
  ["-7d", "2026-11-19"],
  ["2w", "2026-12-10"],
  ["in 3 days", "2026-11-29"],
  ["  in  a   WEEK ", "2026-12-03"],
  ["1 month", "2026-12-26"],
  ["fr", "2026-11-27"],
  ["fri", "2026-11-27"],
  ["Friday", "2026-11-27"],
  ["wed", "2026-12-02"],
  ["thursday", "2026-12-03"],
  ["24 dec", "2026-12-24"],
  ["24. december", "2026-12-24"],
  ["Dec 24", "2026-12-24"],
  ["24th dec", "2026-12-24"],
  ["december 24, 2027", "2027-12-24"],
  ["26 nov", "2026-11-26"],
  ["25 nov", "2027-11-25"],
  ["2026-12-24", "2026-12-24"],
  ["2020-02-29", "2020-02-29"],
  ["29 feb", "2028-02-29"],
  ["29 feb 2027", null],
  ["2027-02-29", null],
  ["2026-13-01", null],
  ["31 apr", null],
  ["0 dec", null],
  ["24 foo", null],
  ["ma", null],
  ["f", null],
  ["9999y", null],
  ["31 dec 0001", null],
  ["1969-12-31", null],
  ["fridayish", null],
  ["", null],
];

Deno.test("a day is typed in words, by its day of the week, from today or as it is", () => {
  for (const [typed, day] of thursday) {
    assert.equal(typedDay(typed, new Date("2026-11-26T12:00:00Z"), "UTC"), day, typed);
  }
});

Deno.test("a month from its last day is the next one's last, and a leap day comes after a century too", () => {
  assert.equal(typedDay("in 1 month", new Date("2027-01-31T12:00:00Z"), "UTC"), "2027-02-28");
  assert.equal(typedDay("a year", new Date("2028-02-29T12:00:00Z"), "UTC"), "2029-02-28");
  assert.equal(typedDay("29 feb", new Date("2096-03-01T12:00:00Z"), "UTC"), "2104-02-29");
});

Deno.test("a typed day is told from the one that it is where the workspace is", () => {
  const noon = new Date("2026-12-24T12:00:00Z");
  assert.equal(typedDay("fri", noon, "Pacific/Honolulu"), "2026-12-25");
  assert.equal(typedDay("fri", noon, "Pacific/Kiritimati"), "2027-01-01");
  assert.equal(typedDay("24 dec", noon, "Pacific/Kiritimati"), "2027-12-24");
});
