import assert from "node:assert/strict";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { decoded } from "../support/listed.ts";
import { planner } from "../support/projects.ts";
import { type Seen, visit, type Visitor } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const list = "/workspace/tasks";

/** Sends a change of several tasks from their list. */
const change = (visitor: Visitor, tasks: string[], form: Record<string, string>) =>
  visitor.part("POST", `${list}/selected`, list, { tasks: tasks.join(","), ...form });

/** What an answer's news says, and which tasks it selects. */
function newsOf({ html }: Seen): { text: string; selects: string | undefined } {
  const [, attributes = "", inside = ""] = /<div class="toast"([^>]*)>(.*?)<\/div>/s.exec(html) ??
    [];
  return {
    text: /<span>(.*?)<\/span>/s.exec(inside)?.[1] ?? "",
    selects: /data-selects="([^"]*)"/.exec(attributes)?.[1],
  };
}

const undoOf = ({ html }: Seen) => /action="(\/workspace\/activity\/[^"]+)"/.exec(html)![1]!;

async function three(cast: Cast, by: Person): Promise<string[]> {
  const made = [];
  for (const title of ["Ash", "Birch", "Cedar"]) made.push(await cast.task(by, { title }));
  return made.map(({ reference }) => reference);
}

Deno.test("undoing a change of several tasks keeps other people's later changes, and selects the rest again", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const references = await three(cast, ada);
    const visitor = await visit(app, ada.email);
    const done = await change(visitor, references, { priority: "high" });
    assert.equal(newsOf(done).text, "Priority of 3 tasks changed to High");
    await planner(cast).patchTask(chidi, references[1]!, { priority: "low" });
    const back = await visitor.part("POST", undoOf(done), list, { act: "undo" });
    assert.deepEqual(newsOf(back), {
      text:
        "Undone: priority of 2 tasks (now No priority). Not undone: ENG-2: Someone has since changed the priority.",
      selects: [references[0], references[2]].join(","),
    });
    const { html } = await visitor.get(list);
    assert.equal(html.match(/Priority: Low/g)?.length, 1);
    assert.doesNotMatch(html, /Priority: High/);
  }));

Deno.test("several moved tasks are selected by their new references, and after Undo by their old ones", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const references = await three(cast, ada);
    const visitor = await visit(app, ada.email);
    const moved = await change(visitor, references, { teamId: teams.ppl });
    const { text, selects } = newsOf(moved);
    assert.match(text, /^3 tasks moved to People/);
    assert.match(selects!, /^PPL-\d+,PPL-\d+,PPL-\d+$/);
    const back = await visitor.part("POST", undoOf(moved), list, { act: "undo" });
    const now = newsOf(back).selects!;
    assert.match(now, /^ENG-\d+,ENG-\d+,ENG-\d+$/);
    const { html } = await visitor.get(list);
    for (const reference of now.split(",")) assert.ok(html.includes(`value="${reference}"`));
  }));

Deno.test("a label that only some selected tasks have is first added to all of them, and then removed", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const references = await three(cast, ada);
    const plan = planner(cast);
    await plan.patchTask(ada, references[0]!, { tags: ["Bug"] });
    const labels = parseJson((await plan.run(ada, listTaskLabels, {})).records);
    const bug = labels.find(({ name }) => name === "Bug")!.id;
    const visitor = await visit(app, ada.email);
    const path = `${list}/selected/labels?tasks=${references.join(",")}`;
    const optionOf = (html: string) =>
      /<button[^>]*>/g[Symbol.match](html)!.find((one) => one.includes(bug))!;
    const before = optionOf((await visitor.get(path)).html);
    assert.match(before, /aria-selected="false" aria-checked="mixed"/);
    assert.match(before, /name="addLabel"/);
    const added = await change(visitor, references, { addLabel: bug });
    assert.equal(newsOf(added).text, "Label Bug added to 2 tasks. 1 already had the label.");
    const after = optionOf(added.html.slice(added.html.indexOf('hx-target="#menu"')));
    assert.match(after, /aria-selected="true"/);
    assert.match(after, /name="removeLabel"/);
    assert.doesNotMatch(after, /aria-checked/);
    const removed = await change(visitor, references, { removeLabel: bug });
    assert.equal(newsOf(removed).text, "Label Bug removed from 3 tasks");
  }));

