import assert from "node:assert/strict";
import { DatabaseError } from "../../server/database/engine.ts";
import { openDatabase } from "../../server/database/open.ts";
import { temporaryFolder } from "../support/folder.ts";

/** What a refusal must be: a `DatabaseError` of one line that says where to look. */
async function refused(url: string, says: RegExp) {
  await assert.rejects(openDatabase(url), (error: Error) => {
    assert.ok(error instanceof DatabaseError, `${error.name}: ${error.message}`);
    assert.match(error.message, says);
    assert.match(error.message, /BACKLOG_DATABASE_URL/);
    return !error.message.includes("\n");
  });
}

Deno.test("a folder that can't be created is refused by name", async () => {
  await using folder = await temporaryFolder();
  await Deno.writeTextFile(folder.file("taken"), "a file stands where the folder should be");
  await refused(`file:${folder.file("taken/data/backlog.db")}`, /taken\/data can't be created/);
});

Deno.test("a folder at the path of the file is refused", async () => {
  await using folder = await temporaryFolder();
  await refused(`file:${folder.path}`, /can't be opened for writing.*Check the file's permissions/);
});

Deno.test("a file that isn't a database is refused, and isn't changed", async () => {
  await using folder = await temporaryFolder();
  const path = folder.file("backlog.db");
  const content = "This is a letter, not a database.\n".repeat(200);
  await Deno.writeTextFile(path, content);
  await refused(`file:${path}`, /not a database\). Restore a backup, or set/);
  assert.equal(await Deno.readTextFile(path), content);
});

Deno.test("missing folders of a database are created at any depth", async () => {
  await using folder = await temporaryFolder();
  const database = await openDatabase(`file:${folder.file("a/b/backlog.db")}`);
  await database.close();
  assert.ok((await Deno.stat(folder.file("a/b/backlog.db"))).isFile);
});

Deno.test("URLs with three slashes and with no slashes name the same file", async () => {
  await using folder = await temporaryFolder();
  const database = await openDatabase(`file://${folder.file("backlog.db")}`);
  await database.close();
  assert.ok((await Deno.stat(folder.file("backlog.db"))).isFile);
});
