import assert from "node:assert/strict";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { refused } from "../support/refusal.ts";
import { titlesOf, withPalette } from "../support/palette.ts";

Deno.test("results include the viewer's permissions", () =>
  withPalette(async ({ fullCast, list }) => {
    const { ada, chidi, esra, priya } = fullCast;
    const found = async (by: typeof ada) => {
      const { viewer } = await list(by);
      return [viewer.isWorkspaceManager, viewer.canCreateTasks, viewer.canSeeRoadmap];
    };
    assert.deepEqual(await found(ada), [true, true, true]);
    assert.deepEqual(await found(chidi), [false, true, false]);
    assert.deepEqual(await found(esra), [false, false, false]);
    assert.deepEqual(await found(priya), [false, false, true]);
  }));

Deno.test("if creating tasks is blocked, nobody finds a command that creates a task", () =>
  withPalette(async ({ fullCast, list, results, menu, run }) => {
    const { ada, world, ids } = fullCast;
    world.services.settings.taskLimit = 2;
    const { viewer } = await list(ada);
    assert.deepEqual([viewer.canCreateTasks, viewer.taskCreationBlocked], [false, true]);
    const makesTasks = ({ href }: { href: string | null }) => href?.includes("/compose") ?? false;
    for (const path of ["/workspace/tasks", "/workspace/settings/teams/ENG"]) {
      assert.deepEqual((await list(ada, { path })).results.filter(makesTasks), []);
    }
    for (const q of ["create", "create task", "Mend", "Gatehouse", "chidi", "Engineering"]) {
      assert.deepEqual((await results(ada, q)).filter(makesTasks), [], q);
    }
    for (const record of [ids.task!, ids.project!, ids.chidi!, fullCast.teams.eng]) {
      assert.deepEqual((await menu(ada, record)).filter(makesTasks), []);
    }
    await refused(run(ada, "create.task"), { status: 403, code: "task_limit_reached" });
    await refused(run(ada, "team.createTask", fullCast.teams.eng), {
      status: 403,
      code: "task_limit_reached",
    });
  }));

Deno.test("a generic word shows all create commands, or settings before records", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, chidi } = fullCast;
    await fullCast.task(ada, { title: "New settings for the kiln" });
    await fullCast.task(ada, { title: "Set the table" });
    const ladder = [
      "Create task",
      "Create project",
      "Create team",
      "Create workflow",
      "Create task template",
      "Create project template",
    ];
    for (const q of ["create", "new", "add", "NEW"]) {
      assert.deepEqual(titlesOf(await results(ada, q)).slice(0, 6), ladder, q);
    }
    for (const q of ["set", "sett", "setting", "settings"]) {
      const rows = titlesOf(await results(chidi, q));
      assert.equal(rows[0], "Open settings", q);
      assert.deepEqual(rows.slice(1, 3), ["Open profile settings", "Open preferences"], q);
      assert.ok(
        rows.indexOf("Open team settings") < rows.findIndex((one) => /kiln|table/.test(one)),
      );
    }
  }));

Deno.test("the text after a create command becomes the title or name", () =>
  withPalette(async ({ fullCast, results }) => {
    const hrefs = async (q: string) =>
      Object.fromEntries((await results(fullCast.ada, q)).map(({ id, href }) => [id, href]));
    const plain = await hrefs("Bake & eat");
    assert.equal(plain["create.task"], "/workspace/tasks/compose?title=Bake+%26+eat");
    assert.equal(plain["create.project"], "/workspace/projects?create=1&name=Bake+%26+eat");
    assert.equal(plain["create.team"], "/workspace/teams?create=1&name=Bake+%26+eat");
    const found = await hrefs("new task Bake bread");
    assert.equal(found["create.task"], "/workspace/tasks/compose?title=Bake+bread");
    assert.equal((await results(fullCast.ada, "new task label"))[0]!.id, "create.taskLabel");
    assert.equal((await hrefs("create task"))["create.task"], "/workspace/tasks/compose");
    assert.equal((await results(fullCast.ada, "new task Bake bread"))[0]!.id, "create.task");
  }));

Deno.test("an exact key comes first, and a command's name before partial matches", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada } = fullCast;
    await fullCast.task(ada, { title: "Inbox zero" });
    assert.equal((await results(ada, "ENG-1"))[0]!.key, "ENG-1");
    assert.equal((await results(ada, "inbox"))[0]!.title, "Open inbox");
    assert.equal((await results(ada, "gatehouse"))[0]!.title, "Gatehouse");
    assert.equal((await results(ada, "notifications"))[0]!.title, "Open inbox");
  }));

Deno.test("rows of a group are together, and pinned records have their own group", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, ids, world } = fullCast;
    const pinned = await fullCast.task(ada, { title: "A gate to mend" });
    await fullCast.task(ada, { title: "Gates" });
    const favorite = { kind: "task", id: pinned.id };
    await perform(world.services, ada.member, addFavorite, favorite);
    const rows = await results(ada, "gate");
    const groups = rows.map(({ group }) => group);
    const runs = groups.filter((group, n) => group !== groups[n - 1]);
    assert.equal(new Set(runs).size, runs.length, runs.join());
    const favorites = rows.filter(({ group }) => group === "Favorites");
    assert.deepEqual(favorites.map(({ id }) => id), [pinned.id]);
    assert.ok(rows.some(({ id }) => id === ids.project));
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.deepEqual((await results(ada, "gate", { limit: 3 })).length, 3);
  }));

