import assert from "node:assert/strict";
import { calendarDay, dayBegin, today } from "../../server/domain/core/days.ts";
import { Invalid } from "../../server/domain/core/errors.ts";
import { nearDates } from "../../server/domain/core/near_dates.ts";

/** The same moment or day in each of these places. */
const places = [
  "Pacific/Honolulu",
  "America/New_York",
  "UTC",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
] as const;

/** A moment, and the month and day that it is in each place. */
const daysOfMoments: [moment: string, days: string][] = [
  ["2026-12-24T12:00:00Z", "12-24 12-24 12-24 12-24 12-25"],
  // The last second and the first one of a day in New York, while it is summer and winter
  ["2026-07-02T03:59:59Z", "07-01 07-01 07-02 07-02 07-02"],
  ["2026-07-02T04:00:00Z", "07-01 07-02 07-02 07-02 07-02"],
  ["2026-12-02T04:59:59Z", "12-01 12-01 12-02 12-02 12-02"],
  // Nights in which New York's clocks change
  ["2026-03-09T03:59:59Z", "03-08 03-08 03-09 03-09 03-09"],
  ["2026-03-08T04:59:59Z", "03-07 03-07 03-08 03-08 03-08"],
  ["2026-11-02T04:59:59Z", "11-01 11-01 11-02 11-02 11-02"],
  ["2026-11-01T04:00:00Z", "10-31 11-01 11-01 11-01 11-01"],
  // A leap day begins in Kathmandu at a quarter past six in the evening, UTC, and ends in Honolulu
  ["2028-02-28T18:14:59Z", "02-28 02-28 02-28 02-28 02-29"],
  ["2028-02-28T18:15:00Z", "02-28 02-28 02-28 02-29 02-29"],
  ["2028-03-01T09:59:59Z", "02-29 03-01 03-01 03-01 03-01"],
  // Offsets and fractions of a second name the same moments
  ["2026-04-01T23:30:00-10:00", "04-01 04-02 04-02 04-02 04-02"],
  ["2026-04-01T00:10:00.123456789+14:00", "03-31 03-31 03-31 03-31 04-01"],
];

const moments = daysOfMoments.map(([moment, days]) => ({
  moment,
  days: days.split(" ").map((day) => `${moment.slice(0, 4)}-${day}`),
}));

Deno.test("a time for a calendar day is converted to its day in the workspace's time zone", () => {
  for (const { moment, days } of moments) {
    assert.deepEqual(
      places.map((place) => calendarDay(moment, place, "deadlineAt")),
      days,
      moment,
    );
  }
});

Deno.test("today is the day in the workspace's time zone", () => {
  for (const { moment, days } of moments) {
    assert.deepEqual(places.map((place) => today(new Date(moment), place)), days, moment);
    assert.deepEqual(
      places.map((place) => nearDates(new Date(moment), place)[0]!.date),
      days,
      moment,
    );
  }
});

Deno.test("a calendar day is the same everywhere, even when clocks change and on leap days", () => {
  for (
    const day of [
      "2026-12-24",
      "2026-03-08",
      "2026-11-01",
      "2028-02-29",
      "1970-01-01",
      "9999-12-31",
    ]
  ) {
    for (const place of places) assert.equal(calendarDay(day, place, "deadlineAt"), day, place);
  }
});

/** A day, and when it begins in each place, in UTC. */
const begins: [day: string, moments: string][] = [
  ["2026-12-24", "12-24T10:00 12-24T05:00 12-24T00:00 12-23T18:15 12-23T10:00"],
  // The day after the clocks in New York went forward, and the one after they went back
  ["2026-03-09", "03-09T10:00 03-09T04:00 03-09T00:00 03-08T18:15 03-08T10:00"],
  ["2026-11-02", "11-02T10:00 11-02T05:00 11-02T00:00 11-01T18:15 11-01T10:00"],
  ["2028-02-29", "02-29T10:00 02-29T05:00 02-29T00:00 02-28T18:15 02-28T10:00"],
];

Deno.test("a date without a time means the start of that day in the workspace's time zone", () => {
  for (const [day, moments] of begins) {
    assert.deepEqual(
      places.map((place) => dayBegin(day, place, "updatedSince")),
      moments.split(" ").map((moment) => `${day.slice(0, 4)}-${moment}:00.000Z`),
      day,
    );
  }
});

Deno.test("a day on which clocks skip midnight starts after the skipped hour", () => {
  assert.equal(dayBegin("2026-04-24", "Africa/Cairo", "updatedSince"), "2026-04-23T22:00:00.000Z");
});

Deno.test("a time with an offset is converted to the same time in UTC", () => {
  for (const place of places) {
    assert.equal(
      dayBegin("2026-04-01T09:30:00.250+05:30", place, "updatedSince"),
      "2026-04-01T04:00:00.250Z",
    );
  }
});

Deno.test("a day is refused if its year is invalid in the workspace's time zone", () => {
  const refused: [value: string, place: string][] = [
    ["1969-12-31", "UTC"],
    ["0000-01-01", "UTC"],
    ["0001-01-01T00:00:00Z", "Pacific/Honolulu"],
    ["1970-01-01T09:59:59Z", "Pacific/Honolulu"],
    ["9999-12-31T10:00:00Z", "Pacific/Kiritimati"],
    ["9999-12-31T23:59:59-12:00", "UTC"],
  ];
  const errors = [{ path: ["deadlineAt"], message: "Use a year from 1970 to 9999." }];
  for (const [value, place] of refused) {
    assert.throws(() => calendarDay(value, place, "deadlineAt"), (error) => {
      assert.ok(error instanceof Invalid, value);
      assert.deepEqual(error.errors, errors);
      return true;
    });
  }
  assert.equal(calendarDay("1970-01-01T09:59:59Z", "UTC", "deadlineAt"), "1970-01-01");
  assert.throws(() => dayBegin("9999-12-31T23:59:59-12:00", "UTC", "updatedSince"), Invalid);
  assert.throws(() => dayBegin("0001-01-01", "UTC", "updatedSince"), Invalid);
  assert.equal(
    dayBegin("1970-01-01", "Asia/Kathmandu", "updatedSince"),
    "1969-12-31T18:30:00.000Z",
  );
});

Deno.test("date suggestions name each day only once, on any weekday", () => {
  for (let day = 23; day <= 29; day++) {
    const offered = nearDates(new Date(`2026-11-${day}T12:00:00Z`), "UTC");
    const dates = offered.map(({ date }) => date);
    assert.deepEqual(dates, [...new Set(dates)].sort(), `on the ${day}th`);
    assert.equal(offered[0]!.name, "Today");
  }
  const ends = (["monday", "sunday", "saturday"] as const).map((weekStart) =>
    nearDates(new Date("2026-11-24T12:00:00Z"), "UTC", weekStart)
      .find(({ name }) => name === "End of this week")?.date
  );
  assert.deepEqual(ends, ["2026-11-27", "2026-11-27", "2026-11-26"]);
});
