import assert from "node:assert/strict";
import { Failure } from "../../../cli/failure.ts";
import { type Cast, withCast, withEverybody } from "../../support/cast.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { updateWorkspace } from "../../../server/domain/workspaces/update.ts";
import { createWorld } from "../../support/world.ts";
import { readSheet } from "../../../cli/operator/foreign/sheet.ts";
import { summary } from "../../../cli/operator/foreign/summary.ts";
import { csvCell } from "../../../server/web/csv.ts";
import { bring, broughtBy, counts, madeOf } from "../support/foreign.ts";

const table =
  `Number,Topic,State,Urgency,Responsible,Tags,Epic,Milestone,Parent,Due,Created,Comment,Points
7,Mend the gate,In QA,High,chidi@example.com,"Bug; Rusty",Harbour,Alpha,,24 Dec 2026,2024-02-10T15:45:00+02:00,Half done,3
8,Oil it,Weird,P9,stranger@example.org,bug,harbour,,7,4/5/2026,,,
9,Lock it,Done,,Chidi Eze,,,,,2026-01-02,2025-01-01,,
`;
const given = { from: "csv", map: ["Topic=title", "Points=note"] } as const;
const mapped = { ...given, map: [...given.map], status: ["In QA=progressed"] };

Deno.test("a table's tasks are imported, with known or mapped columns", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const before = await counts(cast);
    const report = await bring(cast, table, mapped);
    assert.deepEqual(
      report.made,
      madeOf({ tasks: 3, comments: 1, labels: 1, projects: 1, milestones: 1 }),
    );
    const after = await counts(cast);
    assert.equal(after.notifications, before.notifications, "nobody is told");
    assert.equal(after.outbox, before.outbox, "nobody gets a mail");
    const tasks = await broughtBy(cast);
    const [gate, oil, lock] = ["7", "8", "9"].map((key) => tasks.get(key)!);
    assert.equal(gate!.status, "progressed");
    assert.equal(gate!.priority, "high");
    assert.equal(gate!.assignee?.name, "Chidi Eze");
    assert.deepEqual(gate!.tags, ["Bug", "Rusty"]);
    assert.deepEqual([gate!.project?.name, gate!.milestone?.name], ["Harbour", "Alpha"]);
    assert.equal(gate!.deadlineAt, "2026-12-24");
    assert.equal(gate!.createdAt, "2024-02-10T13:45:00.000Z");
    assert.equal(gate!.comments[0]?.body, "Half done");
    assert.match(gate!.description!, /Points: `3`/);
    assert.equal(oil!.parent?.id, gate!.id);
    assert.equal(oil!.project?.name, "Harbour");
    assert.equal(oil!.assignee, null);
    for (const kept of ["Weird", "P9", "stranger@example.org", "4/5/2026"]) {
      assert.ok(oil!.description!.includes(`\`${kept}\``), kept);
    }
    assert.equal(lock!.assignee?.name, "Chidi Eze");
    assert.equal(lock!.completedAt, "2025-01-01T00:00:00.000Z");
    const imported = lock!.activity.map(({ kind, data, actor }) => ({
      kind,
      data,
      by: actor?.name,
    }));
    const to = { source: "CSV", key: "9" };
    assert.deepEqual(imported, [{ kind: "task.imported", data: { to }, by: "Ada Lovelace" }]);
    const left = report.leftOut.map(({ what }) => what).sort();
    assert.deepEqual(left, ["Assignee", "Deadline", "Points", "Priority", "Status"]);
  }));

Deno.test("a dry run prints the same as an import and changes nothing, and a second import creates no duplicates", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const before = await counts(cast);
    const tried = await bring(cast, table, { ...mapped, dryRun: true });
    assert.deepEqual(await counts(cast), before);
    const done = await bring(cast, table, mapped);
    assert.deepEqual({ ...tried, dryRun: false }, done);
    const after = await counts(cast);
    const more = table + "10,Paint it,,,,,Harbour,,8,,,,\n";
    const again = await bring(cast, more, mapped);
    assert.equal(again.here, 3);
    assert.deepEqual(again.made, madeOf({ tasks: 1 }));
    assert.equal((await counts(cast)).tasks, after.tasks! + 1);
    const tasks = await broughtBy(cast);
    assert.equal(tasks.get("10")!.parent?.id, tasks.get("8")!.id);
  }));