Deno.test("the choice that clears a value counts the selected tasks without a value", () =>
  withApp({}, async (app, cast) => {
    const references = await three(cast, cast.ada);
    await planner(cast).patchTask(cast.ada, references[0]!, { deadlineAt: "2027-01-02" });
    const visitor = await visit(app, cast.ada.email);
    const path = `${list}/selected/deadline?tasks=${references.join(",")}`;
    const { html } = await visitor.get(path);
    assert.match(
      html,
      /aria-checked="mixed"(?:(?!<\/button>).)*No deadline(?:(?!<\/button>).)*2 of 3/s,
    );
  }));

Deno.test("a change of several tasks that changes nothing says so and offers no Undo", () =>
  withApp({}, async (app, cast) => {
    const references = await three(cast, cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await change(visitor, references, { status: "planned" });
    const again = await change(visitor, references, { status: "planned" });
    assert.match(newsOf(again).text, /^No changes/);
    assert.doesNotMatch(again.html, /data-undo/);
  }));

Deno.test("a message says how many selected tasks changed, and how many already had the value", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const [first, second, third] = await three(cast, ada) as [string, string, string];
    const visitor = await visit(app, ada.email);
    const said = async (tasks: string[], form: Record<string, string>) =>
      newsOf(await change(visitor, tasks, form)).text;
    const all = [first, second, third];
    await said([first], { status: "planned" });
    assert.equal(
      await said(all, { status: "planned" }),
      "Status of 2 tasks changed to Planned. 1 already had this value.",
    );
    await said([first, second], { act: "assignToMe" });
    assert.equal(
      await said(all, { act: "assignToMe" }),
      `${third} assigned to you. 2 were already assigned to you.`,
    );
    assert.equal(
      await said(all, { act: "assignToMe" }),
      "No changes: 3 tasks were already assigned to you",
    );
    const labels = parseJson((await planner(cast).run(ada, listTaskLabels, {})).records);
    const bug = labels.find(({ name }) => name === "Bug")!.id;
    await said([first], { addLabel: bug });
    assert.equal(
      await said(all, { addLabel: bug }),
      "Label Bug added to 2 tasks. 1 already had the label.",
    );
    const moved = newsOf(await change(visitor, [first], { teamId: teams.ppl })).selects!;
    assert.match(
      await said([moved, second, third], { teamId: teams.ppl }),
      /^2 tasks moved to People.*\. 1 was already there\.$/,
    );
  }));

Deno.test("a menu for several tasks says why some can't be changed, and who can change them", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const [first, second] = await three(cast, ada) as [string, string];
    const visitor = await visit(app, ada.email);
    await visitor.post(`${list}/${second}`, { act: "archive" });
    for (const menu of ["status", "actions"]) {
      const { html } = await visitor.part(
        "GET",
        `${list}/selected/${menu}?tasks=${first},${second}`,
        list,
      );
      assert.match(html, new RegExp(`${second}: This task is archived`));
      assert.doesNotMatch(html, /role="option"/);
      const rest = `${list}/selected/${menu}?tasks=${first}"`;
      assert.ok(
        html.includes(`href="${rest} data-menu="${menu}" data-leaves-out="${second}"`),
        html,
      );
    }
    const alone = await visitor.part("GET", `${list}/selected/status?tasks=${second}`, list);
    assert.doesNotMatch(alone.html, /data-leaves-out/);
    const none = await visitor.part("GET", `${list}/selected/status`, list);
    assert.match(none.html, /No tasks selected/);
  }));

Deno.test("a menu for several tasks opens for the visible ones, and the action's error names the hidden ones", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const [first, second, third] = await three(cast, ada) as [string, string, string];
    await planner(cast).patchTask(ada, second, { teamId: teams.ppl });
    const visitor = await visit(app, chidi.email);
    const tasks = [first, second, third];
    for (const menu of ["status", "project", "actions"]) {
      const path = `${list}/selected/${menu}?tasks=${tasks}`;
      const { status, html } = await visitor.part("GET", path, list);
      assert.equal(status, 200);
      assert.match(html, new RegExp(`of 3 tasks|on 3 tasks`));
      assert.match(
        html,
        new RegExp(`${second}: Task not found\. You might have lost access to the task`),
      );
      assert.ok(html.includes(`href="${list}/selected/${menu}?tasks=${first},${third}"`), html);
      assert.match(html, new RegExp(`Deselect ${second} and continue with the other 2`));
      assert.doesNotMatch(html, /Birch/);
      const none = await visitor.part("GET", `${list}/selected/${menu}?tasks=${second}`, list);
      assert.equal(none.status, 404);
    }
    const forms: Record<string, string>[] = [{ priority: "high" }, { projectId: "" }, {
      act: "follow",
    }];
    for (const form of forms) {
      const said = newsOf(await change(visitor, tasks, form));
      assert.equal(
        said.text,
        `No tasks were changed. ${second}: Task ${second} not found. ` +
          "Omit these tasks, or fix the problems first.",
      );
    }
  }));

