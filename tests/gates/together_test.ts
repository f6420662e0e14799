import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import project from "../../deno.json" with { type: "json" };
import { assertNone } from "../support/missing.ts";
import { repository } from "../support/source.ts";
import { isFull } from "../support/seeds.ts";
import { dayOf, shareOf, slowShareOf, thirdsOf } from "../support/share.ts";
import { allTestFiles, filesOf, isBroad, todays } from "../together/parts.ts";
import { overShare, stages } from "../together/stages.ts";

const isPart = (path: string) => path.startsWith("tests/together/");

/** Returns the errors in how the parts share the test files, each as `path: sentence`. */
function sharedWrongly(paths: string[]): string[] {
  const parts = paths.filter(isPart).map((path) => ({ path, runs: filesOf(path, paths) }));
  const times = (path: string) => parts.filter(({ runs }) => runs.includes(path)).length;
  return [
    ...paths.filter((path) => !isPart(path) && times(path) !== 1)
      .map((path) => `${path}: is run ${times(path)} times.`),
    ...parts.filter(({ runs }) => runs.length === 0).map(({ path }) => `${path}: runs nothing.`),
  ];
}

Deno.test("deno task ok and deno task test run every test file exactly once", async () => {
  const paths = await allTestFiles();
  assert.ok(paths.length > 100, `${paths.length} test files`);
  assertNone(
    sharedWrongly(paths),
    (sentence) => `${sentence} One part in tests/together is named after each folder of tests.`,
  );
  assert.deepEqual(project.test.include, ["tests/together/"]);
  assert.doesNotMatch(project.tasks.test, /tests\/(?!deno\.lock)/);
  const folders = paths.filter(isPart).map((path) => basename(dirname(path)));
  const stageless = folders.filter((folder) => stages.every(({ name }) => name !== folder));
  assert.deepEqual(stageless, [], "add the folder to the stages in tests/together/stages.ts");
});

Deno.test("a stage that exceeds its share of processor time is reported by name", () => {
  const taken = stages.map((stage) => ({ stage, clock: 1, processor: stage.share * 1000 }));
  const most = Math.max(...taken.map(({ processor }) => processor));
  const greedy = taken.map((one) => one.processor === most ? { ...one, processor: 9000 } : one);
  assert.deepEqual(overShare(stages.map((stage) => ({ stage, clock: 1, processor: 0 }))), []);
  assert.match(overShare(greedy).join(), /^The stage browser took \d+% .* its share is 75%\. /);
});

Deno.test("consecutive dates have consecutive day numbers, also at the end of a month and in leap years", () => {
  for (const [day, next] of [[20261130, 20261201], [20280228, 20280229], [20280229, 20280301]]) {
    assert.equal(dayOf(next!), dayOf(day!) + 1);
  }
});

Deno.test("nine consecutive days combine each third of files or slow rows with each third of rows", () => {
  for (const start of [0, 1, 20_789]) {
    const days = Array.from({ length: 9 }, (_none, index) => thirdsOf(start + index));
    assert.equal(new Set(days.map(({ files, rows }) => `${files} ${rows}`)).size, 9);
    assert.equal(new Set(days.map(({ slow, rows }) => `${slow} ${rows}`)).size, 9);
  }
});

Deno.test("the three turns of a day take each row of a long test once, with at least a third each", () => {
  for (const count of [1, 2, 3, 4, 28, 29, 30]) {
    const rows = Array.from({ length: count }, (_none, index) => index);
    for (const take of [shareOf<number>, slowShareOf<number>]) {
      const shares = [0, 1, 2].map((turn) => take(rows, turn));
      assert.deepEqual([...new Set(shares.flat())].sort((a, b) => a - b), rows);
      for (const share of shares) {
        assert.ok(share.length * 3 >= count, `${share.length} of ${count}`);
        assert.equal(new Set(share).size, share.length);
      }
    }
  }
});

Deno.test("any three consecutive days run every broad test file, and each day runs all others", async () => {
  const paths = (await allTestFiles()).filter((path) => !isPart(path));
  const days = [0, 1, 2].map((turn) => todays(paths, turn));
  const missing = paths.filter((path) => !days.some((day) => day.includes(path)));
  assertNone(missing, (path) => `${path} runs on no day. See todays() in tests/together/parts.ts.`);
  const notDaily = paths.filter((path) => !days.every((day) => day.includes(path)));
  assertNone(
    notDaily.filter((path) => !isBroad(path)),
    (path) => `${path} doesn't run daily. See todays() in tests/together/parts.ts.`,
  );
  assert.ok(isFull || notDaily.length > 0, "only some of the broad files run each day");
});

Deno.test("the files that split the tests into parts have no other content", async () => {
  for (const path of (await allTestFiles()).filter(isPart)) {
    const text = await Deno.readTextFile(`${repository}/${path}`);
    assert.equal(
      text,
      `import { runPart } from "../parts.ts";\n\nawait runPart(import.meta.url);\n`,
      basename(path),
    );
  }
});

Deno.test("a test file that is in no part, or in two parts, is reported by name", () => {
  const files = ["api/a_test.ts", "api/b_test.tsx", "web/c_test.ts", "serve_test.ts"];
  const shared = (...parts: string[]) =>
    sharedWrongly([...files, ...parts.map((part) => `together/quick/${part}_test.ts`)]
      .map((path) => `tests/${path}`));
  assert.deepEqual(shared("api_1_of_2", "api_2_of_2", "web", "serve"), []);
  assert.deepEqual(shared("api_1_of_2", "web", "serve"), ["tests/api/b_test.tsx: is run 0 times."]);
  assert.deepEqual(shared("api", "serve"), ["tests/web/c_test.ts: is run 0 times."]);
  assert.deepEqual(shared("api", "web"), ["tests/serve_test.ts: is run 0 times."]);
  assert.deepEqual(shared("api", "api_2_of_2", "web", "serve"), [
    "tests/api/b_test.tsx: is run 2 times.",
  ]);
  assert.deepEqual(shared("api", "web", "serve", "gates", "web_2_of_1"), [
    "tests/together/quick/gates_test.ts: runs nothing.",
    "tests/together/quick/web_2_of_1_test.ts: runs nothing.",
  ]);
  assert.throws(() => shared("api", "web", "serve", "The rest"), /doesn't say which tests it runs/);
});
