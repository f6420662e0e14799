import assert from "node:assert/strict";
import { Failure } from "../../../cli/failure.ts";
import type { Program } from "../../../cli/operator/foreign/task.ts";
import { type Cast, withCast, withEverybody } from "../../support/cast.ts";
import { driving, hostileProse } from "../../support/hostile_text/texts.ts";
import { seedsOf } from "../../support/seeds.ts";
import { chanceFrom } from "../../../cli/operator/demo/chance.ts";
import { createWorld } from "../../support/world.ts";
import { github, jira, linear, planeCsv, planeJson, trello } from "../support/exports.ts";
import { bring, broughtBy, counts } from "../support/foreign.ts";

const whole: readonly (readonly [Program, string])[] = [
  ["linear", linear],
  ["github", github],
  ["jira", jira],
  ["trello", trello],
  ["plane", planeCsv],
  ["plane", planeJson],
  ["csv", "id,title,parent,status\n1,A,,Done\n2,B,1,Weird\n3,C,2,\n"],
];

/** Ways in which files get damaged. */
const harms: Record<string, (text: string, at: number) => string | Uint8Array> = {
  "cut off": (text, at) => text.slice(0, Math.floor(text.length * at)),
  "with bytes that are no UTF-8": (text) =>
    new Uint8Array([...new TextEncoder().encode(text), 0xc3]),
  "with hostile text": (text) =>
    text.replaceAll("Mend the gate", JSON.stringify(hostile).slice(1, -1).replaceAll('\\"', "'")),
  "with noise in it": (text, at) => {
    const place = Math.floor(text.length * at);
    return text.slice(0, place) + '"{[\u0000\u202e,\n' + text.slice(place);
  },
  "twice over": (text) => text + text,
  "with dates of nowhere": (text) => text.replace(/20(\d\d)-(\d\d)-(\d\d)/g, "99$1-$3-$2"),
  "in another zone": (text) => text.replaceAll("00.000Z", "00.000-11:30"),
  "of another program": () => '{"format":"other","records":[1,2,3]}',
  "with a long title": (text) => text.replaceAll("Mend the gate", "Long ".repeat(800)),
  "with a line's ends changed": (text) => text.replaceAll("\n", "\r\n"),
};
const hostile = `${hostileProse}${driving}`.replaceAll(/["\n\r]/g, " ");

/** Imports a possibly damaged file. Expects either a complete import, or an error and no changes. */
async function tryOne(cast: Cast, from: Program, file: string | Uint8Array, name: string) {
  const before = await counts(cast);
  try {
    const report = await bring(cast, file, { from });
    assert.equal(report.made.tasks + report.here, report.read, name);
    assert.equal((await counts(cast)).tasks, before.tasks! + report.made.tasks, name);
    return true;
  } catch (error) {
    assert.ok(error instanceof Failure, `${name}: ${(error as Error).stack}`);
    assert.match(error.message, /^[A-Z][\s\S]*\.$/, name);
    assert.ok(error.message.length < 500, `${name}: ${error.message}`);
    assert.deepEqual(await counts(cast), before, name);
    return false;
  }
}

for (const seed of seedsOf(14)) {
  Deno.test(`each of a hundred damaged files is imported completely or not at all (seed ${seed})`, () =>
    withCast(createWorld(withEverybody()), async (cast) => {
      const chance = chanceFrom(seed);
      const draw = () => chance.next();
      let tried = 0;
      let came = 0;
      for (const [from, text] of whole) {
        for (const [harm, harmed] of Object.entries(harms)) {
          const times = /cut|noise/.test(harm) ? 4 : 1;
          for (let n = 0; n < times; n++) {
            const at = draw();
            tried++;
            if (await tryOne(cast, from, harmed(text, at), `${from} ${harm} at ${at}`)) came++;
          }
        }
      }
      assert.ok(tried >= 100 && came > 15 && came < tried - 30, `${came} of ${tried} came in`);
    }));
}

Deno.test("a file that isn't an export is reported", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const bytes = (...all: number[]) => new Uint8Array(all);
    const files: [file: string | Uint8Array, from: Program, words: RegExp][] = [
      ["", "csv", /is empty/],
      ["  \n ", "linear", /is empty/],
      ["just a line\n", "csv", /isn't CSV/],
      ["id,title\n", "csv", /only a header row/],
      ["id,title\n1,A\n1,B\n", "csv", /Row 2 and Row 3 have the same ID, 1\./],
      ["id,title\n1,A,more\n", "csv", /Line 2 has a different number of columns/],
      ['id,title\n1,"A\n', "csv", /Line 2 ends inside.*incomplete/],
      [
        "id,title\n1,A\n",
        "linear",
        /isn't an export from Linear\. The file has no column Status, Created/,
      ],
      ["id,title\n1,A\n", "github", /isn't JSON from GitHub\./],
      ['[{"number":1', "github", /incomplete/],
      ['[{"number":1,"title":"A","state":"OPEN"}]', "github", /no url/],
      ["[]", "github", /a list of GitHub issues/],
      ["{}", "trello", /isn't a board from Trello: it has no valid "name"\./],
      [`id,title\n${"x".repeat(400)},A\n`, "csv", /Row 2 has an ID of more than 300/],
      [bytes(0x50, 0x4b, 3, 4), "jira", /ZIP archive or a spreadsheet/],
      [bytes(0x1f, 0x8b, 8), "csv", /compressed with gzip/],
      [
        bytes(0x69, 0, 0x64, 0, 0x2c, 0),
        "csv",
        /UTF-16 without a byte order mark\. Save it as UTF-8/,
      ],
      [bytes(0x69, 0x64, 0x2c, 0xe4, 0x0a), "csv", /not UTF-8/],
    ];
    const before = await counts(cast);
    for (const [file, from, words] of files) {
      await assert.rejects(() => bring(cast, file, { from }), (error: Error) => {
        assert.ok(error instanceof Failure, String(error.stack));
        assert.match(error.message, words);
        assert.match(error.message, /Nothing was imported\.$/);
        return true;
      });
    }
    assert.deepEqual(await counts(cast), before);
  }));

Deno.test("overlong texts are kept completely, and tasks in circles are imported without these relations", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const title = "Long ".repeat(800).trim();
    const told = "wörd ".repeat(40_000);
    const said = "said ".repeat(6_000);
    const file = `id,title,description,parent,comment,labels,created\n` +
      `1,${title},${told},3,${said},${
        "l".repeat(90)
      },2099-01-01\n2,B,,1,,,\n3,C,,2,,,\n4,D,,1,,,\n`;
    const report = await bring(cast, file, { from: "csv" });
    const tasks = await broughtBy(cast);
    const [long, b, , d] = ["1", "2", "3", "4"].map((key) => tasks.get(key)!);
    assert.ok(long!.title.length <= 512 && long!.title.endsWith("…"));
    assert.ok(long!.description!.startsWith(title));
    assert.ok(long!.description!.length <= 100_000);
    const all = long!.description! + long!.comments.map(({ body }) => body).join("");
    assert.equal(all.match(/wörd/g)!.length, 40_000);
    assert.equal(all.match(/said/g)!.length, 6_000);
    assert.ok(long!.comments.every(({ body }) => body.length <= 20_000));
    assert.equal(long!.createdAt, cast.world.clock.now().toISOString());
    assert.deepEqual([long!.parent, b!.parent, d!.parent?.id], [null, null, long!.id]);
    assert.equal(long!.labels[0]!.name.length, 80);
    const left = report.leftOut.map(({ what, times }) => `${what} ${times}`).sort();
    assert.deepEqual(left, ["Label 1", "Long description 1", "Long title 1", "Parent 3"]);
  }));

Deno.test("a chain of parents through the whole file is imported quickly", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const rows = Array.from({ length: 300 }, (_, n) => `${n},Task ${n},${n + 1}`);
    const file = `id,title,parent\n${rows.join("\n")}\n`;
    const report = await bring(cast, file, { from: "csv" });
    assert.deepEqual(report.leftOut.map(({ what, of }) => [what, of]), [["Parent", ["299"]]]);
    const { rows: below } = await depth(cast);
    assert.equal(below, 299);
  }));

async function depth({ world }: Cast): Promise<{ rows: number }> {
  const { n } = await world.database.read.selectFrom("tasks")
    .select((e) => e.fn.countAll<number>().as("n")).where("parent_id", "is not", null)
    .executeTakeFirstOrThrow();
  return { rows: n };
}
