import assert from "node:assert/strict";
import { perform } from "../../../server/domain/core/operation.ts";
import { ruleOf } from "../../../cli/operator/transfer/field_rules.ts";
import { deleteComment } from "../../../server/domain/comments/delete.ts";
import { archiveTask } from "../../../server/domain/tasks/archive.ts";
import { type Cast, withCast, withEverybody } from "../../support/cast.ts";
import { createWorld } from "../../support/world.ts";
import { bring, broughtBy, counts, madeOf, relationsOf } from "../support/foreign.ts";

const inWorld = (test: (cast: Cast) => Promise<void>) => () =>
  withCast(createWorld(withEverybody()), test);

const issue = (number: number, more: object = {}) => ({
  number,
  title: `Issue ${number}`,
  state: "OPEN",
  url: `https://github.com/acme/harbour/issues/${number}`,
  createdAt: "2024-02-10T13:45:00Z",
  ...more,
});
const said = (body: string, at: string, id?: string) => ({
  ...(id && { id }),
  author: { login: "stranger" },
  body,
  createdAt: at,
});
const list = (...issues: object[]) => JSON.stringify(issues);

async function bodiesOf(cast: Cast, key: string): Promise<string[]> {
  const task = (await broughtBy(cast)).get(key)!;
  return task.comments.map(({ body }) => body.replace(/^\*\*stranger[\s\S]*:\n\n/, ""));
}

Deno.test(
  "a second import adds new comments and duplicates nothing",
  inWorld(async (cast) => {
    const at = "2024-02-11T09:30:00Z";
    const first = [said("+1", at), said("+1", at), said("One", at, "IC_1"), said("Two", at)];
    await bring(cast, list(issue(1, { comments: first })), { from: "github" });
    const key = "acme/harbour#1";
    assert.deepEqual((await bodiesOf(cast, key)).sort(), ["+1", "+1", "One", "Two"]);
    const before = (await broughtBy(cast)).get(key)!;
    const { world, ada } = cast;
    const [, , , two] = before.comments;
    await perform(world.services, ada.member, deleteComment, {
      taskId: before.id,
      commentId: two!.id,
    });
    const left = (await bodiesOf(cast, key)).length;
    // A comment that was changed in the other tool has its ID, or is a different one
    const more = [...first.with(2, said("One!", at, "IC_1")), said("+1", at), said("Three", at)];
    const file = list(issue(1, { comments: more }), issue(2, { comments: [said("New", at)] }));
    const counted = await counts(cast);
    const tried = await bring(cast, file, { from: "github", dryRun: true });
    assert.deepEqual(await counts(cast), counted);
    const again = await bring(cast, file, { from: "github" });
    assert.deepEqual({ ...tried, dryRun: false }, again);
    assert.deepEqual(again.made, madeOf({ tasks: 1, comments: 3 }));
    assert.deepEqual([again.here, again.commentedOn], [1, 1]);
    assert.equal((await bodiesOf(cast, key)).length, left + 2);
    const after = (await broughtBy(cast)).get(key)!;
    assert.ok(after.version > before.version);
    assert.equal((await counts(cast)).notifications, counted.notifications);
    const third = await bring(cast, file, { from: "github" });
    assert.deepEqual([third.made, third.commentedOn], [madeOf({}), 0]);
  }),
);

Deno.test(
  "a second import recognizes its records after people, time zone, and names have changed in the workspace",
  inWorld(async (cast) => {
    const jira = (comments: string[]) =>
      `Summary,Issue key,Status${",Comment".repeat(comments.length)}\n` +
      `Mend,HAR-1,Open${comments.map((one) => `,${one}`).join("")}\n`;
    const comments = ["11/Feb/24 9:30 AM;z;Me too", "11/Feb/24 9:30 AM;z;Me too", "Undated"];
    await bring(cast, jira(comments), { from: "jira" });
    await cast.world.database.write((tx) =>
      tx.updateTable("workspaces").set({ time_zone: "Asia/Tokyo" }).execute()
    );
    const person = ["z=esra@example.com"];
    const again = await bring(cast, jira([...comments, "12/Feb/24 9:30 AM;z;Done"]), {
      from: "jira",
      person,
    });
    assert.deepEqual(again.made, madeOf({ comments: 1 }));
    const { comments: all } = (await broughtBy(cast)).get("HAR-1")!;
    assert.equal(all.length, 4);
    assert.equal(all.find(({ body }) => body === "Done")?.author.name, "Esra Yılmaz");
  }),
);

