import assert from "node:assert/strict";
import type { Database } from "../../server/database/open.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { openedFurther, openedRows } from "../../server/web/tasks/opened_rows.ts";
import { preferencesPath } from "../../views/settings_paths.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { withApp } from "../support/app.ts";
import { begin, decoded, moreLink, titles } from "../support/listed.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

Deno.test("the sidebar marks a list with any filters, grouping, and order", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const markedAt = async (path: string) => {
      const { html } = await visitor.get(path);
      return /aria-current="page"[^>]*>.*?<bdi[^>]*>([^<]+)<\/bdi>/.exec(html)?.[1];
    };
    const marked = (query: string) => markedAt(`/workspace/tasks${query}`);
    assert.equal(await markedAt(preferencesPath), "Settings");
    for (const query of ["", "?group=assignee", "?q=gate&priority=high", "?sort=createdAt"]) {
      assert.equal(await marked(query), "Tasks", query);
    }
    assert.equal(await marked("?assigneeId=me&status=planned"), "My tasks");
    for (const teamId of [cast.teams.eng, "ENG", "eng"]) {
      assert.equal(await marked(`?teamId=${teamId}`), "Engineering", teamId);
      assert.equal(await marked(`?teamId=${teamId}&assigneeId=me&group=none`), "Engineering");
    }
    assert.equal(await markedAt(preferencesPath), "Settings");
  }));

Deno.test("the rest of a group loads in place, and its own page shows only the rest", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    for (const group of ["status", "assignee", "project", "priority", "label"]) {
      const list = `/workspace/tasks?group=${group}`;
      const more = moreLink((await visitor.get(list)).html);
      assert.ok(more, `${group}: no way to more`);
      assert.equal(titles((await visitor.get(more.href)).html).length, 35, group);
      const asked = new URLSearchParams(more.values);
      const part = await visitor.part("GET", `${more.href}&${asked}`, list);
      assert.equal(titles(part.html).length, 35, group);
      const opened = part.headers.get("hx-replace-url")!;
      assert.match(opened, new RegExp(`rows=\\w+:60`), group);
      assert.equal(titles((await visitor.get(opened)).html).length, 60, group);
    }
  }));

Deno.test("IDs on a list are unique in any grouping, and a row keeps its ID within its group", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast, ["Bug", "Feature"]);
    // What a template holds isn't on the page
    const shown = (html: string) => html.replaceAll(/<template[^]*?<\/template>/g, "");
    const ids = (html: string) => [...shown(html).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    const rowIds = (html: string) => ids(html).filter((id) => id.startsWith("row-"));
    for (const group of ["status", "assignee", "project", "priority", "label", "none"]) {
      const list = `/workspace/tasks?group=${group}`;
      const { html } = await visitor.get(list);
      assert.deepEqual([...new Set(ids(html))], ids(html), group);
      assert.equal(rowIds(html).length, group === "none" || group === "label" ? 50 : 25, group);
      const more = moreLink(html)!;
      const asked = new URLSearchParams(more.values);
      const part = await visitor.part("GET", `${more.href}&${asked}`, list);
      const opened = (await visitor.get(part.headers.get("hx-replace-url") ?? list)).html;
      assert.deepEqual([...new Set(ids(opened))], ids(opened), group);
      const shown = [...rowIds(html), ...rowIds(part.html)].sort();
      assert.deepEqual(shown, rowIds(opened).sort(), group);
    }
    const byLabel = async () => rowIds((await visitor.get("/workspace/tasks?group=label")).html);
    const before = await byLabel();
    await planner(cast).patchTask(cast.ada, "ENG-60", { tags: ["Feature"] });
    const after = await byLabel();
    const gone = before.filter((id) => !after.includes(id));
    assert.deepEqual([gone.length, gone[0]], [1, before[0]]);
  }));

Deno.test("a list whose URL names a missing record says so, as a whole page or a part", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    for (const filter of ["teamId=XYZ", "label=nope", "assigneeId=bobby", "projectId=NIL"]) {
      for (const group of ["status", "label", "none"]) {
        const page = await visitor.get(`/workspace/tasks?${filter}&group=${group}`);
        assert.equal(page.status, 200);
        assert.match(page.html, new RegExp(`${filter.split("=")[1]} not found\\.`), filter);
        assert.deepEqual(titles(page.html), []);
      }
    }
    const named = await visitor.get("/workspace/tasks?teamId=eng&group=none");
    assert.equal(titles(named.html).length, 50);
    assert.match(named.html, /Remove filter: Team is Engineering"/);
    assert.match(named.html, /<title>Engineering · /);
  }));

