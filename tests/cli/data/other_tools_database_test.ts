import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { openFileAlone } from "../../../server/database/open.ts";
import { repository } from "../../support/source.ts";
import { type Machine, makeMachine } from "../support/operator.ts";
import { inside, runLine } from "../support/lines.ts";

/** Runs a command in this process, on the file `recipes.db`. */
const run = ({ folder }: Machine, words: readonly string[]) =>
  runLine(inside, folder, [...words], {
    env: { BACKLOG_DATABASE_URL: `file:${folder}/recipes.db`, BACKLOG_LOG: "none" },
  });

/** Every command that opens the database, with the files `backup.db` and `tasks.csv`. */
const commandsOn = (folder: string): readonly (readonly [name: string, ...words: string[]])[] => [
  ["backup", `${folder}/copy.db`],
  ["doctor", "--fix"],
  ["export", "-"],
  ["import", `${folder}/tasks.csv`],
  ["import", `${folder}/tasks.csv`, "--from", "csv", "--workspace", "Acme", "--team", "ENG"],
  ["migrate"],
  ["migrate", "--dry-run"],
  ["otp", "ada@example.com"],
  ["restore", `${folder}/backup.db`],
  ["seed"],
  ["serve"],
];

/** Returns the name and the hash of each file, except those that SQLite adds while a database with a log is open. */
const files = ({ folder }: Machine) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => !/-(wal|shm)$/.test(name)).sort()
    .map((name) => {
      const bytes = Deno.readFileSync(`${folder}/${name}`);
      return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
    });

/** Creates another tool's database. */
async function makeRecipes(path: string, journal: string) {
  const database = openFileAlone(path);
  await sql`create table recipes (title text)`.execute(database.read);
  await sql.raw(`pragma journal_mode = ${journal}`).execute(database.read);
  await database.close();
}

for (const journal of ["delete", "wal"]) {
  Deno.test(`no command changes another tool's database in journal mode ${journal}`, async () => {
    await using machine = await makeMachine();
    const { folder } = machine;
    Deno.writeTextFileSync(`${folder}/backup.db`, "a backup");
    Deno.writeTextFileSync(`${folder}/tasks.csv`, "id,title\n1,Saw\n");
    await makeRecipes(`${folder}/recipes.db`, journal);
    const before = files(machine);
    for (const words of commandsOn(folder)) {
      const { code, stdout, stderr } = await run(machine, words);
      const said = `${words.join(" ")}: ${stdout}${stderr}`;
      assert.equal(code, 1, said);
      const expected = words[0] === "restore"
        ? /recipes\.db contains data\. Use --force/
        : /contains another tool's tables\. Set BACKLOG_DATABASE_URL to another database\./;
      assert.match(stdout + stderr, expected, said);
      assert.deepEqual(files(machine), before, said);
    }
  });
}

Deno.test("every operator command except completions is tried on another tool's database", () => {
  const commands = [...Deno.readDirSync(`${repository}/cli/operator/commands`)]
    .map(({ name }) => name.replace(".ts", "")).filter((name) => name !== "completions");
  const tried = new Set(commandsOn("").map(([name]) => name));
  assert.deepEqual([...tried].sort(), commands.sort());
});