Deno.test("only the two best records show actions, with names and states", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada } = fullCast;
    const tasks = [];
    for (let n = 1; n <= 4; n++) tasks.push(await fullCast.task(ada, { title: `Turnip ${n}` }));
    const rows = await results(ada, "turnip");
    const actions = rows.filter(({ kind }) => kind === "action");
    const of = new Set(actions.map(({ record }) => record));
    assert.deepEqual(
      [...of],
      rows.filter(({ kind }) => kind === "task").slice(0, 2).map((t) => t.id),
    );
    const { reference, title, id } = tasks[3]!;
    const complete = actions.find((row) => row.id === `task.setStatus:${id}:completed`)!;
    assert.equal(complete.subtitle, `${reference} · ${title}`);
    assert.deepEqual(complete.input, { record: id, value: "completed" });
    assert.equal(complete.command, "task.setStatus");
    assert.equal(complete.href, null);
  }));

Deno.test("a command and its record can be typed in one text", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, ids } = fullCast;
    const first = async (q: string) => {
      const [row] = await results(ada, q);
      return [row!.title, row!.record];
    };
    assert.deepEqual(await first("complete mend"), ["Complete task", ids.task]);
    assert.deepEqual(await first("Done ENG-2"), ["Complete task", ids.otherTask]);
    assert.deepEqual(await first("assign quillwort plan"), [
      "Assign task to me",
      ids.privateParent,
    ]);
    assert.deepEqual(await first("publish draw"), ["Publish draft", ids.draft]);
    assert.deepEqual(await first("pin gatehouse"), ["Favorite project", ids.project]);
    const done = await fullCast.task(ada, { title: "Complete the fence" });
    assert.equal((await results(ada, "complete the fence"))[0]!.id, done.id);
    assert.equal((await results(ada, "complete zzz"))[0]!.id, "create.task");
  }));

Deno.test("a prefix limits the results to its kind, with and without text after it", () =>
  withPalette(async ({ fullCast, list }) => {
    const { ada } = fullCast;
    for (
      const [prefix, scope, kinds] of [
        ["@", "people", ["person", "agent"]],
        ["$", "projects", ["project"]],
        ["#", "tasks", ["task", "draft"]],
      ] as const
    ) {
      for (const q of [prefix, `${prefix}e`, `${prefix} gate`]) {
        const found = await list(ada, { q });
        assert.equal(found.scope, scope);
        const other = found.results.filter(({ kind }) =>
          !(kinds as readonly string[]).includes(kind)
        );
        assert.deepEqual(other, [], q);
      }
      assert.ok((await list(ada, { q: prefix })).results.length > 0, prefix);
    }
    assert.equal((await list(ada, { q: "@chi" })).results[0]!.title, "Chidi Eze");
  }));

Deno.test("nobody finds a hidden record, for any text and on any page", () =>
  withPalette(async ({ fullCast, list, menu }) => {
    const { chidi, dina, ids, teams } = fullCast;
    const word = "Quillwort";
    const paths = ["/", `/workspace/teams/${teams.ppl}`, "/workspace/tasks/PPL-1"];
    const hidden = [
      ...paths.map((path) => ({ path })),
      { path: "/workspace/teams" },
      { path: "/workspace/views" },
      { path: "/workspace/projects" },
      { path: `/workspace/settings/teams/${teams.ppl}` },
      ...["Quillw", "#quill", "$quill", "people", "PPL-1", "$", "#"].map((q) => ({ q })),
      { record: ids.task },
      { record: ids.project },
    ];
    for (const input of hidden) {
      const found = JSON.stringify(await list(chidi, input));
      assert.ok(!found.includes(word) && !found.includes(teams.ppl), JSON.stringify(input));
    }
    const records = [ids.privateTask, ids.privateProject, ids.privateView, teams.ppl, "PPL-1"];
    for (const record of [...records, "act_1", "nothing"]) {
      await refused(menu(chidi, record!), { status: 404 });
    }
    assert.equal((await list(dina, { q: word })).results[0]!.title.split(" ")[0], word);
  }));

Deno.test("the palette requires a session, and accepts only known fields", () =>
  withPalette(async ({ fullCast, list }) => {
    const { ada } = fullCast;
    const credential = { ...ada.member.credential, kind: "pat" as const };
    const token = { ...ada, member: { ...ada.member, credential } };
    await refused(list(token), { status: 403, code: "session_required" });
    await refused(list(ada, { limit: 51 }), { status: 422, fields: ["limit"] });
    await refused(list(ada, { scope: "all" }), { status: 422, fields: ["scope"] });
    await refused(list(ada, { q: "x".repeat(201) }), { status: 422, fields: ["q"] });
  }));