Deno.test("a list whose URL has an invalid filter names the filter, and links to the list without it", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const view = { name: "All of it", scope: "workspace", filters: {} };
    const { key } = parseJson(
      (await perform(app.world.services, cast.ada.member, createView, view)).json,
    );
    const cases: [query: string, said: string[], left: string][] = [
      ["priority=bogus", ["“Priority is bogus” isn't a valid filter."], ""],
      [
        "status=open&priority=bogus&assigneeId=me",
        ["“Status is open” isn't a valid filter.", "“Priority is bogus” isn't a valid filter."],
        "assigneeId=me",
      ],
      ["deadlineBefore=soon", ["“Deadline is before soon” isn't a valid filter."], ""],
      ["deadlineAt=0001-01-01", ["“Deadline is on 1 Jan 1” isn't a valid filter."], ""],
      ["deadlineAt=2026-02-31", ["“Deadline is on 2026-02-31” isn't a valid filter."], ""],
      [`label=${"x".repeat(90)}`, ["“Label is xxxxxxx"], ""],
      [`q=${"x".repeat(300)}`, ["The search text is too long."], ""],
    ];
    for (const at of ["/workspace/tasks", `/workspace/view/${key}`]) {
      for (const [query, said, left] of cases) {
        for (const shown of ["", "&layout=board", "&group=none"]) {
          const { status, html } = await visitor.get(`${at}?${query}${shown}`);
          assert.equal(status, 200, query);
          for (const words of said) assert.ok(decoded(html).includes(words), `${query}: ${words}`);
          assert.doesNotMatch(html, /Use one of|Use a date/);
          const [, href] = /href="([^"]+)"[^>]*>\s*Remove (?:this|these) filter/.exec(html) ?? [];
          const { pathname, searchParams } = new URL(decoded(href!), testOrigin);
          assert.equal(pathname, at);
          for (const one of ["layout", "group", "since"]) searchParams.delete(one);
          assert.equal(String(searchParams), left, query);
          assert.equal((await visitor.get(decoded(href!))).status, 200);
          const compose = /href="(\/workspace\/tasks\/compose[^"]*)"/.exec(html)![1]!;
          assert.doesNotMatch(compose, /bogus|open/);
        }
      }
    }
    assert.equal((await visitor.get("/workspace/tasks?sort=bogus")).status, 200);
  }));

Deno.test("every filter is in the list's URL and above the list, with a link that removes the filter", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const { ada, chidi, task, teams } = cast;
    const parent = await task(ada, { title: "Gate", tags: ["Bug"], assigneeId: "me" });
    await task(chidi, { title: "Hinge", parentId: parent.id, deadlineAt: "2026-03-18" });
    const cases: [query: string, said: string, shown: number][] = [
      ["label=Bug,none", "Label is any of Bug, No label", 50],
      [`notTeamId=${teams.eng}`, "Team is not Engineering", 0],
      ["notStatus=backlogged,planned", "Status is none of Backlog, Planned", 0],
      ["notPriority=none", "Priority is not empty", 0],
      ["priority=high", "Priority is High", 0],
      ["assigneeId=me,chidi", `Assignee is any of Me, ${chidi.member.profile.name}`, 1],
      ["notAssigneeId=none", "Assignee is not empty", 1],
      ["creatorId=chidi", `Creator is ${chidi.member.profile.name}`, 1],
      ["notCreatorId=me", "Creator is not Me", 1],
      ["allLabels=Bug", "Label has all of Bug", 1],
      ["notLabel=none", "Label is not empty", 1],
      ["projectId=none", "Project is empty", 50],
      ["milestoneId=none", "Milestone is empty", 50],
      ["parentId=eng-61", "Parent task is ENG-61", 1],
      [`parentId=${parent.id}`, "Parent task is ENG-61", 1],
      ["parentId=none", "Parent task is empty", 50],
      ["deadlineAt=none", "Deadline is empty", 50],
      ["deadlineAt=2026-03-18", "Deadline is on 18 Mar", 1],
      ["deadlineBefore=7d", "Deadline is before 7 days from now", 1],
      ["deadlineAfter=2026-03-18", "Deadline is on or after 18 Mar", 1],
      ["createdAfter=1d", "Date created is on or after tomorrow", 0],
      ["updatedBefore=-7d", "Date updated is before 7 days ago", 0],
      ["completedAfter=today", "Date completed is on or after today", 0],
    ];
    for (const [query, said, shown] of cases) {
      const { html } = await visitor.get(`/workspace/tasks?${query}&group=none`);
      assert.equal(titles(html).length, shown, query);
      const chip = /<li class="chip".*?<\/li>/s.exec(html)?.[0] ?? "";
      const way = new RegExp(
        `class="chip-remove"[^>]*href="([^"]+)"[^>]*aria-label="Remove filter: ${said}"`,
      ).exec(chip)?.[1];
      assert.equal(way, "/workspace/tasks?group=none", chip);
    }
    const { html } = await visitor.get("/workspace/tasks/filter?label=none&teamId=ENG,PPL");
    assert.match(decoded(html), /href="\/workspace\/tasks\?teamId=ENG,PPL&label=none,label_\w+"/);
    const both = (await visitor.get(`/workspace/tasks?teamId=${teams.eng},${teams.ppl}`)).html;
    assert.match(both, /<h1>Tasks<\/h1>/);
    assert.match(decoded(both), /href="\/workspace\/tasks\/compose\?status=backlogged"/);
  }));

