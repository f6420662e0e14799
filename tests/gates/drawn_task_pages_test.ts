import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { addRelation } from "../../server/domain/relations/add.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { unfollowTask } from "../../server/domain/tasks/follow.ts";
import { archiveTeam, restoreTeam } from "../../server/domain/teams/archive.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { updateWorkspace } from "../../server/domain/workspaces/update.ts";
import { DrawnHtml } from "../../views/drawn_html.ts";
import { PageMemory } from "../../views/page_memory.ts";
import { Formats } from "../../views/ui/formats.ts";
import { ago, pageClock } from "../../views/ui/time.tsx";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit, type Visitor } from "../support/visitor.ts";
import type { Span } from "../support/world.ts";

const path = "/workspace/tasks/ENG-1";
/** Other variants of the page. */
const queries = ["?edit=title", "?comment=none", "?comments=200"];

/** Returns a page's main part, or only the reason if it is an error page. */
async function mainOf(visitor: Visitor, query: string): Promise<string> {
  const { status, html } = await visitor.get(path + query);
  return status === 200 ? /<main.*<\/main>/s.exec(html)![0] : `${status}`;
}

/** Returns the page as shown, and as rendered without a cache. */
async function bothOf(memory: PageMemory, visitor: Visitor, query: string) {
  const shown = await mainOf(visitor, query);
  const kept = { ...memory };
  Object.assign(memory, new PageMemory());
  const drawn = await mainOf(visitor, query);
  Object.assign(memory, kept);
  return { shown, drawn };
}

/** A cache that counts its hits. */
function countingMemory() {
  const memory = new PageMemory();
  const given = { count: 0 };
  const { tasks } = memory;
  const get = tasks.get.bind(tasks);
  tasks.get = (...asked) => {
    const html = get(...asked);
    if (html !== undefined) given.count++;
    return html;
  };
  return { memory, given };
}

Deno.test("a cached task page always equals a newly rendered one, for every viewer and after every change", () => {
  const { memory, given } = countingMemory();
  return withApp({ memory }, async (app, cast) => {
    const { run, project, patch, patchTask } = planner(cast);
    const { ada, bao, chidi, dina, esra, teams, world } = cast;
    const plan = await project(ada, { name: "Relaunch", teamIds: ["PPL", "ENG"] });
    const { id: taskId } = await cast.task(ada, { description: "Ask @dina." });
    const child = await cast.task(ada, { parentId: taskId, assigneeId: chidi.member.profile.id });
    const secret = await cast.task(dina, { teamId: teams.ppl });
    const people = [ada, bao, chidi, dina, esra];
    const visitors: Visitor[] = [];
    for (const { email } of people) visitors.push(await visit(app, email));
    const { id: commentId } = await run(chidi, createComment, {
      taskId,
      body: "@ada and @dina, look.",
    });

    const team = (patch: object) => () => run(ada, updateTeam, { teamId: teams.eng, patch });
    const roleOfChidi = (role: string) => () =>
      run(ada, putTeamMember, { teamId: teams.eng, profileId: chidi.member.profile.id, role });
    const profile = (patch: object) => () => run(dina, updateProfile, { patch });
    const manager = (role: string) => () =>
      run(ada, updateMember, { profileId: esra.member.profile.id, patch: { role } });
    const zone = (timeZone: string) => () => run(ada, updateWorkspace, { patch: { timeZone } });
    const task = (patch: Record<string, unknown>) => () => patchTask(ada, taskId, patch);
    const later = (by: Span) => () => world.clock.advance(by);
    const changes: Record<string, () => unknown> = {
      nothing: () => {},
      comment: () => run(esra, createComment, { taskId, body: "Fine by **me**." }),
      "comment gone": () => run(chidi, deleteComment, { taskId, commentId }),
      "team's name": team({ name: "Builders" }),
      "team's key": team({ key: "DEV" }),
      "team's key again": team({ key: "ENG" }),
      "somebody's username": profile({ username: "dana" }),
      "and back": profile({ username: "dina" }),
      "a private team, whose mentions call others": team({ private: true }),
      "an open team": team({ private: false }),
      "a commentator": roleOfChidi("commentator"),
      "a member again": roleOfChidi("member"),
      "a manager": manager("admin"),
      "no manager": manager("member"),
      "the child's status": () => patchTask(ada, child.id, { status: "completed" }),
      "the child's title": () => patchTask(ada, child.id, { title: "Paint it" }),
      project: task({ projectId: plan.id }),
      "a project that few see": () => patch(ada, plan.id, { teamIds: ["PPL"] }),
      "a hidden parent": () => patchTask(bao, taskId, { parentId: secret.id }),
      "a hidden relation": () =>
        run(bao, addRelation, { taskId, kind: "blocks", otherId: secret.id }),
      deadline: task({ deadlineAt: "2026-05-02" }),
      approval: () =>
        run(chidi, createApproval, {
          taskId,
          approverId: ada.member.profile.id,
          body: "Green paint",
        }),
      "archived": () => run(ada, archiveTask, { taskId }),
      "restored": () => run(ada, restoreTask, { taskId }),
      "done": task({ status: "completed" }),
      "team archived": () => run(ada, archiveTeam, { teamId: teams.eng }),
      "team restored": () => run(ada, restoreTeam, { teamId: teams.eng }),
      "not done": task({ status: "planned" }),
      "20 seconds": later({ seconds: 20 }),
      "40 more": later({ seconds: 40 }),
      "half an hour": later({ minutes: 30 }),
      "a wrong clock put right": () => world.clock.setBack({ minutes: 29 }),
      "half a day": later({ hours: 12, minutes: 29 }),
      "far west": zone("Pacific/Honolulu"),
      "far east": zone("Pacific/Kiritimati"),
      "the next day": later({ days: 1 }),
      "six more": later({ days: 6 }),
      "nobody hears of it": () => run(dina, unfollowTask, { taskId }),
      "one who was called has left": () =>
        run(ada, removeMember, { profileId: dina.member.profile.id }),
      "six weeks": later({ days: 40 }),
      "its day is over": later({ days: 7 }),
    };
    for (const [change, make] of Object.entries(changes)) {
      await make();
      for (const [n, visitor] of visitors.entries()) {
        for (const query of n === 0 ? ["", ...queries] : [""]) {
          const { shown, drawn } = await bothOf(memory, visitor, query);
          const where = `${change}, ${people[n]!.email} ${query}`;
          assert.equal(shown, drawn, where);
        }
      }
    }
    assert.match(await mainOf(visitors[0]!, ""), /overdue/);
    assert.ok(given.count > 20, `shown again ${given.count} times`);
  });
});

