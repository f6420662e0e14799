import assert from "node:assert/strict";
import { typedMoment } from "../../server/domain/core/typed_moments.ts";

/** What is typed on a Thursday, half past two where it is UTC, and the moment that it says. */
const thursday: [typed: string, moment: string | null][] = [
  ["3h", "2026-11-26T17:30"],
  ["in 2 hours", "2026-11-26T16:30"],
  ["an hour", "2026-11-26T15:30"],
  ["In  30  min", "2026-11-26T15:00"],
  ["90m", "2026-11-26T16:00"],
  ["later today", "2026-11-26T17:30"],
  ["18:30", "2026-11-26T18:30"],
  ["5pm", "2026-11-26T17:00"],
  ["at 5 pm", "2026-11-26T17:00"],
  ["12am", "2026-11-27T00:00"],
  ["9:00", "2026-11-27T09:00"],
  ["this evening", "2026-11-26T18:00"],
  ["tonight", "2026-11-26T18:00"],
  ["morning", "2026-11-27T09:00"],
  ["tomorrow", "2026-11-27T09:00"],
  ["tomorrow evening", "2026-11-27T18:00"],
  ["mon", "2026-11-30T09:00"],
  ["mon, 14:00", "2026-11-30T14:00"],
  ["next week", "2026-11-30T09:00"],
  ["next week 14:00", "2026-11-30T14:00"],
  ["next monday at 8am", "2026-11-30T08:00"],
  ["24.12. 14:00", "2026-12-24T14:00"],
  ["24/12", "2026-12-24T09:00"],
  ["next friday", null],
  ["29.02.2027 9:00", null],
  ["weekend", "2026-11-28T09:00"],
  ["24 dec at 8am", "2026-12-24T08:00"],
  ["dec 24", "2026-12-24T09:00"],
  ["2w", "2026-12-10T09:00"],
  ["2026-12-03", "2026-12-03T09:00"],
  ["2026-12-03 14:15", "2026-12-03T14:15"],
  ["2026-12-03T14:15:10Z", "2026-12-03T14:16"],
  ["2026-12-03T14:15:00+02:00", "2026-12-03T12:15"],
  ["today", null],
  ["yesterday", null],
  ["2026-11-26T14:30:00Z", null],
  ["2026-02-30T14:30:00Z", null],
  ["0h", null],
  ["25:00", null],
  ["13pm", null],
  ["0am", null],
  ["9:60", null],
  ["14", null],
  ["soon", null],
  ["soon 14:00", null],
  ["9999y", null],
  ["", null],
];

Deno.test("a future time can be typed as a duration, a time, or a day", () => {
  for (const [typed, moment] of thursday) {
    const { at } = typedMoment(typed, new Date("2026-11-26T14:30:00Z"), "UTC");
    assert.equal(at, moment && `${moment}:00.000Z`, typed);
  }
});

Deno.test("a typed time follows the workspace's time zone, and is a whole minute in the future", () => {
  const now = new Date("2026-11-26T23:30:20Z");
  assert.equal(typedMoment("tomorrow", now, "Asia/Tokyo").at, "2026-11-28T00:00:00.000Z");
  assert.equal(typedMoment("9:00", now, "Asia/Tokyo").at, "2026-11-27T00:00:00.000Z");
  assert.equal(typedMoment("1m", now, "UTC").at, "2026-11-26T23:32:00.000Z");
  // The night in which clocks are put forward has no half past two
  const spring = new Date("2027-03-27T12:00:00Z");
  assert.equal(
    typedMoment("tomorrow 2:30", spring, "Europe/Berlin").at,
    "2027-03-28T01:30:00.000Z",
  );
});

Deno.test("text that isn't a future time is explained", () => {
  const whys: [typed: string, why: string][] = [
    ["29.02.2027 9:00", "There is no 29 February 2027. February 2027 has 28 days."],
    ["31 apr", "There is no 31 April. April has 30 days."],
    ["next friday", "“next friday” can mean 27 November or 4 December. Enter 27 nov or 4 dec."],
    ["yesterday", "This time is in the past."],
    ["2026-11-26T14:30:00Z", "This time is in the past."],
    ["9999-12-31", "Use a year up to 9999."],
    ["2026-02-31 25:61", "There is no 31 February 2026. February 2026 has 28 days."],
    ["2026-12-31 25:61", "There is no time 25:61."],
    ["tomorrow 24:00", "There is no time 24:00."],
    ["at 13 pm", "There is no time 13 pm."],
    ["9:60", "There is no time 9:60."],
    ["2026-02-31T25:61:00Z", "There is no 31 February 2026. February 2026 has 28 days."],
    ["2026-12-31T25:61:00Z", "There is no time 25:61."],
    ["2026-12-31T12:00:00+99:00", "This isn't a valid time."],
    ["soon 25:61", "This isn't a valid time."],
    ["soon", "This isn't a valid time."],
  ];
  for (const [typed, why] of whys) {
    const read = typedMoment(typed, new Date("2026-11-26T14:30:00Z"), "UTC");
    assert.deepEqual(read, { at: null, why }, typed);
  }
});
