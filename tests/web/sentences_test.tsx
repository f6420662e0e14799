import assert from "node:assert/strict";
import { sentence, sentences, toldByComments } from "../../views/tasks/sentences.tsx";
import { readSources, withoutComments } from "../support/source.ts";

/** Kinds that are put together when they are recorded, and what they can become. */
const composed: Record<string, string[]> = {
  "task.relation_${change}": ["task.relation_added", "task.relation_removed"],
  "task.${decision}": ["task.approved", "task.declined"],
};

/** Every kind of activity that the domain writes down, as its sources spell it. */
async function recordedKinds(): Promise<string[]> {
  const domain = (await readSources([".ts"])).filter(({ path }) =>
    path.startsWith("server/domain/")
  );
  // The palette's commands have names of that form too; they run operations, and record nothing themselves.
  const commands = domain.filter(({ path }) => path.startsWith("server/palette/"));
  assert.ok(commands.every(({ text }) => !text.includes("recordActivity")));
  const recording = domain.filter((source) => !commands.includes(source));
  const spelled = recording.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(/["`](task\.[^"`\n]+)["`]/g)].map((match) => match[1]!)
  );
  return [...new Set(spelled.flatMap((kind) => composed[kind] ?? [kind]))].sort();
}

const task = { id: "task_1", reference: "ENG-2", title: "Paint the fence", kind: "blocks" };
const change = (kind: string, from: unknown, to: unknown): [string, unknown, unknown, RegExp][] => [
  [kind, null, to, /Lighthouse/],
  [kind, from, null, /Harbour/],
];

/** What history may hold, and what of it must be told. */
const told: [kind: string, from: unknown, to: unknown, words: RegExp][] = [
  ["task.created", undefined, undefined, /^created the task$/],
  ["task.drafted", undefined, undefined, /^began a draft$/],
  ["task.published", undefined, undefined, /^published the task$/],
  ["task.archived", undefined, undefined, /^archived the task$/],
  ["task.discarded", undefined, undefined, /^discarded the draft$/],
  ["task.restored", undefined, undefined, /^restored the task$/],
  ["task.title_changed", "Old", "New", /Old.*New/],
  ["task.description_changed", undefined, undefined, /description/],
  ["task.status_changed", "planned", "progressed", /Planned.*In progress/],
  ["task.state_changed", { name: "Review" }, { name: "Testing" }, /Review.*Testing/],
  ["task.priority_changed", "low", "urgent", /Low.*Urgent/],
  ["task.assigned", null, { name: "Bao" }, /assigned it to .*Bao/],
  ["task.assigned", { name: "Bao" }, null, /took it from .*Bao/],
  ["task.labels_changed", ["Bug"], ["Docs"], /added the label .*Docs.* removed the label .*Bug/],
  ["task.deadline_changed", null, "2026-12-03", /3 Dec/],
  ["task.deadline_changed", "2026-12-03", null, /removed the deadline/],
  ["task.parent_changed", null, task, /below .*Paint the fence/],
  ["task.parent_changed", task, null, /out of .*Paint the fence/],
  ...change("task.project_changed", { name: "Harbour" }, { name: "Lighthouse" }),
  ...change("task.milestone_changed", { name: "Harbour" }, { name: "Lighthouse" }),
  ["task.moved", { name: "Engineering" }, { name: "Support" }, /Engineering.*Support/],
  ["task.comment_deleted", { author: { name: "Bao" } }, undefined, /comment of .*Bao/],
  ["task.resource_added", undefined, { title: "Plan" }, /added the link .*Plan/],
  ["task.resource_changed", { title: "Draft" }, { title: "Plan" }, /changed the link .*Plan/],
  ["task.resource_removed", { title: "Plan" }, undefined, /removed the link .*Plan/],
  ["task.relation_added", undefined, task, /blocks .*ENG-2.*Paint the fence/],
  ["task.approval_requested", undefined, { approver: { name: "Bao" } }, /asked .*Bao.* to approve/],
  ["task.approved", undefined, { asker: { name: "Scout" } }, /approved what .*Scout/],
  ["task.declined", undefined, { asker: { name: "Scout" } }, /declined what .*Scout/],
  ["task.approval_withdrawn", { approver: { name: "Bao" } }, undefined, /withdrew what .*Bao/],
  ["task.relation_removed", task, undefined, /no longer blocks .*ENG-2/],
];

Deno.test("every kind of activity that the domain records on tasks has a sentence", async () => {
  const recorded = await recordedKinds();
  assert.ok(recorded.length > 20, recorded.join(", "));
  const silent = recorded.filter((kind) => !toldByComments.has(kind) && !(kind in sentences));
  assert.deepEqual(silent, []);
});

Deno.test("every sentence says what it was and what it is", async () => {
  const reading = { now: new Date("2026-03-12T10:00:00Z"), timeZone: "UTC" };
  for (const [kind, from, to, words] of told) {
    const door = "web" as const;
    const activity = { id: "act_1", kind, actor: null, door, data: { from, to }, createdAt: "" };
    const text = String(await <>{sentence(activity, reading)}</>).replace(/<[^>]+>/g, "");
    assert.match(text, words, kind);
  }
  assert.deepEqual(
    Object.keys(sentences).filter((kind) => !told.some(([one]) => one === kind)),
    [],
  );
});