Deno.test("rows without an ID are distinguished by content, and identical rows are separate tasks", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const rows = "Title,Status\nA,Done\nB,\nA,Done\n";
    assert.equal((await bring(cast, rows, { from: "csv" })).made.tasks, 3);
    const again = await bring(cast, rows, { from: "csv" });
    assert.deepEqual([again.made.tasks, again.here], [0, 3]);
    const [task] = (await broughtBy(cast)).values();
    assert.equal(task!.description, null);
    const other = await bring(cast, rows, { from: "csv", source: "Another table" });
    assert.deepEqual([other.made.tasks, other.here], [3, 0]);
  }));

Deno.test("a task whose reference has the team's key keeps its number, if the number was never used", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    await cast.task(cast.ada);
    const file = "key,title,parent\nENG-1,A,\nENG-7,B,ENG-9\nENG-9,C,\nOPS-8,D,\n";
    const report = await bring(cast, file, { from: "csv" });
    const tasks = await broughtBy(cast);
    const references = [...tasks].map(([key, { reference }]) => `${key} ${reference}`).sort();
    assert.deepEqual(references, ["ENG-1 ENG-10", "ENG-7 ENG-7", "ENG-9 ENG-9", "OPS-8 ENG-11"]);
    assert.deepEqual(report.leftOut.map(({ what, of }) => [what, of]), [["Number", ["ENG-1"]]]);
    assert.equal((await cast.task(cast.ada)).reference, "ENG-12");
  }));

Deno.test("a task can be identified by several ID columns, and the values of repeated columns are kept", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const file = "id,key,title,title,url,link,parent\n" +
      "1,HAR-1,A,B,https://a.example/1,https://b.example/1,\n,HAR-2,C,C,,,HAR-1\n";
    const report = await bring(cast, file, { from: "csv" });
    const tasks = await broughtBy(cast);
    const [one, two] = ["1", "HAR-2"].map((key) => tasks.get(key)!);
    assert.equal(two!.parent?.id, one!.id);
    assert.match(one!.description!, /- title: `B`/);
    assert.deepEqual(one!.resources.map(({ url }) => url), ["https://b.example/1"]);
    assert.deepEqual(report.leftOut.map(({ what, of }) => [what, of]), [["title", ["1"]]]);
  }));

Deno.test("milestones beyond a project's limit are kept as text in their tasks", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const rows = Array.from({ length: 104 }, (_, n) => `${n},T${n},P,M${n % 102}`);
    const file = `id,title,project,milestone\n${rows.join("\n")}\n`;
    const report = await bring(cast, file, { from: "csv" });
    assert.deepEqual(report.made, madeOf({ tasks: 104, projects: 1, milestones: 100 }));
    assert.deepEqual(
      report.leftOut.map(({ what, times, of }) => [what, times, of]),
      [["Milestone", 2, ["100", "101"]]],
    );
    const tasks = await broughtBy(cast);
    assert.equal(tasks.get("103")!.milestone?.name, "M1");
    assert.match(tasks.get("100")!.description!, /- Milestone: `M100`/);
  }));

Deno.test("invalid input is reported with the correct form", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const wrong: [given: Parameters<typeof bring>[2], words: RegExp][] = [
      [{ from: "csv" }, /The file has no title column\. Choose a title column with --map/],
      [{ from: "csv", map: ["Nope=title"] }, /Unknown column Nope.*Topic/],
      [{ from: "csv", map: ["Topic=headline"] }, /one of these fields: id, title/],
      [{ from: "linear", map: ["Topic=title"] }, /--map works only with --from csv/],
      [
        { ...mapped, status: ["In QA=tested"] },
        /Unknown status tested in --map-status\. Use one of.*planned/,
      ],
      [{ ...mapped, status: ["In QA"] }, /isn't in the form STATUS=status/],
      [
        { ...mapped, person: ["Bob=bob@example.org"] },
        /bob@example.org in --map-person isn't a member/,
      ],
      [{ ...mapped, source: " " }, /for --source/],
      [{ ...mapped, team: "NOPE" }, /Team NOPE not found/],
      [{ ...mapped, by: "chidi@example.com" }, /isn't an owner or admin/],
    ];
    const before = await counts(cast);
    for (const [given, words] of wrong) {
      await assert.rejects(() => bring(cast, table, given), (error: Failure) => {
        assert.ok(error instanceof Failure, String(error));
        assert.match(error.message, words);
        return true;
      });
    }
    const full = bring(cast, table, { ...mapped, taskLimit: 2 });
    await assert.rejects(
      () => full,
      /3 more would exceed BACKLOG_TASK_LIMIT.*Nothing was imported/,
    );
    assert.deepEqual(await counts(cast), before);
  }));