Deno.test("a change that a list requests returns the loaded rows too", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const on = "/workspace/tasks?rows=backlogged:55";
    const path = "/workspace/tasks/ENG-3";
    const changed = await visitor.part("POST", path, on, { priority: "high" });
    assert.equal(titles(changed.html).length, 55);
    const folded = await visitor.part("POST", path, "/workspace/tasks", { priority: "low" });
    assert.equal(titles(folded.html).length, 25);
  }));

Deno.test("Display can sort groups and columns by every order", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    app.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "Lid", priority: "low", deadlineAt: "2027-01-01" });
    app.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "Cork", priority: "urgent", deadlineAt: "2027-02-01" });
    const orders = [
      ["createdAt", "Jar 0"],
      ["-updatedAt", "Cork"],
      ["-priority", "Cork"],
      ["deadlineAt", "Lid"],
      ["-deadlineAt", "Cork"],
    ];
    for (const [sort, first] of orders) {
      for (const shown of ["", "&group=assignee", "&layout=board", "&subgroup=project"]) {
        const { html } = await visitor.get(`/workspace/tasks?sort=${sort}${shown}`);
        assert.match(html, /id="group-(backlogged|none)/);
        assert.equal(titles(html)[0], first, `${sort} ${shown}`);
      }
    }
    const menu = (await visitor.get("/workspace/tasks/display?group=assignee&sort=-priority")).html;
    assert.match(menu, /value="[^"]*group=assignee[^"]*sort=-updatedAt"/);
    assert.match(menu, /value="[^"]*group=label[^"]*sort=-priority"/);
    assert.match(menu, /value="[^"]*group=none[^"]*sort=-priority"/);
    assert.equal((await visitor.get("/workspace/tasks?sort=colour")).status, 200);
  }));

Deno.test("a team's list has a manual order, which broader lists don't offer", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const { ada, teams, task, world } = cast;
    const { id: taskId } = await task(ada, { title: "Lid" });
    const patch = { after: "ENG-59" };
    await perform(world.services, ada.member, updateTask, { taskId, patch });
    const first = async (query: string) => {
      const { html } = await visitor.get(`/workspace/tasks?${query}`);
      return titles(html).slice(0, 3);
    };
    const byHand = ["Jar 59", "Jar 58", "Lid"];
    for (const group of ["status", "assignee", "none"]) {
      assert.deepEqual(await first(`teamId=${teams.eng}&sort=position&group=${group}`), byHand);
    }
    assert.deepEqual(await first("sort=position"), ["Lid", "Jar 59", "Jar 58"]);
    const menu = async (query: string) =>
      (await visitor.get(`/workspace/tasks/display?${query}`)).html.includes("Manual order");
    assert.deepEqual([await menu(`teamId=${teams.eng}`), await menu("")], [true, false]);
  }));

Deno.test("a list's URL sets the loaded rows, up to the page's limit", () => {
  const of = (rows: string) => Object.fromEntries(openedRows(new URLSearchParams({ rows })));
  assert.deepEqual(of("planned:75,none:50"), { planned: 75, none: 50 });
  for (const wrong of ["", "planned", "planned:0", "planned:x", "planned:-1", "a b:5", "p:99999"]) {
    assert.deepEqual(of(wrong), {}, wrong);
  }
  assert.deepEqual(of("planned:600,none:500,done:400"), { planned: 600, done: 400 });
  const list = new URL("/workspace/tasks?q=a&rows=planned:600", testOrigin);
  assert.equal(
    openedFurther(list, "none", 400),
    "/workspace/tasks?q=a&rows=planned:600,none:400",
  );
  assert.equal(openedFurther(list, "none", 401), null);
});

Deno.test("a list filtered by today changes on the next day without any write", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    const visitor = await visit(app, ada.email);
    const day = app.world.clock.now().toISOString().slice(0, 10);
    await task(ada, { title: "Oil the gate", deadlineAt: day });
    const late = async () => {
      const paths = ["", "&group=none", "&group=label"];
      const lists = [];
      for (const more of paths) {
        const { html } = await visitor.get(`/workspace/tasks?deadlineBefore=today${more}`);
        lists.push(titles(html));
      }
      return lists;
    };
    assert.deepEqual(await late(), [[], [], []]);
    app.world.clock.advance({ days: 1 });
    assert.deepEqual(await late(), [["Oil the gate"], ["Oil the gate"], ["Oil the gate"]]);
  }));

Deno.test("looking up the names in a list's filters reads each table once, however many names there are", async () => {
  let database: RecordingDatabase;
  const wrap = (inner: Database) => database = new RecordingDatabase(inner);
  await withApp({ wrap }, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const listsRead = async (names: number) => {
      const words = Array.from({ length: names }, (_, n) => `X${n}`).join(",");
      const fields = ["assigneeId", "notAssigneeId", "creatorId", "label", "notLabel", "teamId"];
      let lists = 0;
      database.statements.has = (sql) => {
        if (sql.includes("json_array(")) lists++;
        return false;
      };
      await visitor.get(`/workspace/tasks?${fields.map((field) => `${field}=${words}`).join("&")}`);
      return lists;
    };
    await listsRead(2);
    assert.equal(await listsRead(20), await listsRead(2));
  });
});
