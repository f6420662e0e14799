import assert from "node:assert/strict";
import { dayFrom, momentFrom } from "../../../cli/operator/foreign/dates.ts";

const zone = "Europe/Berlin";

Deno.test("imports read times in common formats, and use the workspace's time zone if none is given", () => {
  const read: [text: string, moment: string | undefined][] = [
    ["2024-02-10T13:45:00.000Z", "2024-02-10T13:45:00.000Z"],
    ["2024-02-10T15:45:00+02:00", "2024-02-10T13:45:00.000Z"],
    ["2024-02-10T02:15:00-11:30", "2024-02-10T13:45:00.000Z"],
    ["2024-02-10 14:45", "2024-02-10T13:45:00.000Z"],
    ["2024-07-10 14:45:30.5", "2024-07-10T12:45:30.500Z"],
    ["Sat Feb 10 2024 15:45:00 GMT+0200 (CEST)", "2024-02-10T13:45:00.000Z"],
    ["Sat, 10 Feb 2024 13:45:00 UTC+0000", "2024-02-10T13:45:00.000Z"],
    ["10/Feb/24 2:45 PM", "2024-02-10T13:45:00.000Z"],
    ["10/Feb/24 12:05 AM", "2024-02-09T23:05:00.000Z"],
    ["February 10, 2024", "2024-02-09T23:00:00.000Z"],
    ["10.02.2024", undefined],
    ["04/05/2024", undefined],
    ["2024-02-30", undefined],
    ["2024-02-10 25:00", undefined],
    ["10/Feb/24 13:45 PM", undefined],
    ["yesterday", undefined],
    ["1969-12-31", undefined],
    ["", undefined],
  ];
  for (const [text, moment] of read) assert.equal(momentFrom(text, zone), moment, text);
});

Deno.test("an imported deadline is the given day, or the day of its time in the workspace's time zone", () => {
  const read: [text: string, day: string | undefined][] = [
    ["2024-12-24", "2024-12-24"],
    ["24/Dec/24 12:00 AM", "2024-12-24"],
    ["Tue, 24 Dec 2024", "2024-12-24"],
    ["2024-12-23T23:30:00.000Z", "2024-12-24"],
    ["Dec 24th, 2024", "2024-12-24"],
    ["12/24/2024", undefined],
  ];
  for (const [text, day] of read) assert.equal(dayFrom(text, zone), day, text);
});