Deno.test(
  "new tasks are related to existing tasks, and existing relations don't change",
  inWorld(async (cast) => {
    const by = (...numbers: number[]) => ({
      blockedBy: { nodes: numbers.map((number) => ({ number, url: issue(number).url })) },
    });
    await bring(cast, list(issue(1), issue(2, by(1)), issue(3)), { from: "github" });
    const [one, two] = ["#1", "#2"].map((name) => `acme/harbour${name}`);
    const before = (await broughtBy(cast)).get(two!)!;
    const file = list(issue(1, by(4)), issue(2), issue(3, by(2)), issue(4, by(2)), issue(5, by(3)));
    const again = await bring(cast, file, { from: "github" });
    // 1 blocks 2, which would block 4, which would block 1
    assert.deepEqual(
      again.leftOut.map(({ what, of }) => [what, of]),
      [["Blocks", ["acme/harbour#4"]], ["Blocked by", ["acme/harbour#4"]]],
    );
    assert.deepEqual(await relationsOf(cast), {
      [one!]: ["blocks acme/harbour#2"],
      [two!]: ["blockedBy acme/harbour#1"],
      "acme/harbour#3": ["blocks acme/harbour#5"],
      "acme/harbour#4": [],
      "acme/harbour#5": ["blockedBy acme/harbour#3"],
    });
    const tasks = await broughtBy(cast);
    assert.equal(tasks.get(two!)!.version, before.version);
    const told = tasks.get("acme/harbour#3")!.activity.map(({ kind }) => kind);
    assert.deepEqual(told.toSorted(), ["task.imported", "task.relation_added"]);
  }),
);

Deno.test(
  "a second import adds neither comments nor relations to archived tasks",
  inWorld(async (cast) => {
    await bring(cast, list(issue(1)), { from: "github" });
    const [task] = (await broughtBy(cast)).values();
    await perform(cast.world.services, cast.ada.member, archiveTask, {
      taskId: task!.id,
    });
    const at = "2024-02-11T09:30:00Z";
    const blocking = { nodes: [{ number: 1, url: issue(1).url }] };
    const blockedBy = { nodes: [{ number: 3, url: issue(3).url }] };
    const file = list(
      issue(1, { comments: [said("New", at)], blockedBy }),
      issue(2, { blocking }),
      issue(3),
    );
    const again = await bring(cast, file, { from: "github" });
    assert.deepEqual(again.made, madeOf({ tasks: 2 }));
    assert.deepEqual(
      again.leftOut.map(({ what, of }) => [what, of]).toSorted(),
      [["Blocks", ["acme/harbour#2", "acme/harbour#3"]], ["New comments", [
        "acme/harbour#1",
      ]]],
    );
  }),
);

Deno.test(
  "a comment is recognized even if the file now names its author, and with any ID",
  inWorld(async (cast) => {
    const head = "Summary,Issue key,Status,Reporter,Reporter Id,Comment\n";
    const one = "Mend,HAR-1,Open,,,11/Feb/24 9:30 AM;557058:ab;Me too\n";
    await bring(cast, head + one, { from: "jira" });
    const two = "Oil,HAR-2,Open,Esra Stranger,557058:ab,\n";
    assert.deepEqual(
      (await bring(cast, head + one + two, { from: "jira" })).made,
      madeOf({ tasks: 1 }),
    );
    const at = "2024-02-11T09:30:00Z";
    const long = "x".repeat(300);
    const ids = ["a", "a", "a:2", `${long}1`, `${long}2`, " \n", "\u200b"];
    const comments = ids.map((id, n) => said(`Said ${n}`, at, id));
    const file = list(issue(1, { comments }));
    const first = await bring(cast, file, { from: "github" });
    assert.equal(first.made.comments, ids.length);
    assert.deepEqual((await bring(cast, file, { from: "github" })).made, madeOf({}));
  }),
);

Deno.test(
  "an ID is stored in a form that exports can contain, and is found despite invisible characters",
  inWorld(async (cast) => {
    const ids = ["a  b", "x\ny", "z\u200bz", "tab\tid", "c\u0007d"];
    const rows = ids.map((id, n) => `"${id}",T${n},"${ids[n - 1] ?? ""}"`);
    const csv = `id,title,parent\n${rows.join("\n")}\n`;
    const first = await bring(cast, csv, { from: "csv" });
    assert.deepEqual([first.made.tasks, first.leftOut], [ids.length, []]);
    assert.deepEqual((await bring(cast, csv, { from: "csv" })).made, madeOf({}));
    const kept = await cast.world.database.read.selectFrom("imported_tasks").selectAll().execute();
    for (const { foreign_key: key } of kept) {
      assert.equal(ruleOf("imported_tasks", "foreign_key", {}).parse(key), key);
    }
  }),
);
