import assert from "node:assert/strict";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { sentence, sentences } from "../../views/tasks/sentences.tsx";
import { Formats } from "../../views/ui/formats.ts";
import { type PageClock, pageClock } from "../../views/ui/time.tsx";

const task = { id: "task_1", reference: "ENG-2", title: "Paint the fence", kind: "blocks" };
const change = (
  kind: Activity["kind"],
  from: unknown,
  to: unknown,
): [Activity["kind"], unknown, unknown, RegExp][] => [
  [kind, null, to, /Lighthouse/],
  [kind, from, null, /Harbour/],
];

const never = { undoneAt: null, undoableUntil: null };

/** What history may hold, and what of it must be told. */
const found: [kind: Activity["kind"], from: unknown, to: unknown, words: RegExp][] = [
  ["task.created", undefined, undefined, /^created the task$/],
  ["task.imported", undefined, { source: "Linear", key: "LIN-1" }, /LIN-1.*Linear/],
  ["task.drafted", undefined, undefined, /^created a draft$/],
  ["task.published", undefined, undefined, /^published the task$/],
  ["task.archived", undefined, undefined, /^archived the task$/],
  ["task.discarded", undefined, undefined, /^discarded the draft$/],
  ["task.restored", undefined, undefined, /^restored the task$/],
  ["task.placed", undefined, undefined, /manual order/],
  ["task.title_changed", "Old", "New", /Old.*New/],
  ["task.description_changed", undefined, undefined, /description/],
  ["task.status_changed", "planned", "progressed", /Planned.*In progress/],
  ["task.state_changed", { name: "Review" }, { name: "Testing" }, /Review.*Testing/],
  ["task.priority_changed", "low", "urgent", /Low.*Urgent/],
  ["task.assigned", null, { name: "Bao" }, /assigned the task to .*Bao/],
  ["task.assigned", { name: "Bao" }, null, /unassigned .*Bao/],
  ["task.labels_changed", ["Bug"], ["Docs"], /added the label .*Docs.* removed the label .*Bug/],
  ["task.deadline_changed", null, "2026-12-03", /3 Dec/],
  ["task.deadline_changed", "2026-12-03", null, /removed the deadline/],
  ["task.parent_changed", null, task, /sub-task of .*Paint the fence/],
  ["task.parent_changed", task, null, /from its parent .*Paint the fence/],
  ...change("task.project_changed", { name: "Harbour" }, { name: "Lighthouse" }),
  ...change("task.milestone_changed", { name: "Harbour" }, { name: "Lighthouse" }),
  ["task.moved", { name: "Engineering" }, { name: "Support" }, /Engineering.*Support/],
  ["task.comment_deleted", { author: { name: "Bao" } }, undefined, /comment by .*Bao/],
  ["task.comment_restored", undefined, { author: { name: "Bao" } }, /restored .*Bao/],
  ["task.resource_added", undefined, { title: "Plan" }, /added the link .*Plan/],
  ["task.resource_changed", { title: "Draft" }, { title: "Plan" }, /changed the link .*Plan/],
  ["task.resource_removed", { title: "Plan" }, undefined, /removed the link .*Plan/],
  ["task.relation_added", undefined, task, /blocks .*ENG-2.*Paint the fence/],
  [
    "task.approval_requested",
    undefined,
    { approver: { name: "Bao" } },
    /requested approval from .*Bao/,
  ],
  ["task.approved", undefined, { requester: { name: "Scout" } }, /approved .*Scout.* request/],
  ["task.declined", undefined, { requester: { name: "Scout" } }, /declined .*Scout.* request/],
  ["task.approval_withdrawn", { approver: { name: "Bao" } }, undefined, /withdrew .*Bao/],
  [
    "task.approval_reopened",
    undefined,
    { approver: { name: "Bao" } },
    /requested approval from .*Bao.* again/,
  ],
  ["task.relation_removed", task, undefined, /removed a relation: blocks .*ENG-2/],
];

Deno.test("every sentence about a change names the old and the new value", async () => {
  const clock = pageClock(new Formats(), new Date("2026-03-12T10:00:00Z"), "UTC");
  for (const [kind, from, to, words] of found) {
    const source = "web" as const;
    const activity = {
      id: "act_1",
      kind,
      actor: null,
      interface: source,
      data: { from, to },
      createdAt: "",
      ...never,
    };
    const text = String(await <>{sentence(activity, clock)}</>).replace(/<[^>]+>/g, "");
    assert.match(text, words, kind);
  }
  assert.deepEqual(
    Object.keys(sentences).filter((kind) => !found.some(([one]) => one === kind)),
    [],
  );
});

Deno.test("an error of the page is thrown, but unexpected activity data isn't an error", () => {
  const kind = "task.deadline_changed" as const;
  const entry = {
    id: "act_1",
    kind,
    actor: null,
    interface: "web" as const,
    createdAt: "",
    ...never,
  };
  const noClock = {} as PageClock;
  const due = { ...entry, data: { from: null, to: "2026-12-03" } };
  assert.throws(() => sentence(due, noClock), TypeError);
  assert.equal(sentence({ ...due, data: { from: null, to: "soon" } }, noClock), "changed the task");
});

Deno.test("activity with unexpected data still gets a sentence", async () => {
  const clock = pageClock(new Formats(), new Date("2026-03-12T10:00:00Z"), "UTC");
  const odd: unknown[] = ["yesterday", 7, null, undefined, {}, [], [null], { name: {} }];
  const broken: string[] = [];
  for (const kind of Object.keys(sentences) as Activity["kind"][]) {
    for (const from of odd) {
      for (const to of odd) {
        const activity = {
          id: "act_1",
          kind,
          actor: null,
          interface: "web" as const,
          createdAt: "",
          ...never,
        };
        await Promise.resolve().then(async () =>
          String(await <>{sentence({ ...activity, data: { from, to } }, clock)}</>)
        ).catch((error) => broken.push(`${kind} ${JSON.stringify({ from, to })}: ${error}`));
      }
    }
  }
  assert.deepEqual(broken.slice(0, 20), []);
});