Deno.test("Undo of following several tasks unfollows them, and undoing that follows them again", () =>
  withApp({}, async (app, cast) => {
    const tasks = await three(cast, cast.ada);
    const visitor = await visit(app, cast.chidi.email);
    let seen = await change(visitor, tasks, { act: "follow" });
    for (const act of ["unfollow", "follow"]) {
      const [, path, given] =
        /action="([^"]+follows[^"]+)"[\s\S]*?name="act" value="(\w+)"/.exec(seen.html) ?? [];
      assert.equal(given, act, seen.html);
      seen = await visitor.part("POST", path!, list, { act });
    }
    assert.match(newsOf(seen).text, /^Following 3 tasks/);
  }));

Deno.test("without JavaScript, a change of several tasks returns to their list from any menu", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const tasks = (await three(cast, ada)).join(",");
    const visitor = await visit(app, ada.email);
    const on = `${list}?teamId=${teams.eng}&status=backlogged&group=priority`;
    const { html } = await visitor.get(on);
    const chosenIn = /<input type="hidden" name="list" value="([^"]+)"/.exec(html)![1]!;
    const asked = new URLSearchParams({ tasks, list: chosenIn.replaceAll("&amp;", "&") });
    const at = `${list}/selected/actions?${asked}`;
    const actions = (await visitor.get(at)).html;
    const priority = decoded(/href="([^"]+\/priority\?[^"]+)"/.exec(actions)![1]!);
    const sent = async (from: string, form: Record<string, string>) => {
      const referer = new URL(from, testOrigin).href;
      const done = await visitor.post(`${list}/selected`, { tasks, ...form }, { referer });
      assert.equal(done.status, 303, done.html);
      return done.headers.get("location")!;
    };
    assert.equal(await sent(priority, { priority: "high" }), on);
    assert.equal(await sent(at, { act: "assignToMe" }), on);
    const plan = planner(cast);
    const [bug] = parseJson((await plan.run(ada, listTaskLabels, {})).records);
    const labels = await sent(at, { addLabel: bug!.id, list: on });
    assert.match(labels, /\/selected\/labels\?/);
    assert.equal(await sent(labels, { status: "planned" }), on);
    const inView = `${at.split("list=")[0]}list=${
      encodeURIComponent("/workspace/view/open?sort=createdAt")
    }`;
    assert.equal(await sent(inView, { priority: "low" }), "/workspace/view/open?sort=createdAt");
    const refused = await visitor.get(
      `${list}/selected/status?tasks=${tasks}&list=https://elsewhere.example/`,
    );
    assert.doesNotMatch(refused.html, /elsewhere/);
  }));

Deno.test("the message about an undo of several tasks names the field and their common value", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const references = await three(cast, ada);
    const visitor = await visit(app, ada.email);
    const undone = async (seen: Seen) =>
      await visitor.part("POST", undoOf(seen), list, { act: "undo" });
    await change(visitor, references.slice(1), { priority: "low" });
    const back = await undone(await change(visitor, references, { priority: "high" }));
    assert.equal(newsOf(back).text, "Undone: priority of 3 tasks");
    const again = await undone(back);
    assert.equal(newsOf(again).text, "Undone: priority of 3 tasks (now High)");
    const assigned = await change(visitor, references, { act: "assignToMe" });
    assert.equal(
      newsOf(await undone(assigned)).text,
      "Undone: assignee of 3 tasks (now none)",
    );
    const archived = await change(visitor, references, { act: "archive" });
    assert.equal(newsOf(await undone(archived)).text, "3 tasks restored");
  }));
