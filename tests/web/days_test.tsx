import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { updateWorkspace } from "../../server/domain/workspaces/update.ts";
import { Formats } from "../../views/ui/formats.ts";
import { Ago, ago, day, moment, pageClock } from "../../views/ui/time.tsx";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

/** A place, the day that it is there at half past eleven in the evening of 31 December in UTC, and the time. */
const places = [
  ["Pacific/Honolulu", "2026-12-31", "31 December 2026 at 13:30"],
  ["America/New_York", "2026-12-31", "31 December 2026 at 18:30"],
  ["UTC", "2026-12-31", "31 December 2026 at 23:30"],
  ["Asia/Kathmandu", "2027-01-01", "1 January 2027 at 05:15"],
  ["Pacific/Kiritimati", "2027-01-01", "1 January 2027 at 13:30"],
] as const;
const formats = new Formats();
const evening = "2026-12-31T23:30:00.000Z";

Deno.test("a calendar day is the same in every time zone, with its year if it isn't the current year", () => {
  for (const [timeZone, here] of places) {
    const clock = pageClock(formats, new Date(evening), timeZone);
    assert.equal(clock.today, here);
    const newYear = here.startsWith("2027");
    assert.equal(day("2026-12-24", clock), newYear ? "24 Dec 2026" : "24 Dec", timeZone);
    assert.equal(day("2027-01-01", clock), newYear ? "1 Jan" : "1 Jan 2027", timeZone);
    assert.equal(day("2028-02-29", clock), "29 Feb 2028", timeZone);
  }
});

Deno.test("a time is shown with its day in the workspace's time zone", () => {
  for (const [timeZone, here, whole] of places) {
    const clock = pageClock(formats, new Date("2027-01-20T12:00:00Z"), timeZone);
    assert.equal(moment(evening, clock), whole);
    const words = here === "2027-01-01" ? "1 Jan" : "31 Dec 2026";
    assert.equal(ago(evening, clock), words, timeZone);
    const shown = String(<Ago at={evening} clock={clock} />);
    assert.equal(shown, `<time datetime="${evening}" title="${whole}">${words}</time>`);
  }
});

Deno.test("a time's day is correct before and after daylight saving changes", () => {
  const clock = pageClock(formats, new Date("2026-12-31T12:00:00Z"), "America/New_York");
  const shown = (at: string) => [ago(at, clock), moment(at, clock)];
  assert.deepEqual(shown("2026-03-08T04:59:59Z"), ["7 Mar", "7 March 2026 at 23:59"]);
  assert.deepEqual(shown("2026-03-09T03:59:59Z"), ["8 Mar", "8 March 2026 at 23:59"]);
  assert.deepEqual(shown("2026-11-01T04:00:00Z"), ["1 Nov", "1 November 2026 at 00:00"]);
  assert.deepEqual(shown("2026-11-02T04:59:59Z"), ["1 Nov", "1 November 2026 at 23:59"]);
});

/** A place, and the day that it is there when a test has gone on by thirteen and a half hours. */
const walks = [
  ["Pacific/Honolulu", "2026-03-12"],
  ["America/New_York", "2026-03-12"],
  ["UTC", "2026-03-12"],
  ["Asia/Kathmandu", "2026-03-13"],
  ["Pacific/Kiritimati", "2026-03-13"],
] as const;

Deno.test("overdue tasks and Today follow the workspace's time zone, not the reader's", () =>
  withApp({}, async (app, { ada, task }) => {
    const { services, clock } = app.world;
    const { id } = await task(ada, { deadlineAt: "2026-03-12" });
    clock.advance({ hours: 13, minutes: 28 });
    await perform(services, ada.member, updatePreferences, { timeZone: "Pacific/Honolulu" });
    const visitor = await visit(app, ada.email);
    for (const [timeZone, here] of walks) {
      await perform(services, ada.member, updateWorkspace, { patch: { timeZone } });
      const late = here > "2026-03-12";
      const list = (await visitor.get("/workspace/tasks")).html;
      assert.match(
        list,
        late
          ? /<time class="row-deadline" datetime="2026-03-12" data-late="true"><span class="unseen">Overdue:<\/span>12 Mar<\/time>/
          : /<time class="row-deadline" datetime="2026-03-12" ?>12 Mar<\/time>/,
        timeZone,
      );
      const rail = (await visitor.get("/workspace/tasks/ENG-1")).html;
      assert.match(
        rail,
        late
          ? /<time datetime="2026-03-12" class="late">12 Mar, overdue<\/time>/
          : /<time datetime="2026-03-12" ?>12 Mar<\/time>/,
      );
      const menu = (await visitor.get("/workspace/tasks/ENG-1/deadline")).html
        .split('<main id="main"')[1]!;
      const options = [...menu.matchAll(
        /aria-selected="(true|false)"[^>]*value="([^"]*)"[^>]*>.*?<span>(Today|Tomorrow)<\/span><small>(.*?)<\/small>/g,
      )].map(([, ...found]) => found);
      assert.deepEqual(
        options,
        late
          ? [["false", here, "Today", "13 Mar"], ["false", "2026-03-14", "Tomorrow", "14 Mar"]]
          : [["true", here, "Today", "12 Mar"], ["false", "2026-03-13", "Tomorrow", "13 Mar"]],
        timeZone,
      );
      assert.match(menu, /<input[^>]*type="date"[^>]*value="2026-03-12"/);
    }
    await perform(services, ada.member, updateTask, { taskId: id, patch: { status: "completed" } });
    const done = (await visitor.get("/workspace/tasks/ENG-1")).html;
    assert.match(done, /<time datetime="2026-03-12" ?>12 Mar<\/time>/);
  }));

Deno.test("a page shows times in the person's time zone, or else in the workspace's time zone", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const visitor = await visit(app, ada.email);
    const { services } = app.world;
    for (
      const [timeZone, shown] of [
        ["Pacific/Honolulu", "12 March 2026 at 00:00"],
        ["Asia/Kathmandu", "12 March 2026 at 15:45"],
        ["Pacific/Kiritimati", "13 March 2026 at 00:00"],
      ] as const
    ) {
      await perform(services, ada.member, updateWorkspace, { patch: { timeZone } });
      const { html } = await visitor.get("/workspace/tasks/ENG-1");
      assert.ok(html.includes(`datetime="2026-03-12T10:00:00.000Z" title="${shown}"`), timeZone);
    }
    await perform(services, ada.member, updatePreferences, { timeZone: "Europe/Berlin" });
    const { html } = await visitor.get("/workspace/tasks/ENG-1");
    assert.ok(html.includes('datetime="2026-03-12T10:00:00.000Z" title="12 March 2026 at 11:00"'));
  }));