Deno.test("a page of earlier activity shows the current names", () => {
  const { memory } = countingMemory();
  return withApp({ memory }, async (app, cast) => {
    const { run } = planner(cast);
    const { ada, esra } = cast;
    const { id: taskId } = await cast.task(ada);
    await run(esra, createComment, { taskId, body: "First." });
    await run(esra, unfollowTask, { taskId });
    for (let n = 0; n < 200; n++) await run(ada, createComment, { taskId, body: `And ${n}.` });
    const visitor = await visit(app, ada.email);
    const query = "?comments=300&history=400";
    assert.match(await mainOf(visitor, query), /Esra Yılmaz/);
    await run(esra, updateProfile, { patch: { name: "Esra Kaya" } });
    assert.doesNotMatch(await mainOf(visitor, query), /Esra Yılmaz/);
  });
});

Deno.test("a relative time stays the same until the time that its page states", () => {
  const formats = new Formats();
  const at = "2026-03-12T10:00:00.000Z";
  const found = (now: number) => {
    const clock = pageClock(formats, new Date(now), "UTC");
    return { words: ago(at, clock), until: clock.until };
  };
  const words: string[] = [];
  let now = Date.parse(at) - 1;
  while (now < Infinity) {
    const { words: before, until } = found(now);
    words.push(before);
    if (until === Infinity) break;
    assert.ok(until > now);
    assert.equal(found(until - 1).words, before);
    now = until;
  }
  const minutes = Array.from({ length: 59 }, (_none, n) => `${n + 1} min ago`);
  const hours = Array.from({ length: 23 }, (_none, n) => `${n + 1} h ago`);
  const days = Array.from({ length: 6 }, (_none, n) => `${n + 1} d ago`);
  const all = ["just now", "just now", ...minutes, ...hours, ...days, "12 Mar"];
  assert.deepEqual(words, all);
});

Deno.test("HTML that is valid for a period isn't cached beyond it", () => {
  const kept = new DrawnHtml(100);
  kept.keep("a", "1", 10, 20);
  assert.deepEqual([9, 10, 19, 20].map((at) => kept.get("a", at)), [
    undefined,
    "1",
    "1",
    undefined,
  ]);
  kept.keep("a", "2", 20, 30);
  assert.deepEqual([19, 20].map((at) => kept.get("a", at)), [undefined, "2"]);
});