Deno.test("people are matched as mapped, and a manager can replace people who aren't in the workspace", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const person = ["stranger@example.org=esra@example.com"];
    await bring(cast, table, { ...mapped, person, by: "bao@example.com" });
    const oil = (await broughtBy(cast)).get("8")!;
    assert.equal(oil.assignee?.name, "Esra Yılmaz");
    assert.equal(oil.creator.name, "Bảo Nguyễn");
  }));

Deno.test("a heading in quotes doesn't affect a table's delimiter", () => {
  const { headings, rows } = readSheet('title,"Notes; old; new; all"\nMend,None\n');
  assert.deepEqual([headings, rows], [["title", "Notes; old; new; all"], [["Mend", "None"]]]);
});

Deno.test("UTF-16, semicolons, tabs, and a byte order mark are recognized", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const text = "﻿Title;Tags\r\nÜber;Grün, Blau\r\n";
    const wide = new Uint8Array([...text].flatMap((one) => {
      const code = one.charCodeAt(0);
      return [code & 0xff, code >> 8];
    }));
    await bring(cast, wide, { from: "csv" });
    await bring(cast, "﻿Title\tState\nTabbed\tDone\n", { from: "csv" });
    const titles = [...(await broughtBy(cast)).values()].map(({ title }) => title).sort();
    assert.deepEqual(titles, ["Tabbed", "Über"]);
  }));

Deno.test("importing a CSV download restores texts that were guarded against formulas", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const title = "=SUM(1,2);+3";
    const description = "'=quoted\n=1+1\n- [x](#a)\n- item;\t@b;'=c";
    const file = `"title","description"\r\n${[title, description].map(csvCell).join(",")}\r\n`;
    assert.doesNotMatch(file, /[";\t\n][=@]/);
    await bring(cast, file, { from: "csv" });
    const [task] = [...(await broughtBy(cast)).values()];
    assert.deepEqual([task!.title, task!.description], [title, description]);
  }));

Deno.test("an import's report on a terminal is short for any file, and contains no control characters", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const rows = Array.from({ length: 40 }, (_, n) => `${n},T${n},odd${n},who${n}`);
    const file = `id,title,state,assignee\n${rows.join("\n")}\n`;
    const report = await bring(cast, file, { from: "csv" });
    const statuses = [{ said: "evil\x1b]0;x\x07", became: "Backlog", tasks: 1 }];
    const told = summary({ ...report, statuses: [...statuses, ...report.statuses] });
    // deno-lint-ignore no-control-regex -- what must not be there
    assert.doesNotMatch(told, /[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    assert.match(told, /Imported +40 tasks/);
    assert.match(told, /odd1 → Backlog: 1/);
    assert.match(told, /and 26 more \(use --json to list all\)/);
    assert.match(told, /Assignee \(40\): not in this workspace.*: 0, 1, 2, 3, 4, …/);
    assert.match(told, /who14: assignee of 1 task\n +and 25 more \(use --json to list all\)/);
    assert.ok(told.split("\n").length < 50, told);
  }));

Deno.test("an import's report lists each resulting state of a status", () =>
  withCast(createWorld(withEverybody()), async (cast: Cast) => {
    const rows = ["Summary,Issue key,Status,Resolution,Status Category"];
    rows.push("A,HAR-1,Done,Done,Done", "B,HAR-2,Done,Won't Do,Done", "C,HAR-3,Done,Done,Done");
    const { statuses } = await bring(cast, `${rows.join("\n")}\n`, { from: "jira" });
    assert.deepEqual(statuses.map(({ said, became, tasks }) => `${said} ${became} ${tasks}`), [
      "Done Done 2",
      "Done Cancelled 1",
    ]);
  }));

Deno.test("an import reads days in the workspace's time zone, and corrects impossible times", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const patch = { timeZone: "Asia/Tokyo" };
    await perform(cast.world.services, cast.ada.member, updateWorkspace, { patch });
    const [created, updated] = ["2024-02-10T10:00:00.000Z", "2024-02-09T10:00:00.000Z"];
    const rows = [`1,Mend,${created},${updated},2024-12-23T23:30:00.000Z`, "2,Oil,2099-01-01,,"];
    await bring(cast, `id,title,created,updated,due\n${rows.join("\n")}\n`, { from: "csv" });
    const tasks = await broughtBy(cast);
    const [mend, oil] = [tasks.get("1")!, tasks.get("2")!];
    assert.equal(mend.deadlineAt, "2024-12-24");
    assert.deepEqual([mend.createdAt, mend.updatedAt], [created, created]);
    assert.equal(oil.createdAt, cast.world.clock.now().toISOString());
  }));
