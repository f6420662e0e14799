import assert from "node:assert/strict";
import { typedDay } from "../../server/domain/core/typed_days.ts";
import type { WeekStart } from "../../server/domain/core/weeks.ts";

/** What is typed on a Thursday, and the day that it says. */
const thursday: [typed: string, day: string | null][] = [
  ["today", "2026-11-26"],
  ["Tomorrow", "2026-11-27"],
  ["yesterday", "2026-11-25"],
  ["7d", "2026-12-03"],
  ["-7d", "2026-11-19"],
  ["2w", "2026-12-10"],
  ["in 3 days", "2026-11-29"],
  ["3 days from now", "2026-11-29"],
  ["3 days ago", "2026-11-23"],
  ["a week ago", "2026-11-19"],
  ["in 3 days ago", null],
  ["next week", "2026-11-30"],
  ["eow", "2026-11-27"],
  ["End of the week", "2026-11-27"],
  ["end of month", "2026-11-30"],
  ["EOM", "2026-11-30"],
  ["end of weekend", null],
  ["this weekend", "2026-11-28"],
  ["on fri", "2026-11-27"],
  ["next monday", "2026-11-30"],
  ["next thu", "2026-12-03"],
  ["next friday", null],
  ["this friday", "2026-11-27"],
  ["this thursday", "2026-11-26"],
  ["this monday", null],
  ["31.12.", "2026-12-31"],
  ["1. 2. 2027", "2027-02-01"],
  ["24.12.27", "2027-12-24"],
  ["29.02.2028", "2028-02-29"],
  ["29.02.2027", null],
  ["31.4.", null],
  ["24/12", "2026-12-24"],
  ["12/24/2026", "2026-12-24"],
  ["5/5", "2027-05-05"],
  ["4/12", null],
  ["31/4/2027", null],
  ["13/13", null],
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

Deno.test("a day can be typed in words, as a weekday, as a relative day, or as a date", () => {
  for (const [typed, day] of thursday) {
    assert.equal(typedDay(typed, new Date("2026-11-26T12:00:00Z"), "UTC").day, day, typed);
  }
});

Deno.test("a month after the last day of a month is the last day of the next one, also across centuries", () => {
  assert.equal(typedDay("in 1 month", new Date("2027-01-31T12:00:00Z"), "UTC").day, "2027-02-28");
  assert.equal(typedDay("a year", new Date("2028-02-29T12:00:00Z"), "UTC").day, "2029-02-28");
  assert.equal(typedDay("29 feb", new Date("2096-03-01T12:00:00Z"), "UTC").day, "2104-02-29");
});

Deno.test("a typed relative day counts from today in the workspace's time zone", () => {
  const noon = new Date("2026-12-24T12:00:00Z");
  assert.equal(typedDay("fri", noon, "Pacific/Honolulu").day, "2026-12-25");
  assert.equal(typedDay("fri", noon, "Pacific/Kiritimati").day, "2027-01-01");
  assert.equal(typedDay("24 dec", noon, "Pacific/Kiritimati").day, "2027-12-24");
});

Deno.test("a week in typed days starts on the person's first day of the week", () => {
  const on = (typed: string, day: string, weekStart: WeekStart) =>
    typedDay(typed, new Date(`2026-11-${day}T12:00:00Z`), "UTC", weekStart).day;
  // A Thursday
  assert.equal(on("next week", "26", "sunday"), "2026-11-29");
  assert.equal(on("next week", "26", "saturday"), "2026-11-28");
  assert.equal(on("this sun", "26", "monday"), "2026-11-29");
  assert.equal(on("this sun", "26", "sunday"), null);
  // A Sunday
  assert.equal(on("next week", "29", "monday"), "2026-11-30");
  assert.equal(on("next week", "29", "sunday"), "2026-12-06");
  assert.equal(on("this fri", "29", "sunday"), "2026-12-04");
  assert.equal(on("this fri", "29", "monday"), null);
});

Deno.test("nonexistent and ambiguous days are explained, and other text doesn't count as a day", () => {
  const whys: [typed: string, why: string | null][] = [
    ["29.02.2027", "There is no 29 February 2027. February 2027 has 28 days."],
    ["2027-02-29", "There is no 29 February 2027. February 2027 has 28 days."],
    ["29 feb 2027", "There is no 29 February 2027. February 2027 has 28 days."],
    ["31.4.", "There is no 31 April. April has 30 days."],
    ["31 apr", "There is no 31 April. April has 30 days."],
    ["31/4", "There is no 31 April. April has 30 days."],
    ["4/31", "There is no 31 April. April has 30 days."],
    ["0 dec", "There is no 0 December. December has 31 days."],
    ["30 feb", "There is no 30 February. February has 29 days."],
    ["1.13.", "There is no month 13."],
    ["13/13", "There is no month 13."],
    ["2026-13-01", "There is no month 13."],
    ["Next Friday", "“next friday” can mean 27 November or 4 December. Enter 27 nov or 4 dec."],
    ["this mon", "“this mon” can mean 23 November or 30 November. Enter 23 nov or 30 nov."],
    ["4/12", "“4/12” can mean 4 December or 12 April 2027. Enter 4 dec or 12 apr 2027."],
    ["9999 years", "Use a year from 1970 to 9999."],
    ["1969-12-31", "Use a year from 1970 to 9999."],
    ["soon", null],
    ["", null],
  ];
  for (const [typed, why] of whys) {
    const read = typedDay(typed, new Date("2026-11-26T12:00:00Z"), "UTC");
    assert.deepEqual(read, { day: null, why }, typed);
  }
});

Deno.test("a filter stores a relative day in days or weeks as relative", () => {
  const now = new Date("2026-11-26T12:00:00Z");
  const words = [
    ...[["today", "today"], ["tomorrow", "1d"], ["yesterday", "-1d"], ["2 weeks ago", "-14d"]],
    ...[["in 3 days", "3d"], ["0d", "today"], ["-7d", "-7d"], ["in a month", "2026-12-26"]],
    ...[["fri", "2026-11-27"], ["24 dec", "2026-12-24"], ["9999w", "2218-07-16"]],
  ] as const;
  for (const [typed, word] of words) {
    const read = typedDay(typed, now, "UTC");
    assert.equal(read.day && read.word, word, typed);
  }
});
