import assert from "node:assert/strict";
import type { Scope } from "../../server/domain/core/actor.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { search } from "../../server/domain/search/search.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";

async function find({ world }: Cast, by: Person, q: string, more: Record<string, unknown> = {}) {
  return await perform(world.services, by.member, search, { q, ...more });
}

async function titles(cast: Cast, by: Person, q: string, more = {}): Promise<string[]> {
  return (await find(cast, by, q, more)).map(({ title }) => title);
}

Deno.test("better matches come first", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const exact = await cast.task(ada, { title: "Unlike the others" });
    await cast.task(ada, { title: "Nothing", description: `As in ${exact.reference} of old` });
    await cast.task(ada, { title: "Investigate", description: "The gate squeaks" });
    await cast.task(ada, { title: "Abrogate it" });
    await cast.task(ada, { title: "Mend the gate" });
    await cast.task(ada, { title: "Gate, the old one" });
    await cast.task(ada, { title: "Close it", description: "A floodgate" });
    assert.deepEqual(await titles(cast, ada, "gate"), [
      "Gate, the old one",
      "Mend the gate",
      "Abrogate it",
      "Investigate",
      "Close it",
    ]);
    const [first, second] = await find(cast, ada, exact.reference.toLowerCase());
    assert.deepEqual([first!.title, first!.matched], ["Unlike the others", "key"]);
    assert.deepEqual([second!.title, second!.matched], ["Nothing", "text"]);
  }));

Deno.test("one text finds tasks, drafts, projects, people, teams, and views, and with a prefix only one kind", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    await cast.task(ada, { title: "Engine" });
    await cast.task(ada, { title: "Engine, unfinished", draft: true });
    await perform(world.services, ada.member, createProject, { name: "Engines", key: "ENGI" });
    await perform(world.services, ada.member, createView, { name: "All engines" });
    const patch = { title: "Engine driver" };
    await perform(world.services, ada.member, updateProfile, { patch });
    const found = await find(cast, ada, "engine");
    // Two more people are in the team of that name
    const kinds = found.filter(({ matched }) => matched !== "field").map(({ kind }) => kind);
    assert.deepEqual(kinds.toSorted(), ["draft", "person", "project", "task", "team", "view"]);
    assert.deepEqual(await titles(cast, ada, "$engine"), ["Engines"]);
    assert.deepEqual(await titles(cast, ada, "@ engine driver"), ["Ada Lovelace"]);
    assert.deepEqual(await titles(cast, ada, "#engine"), ["Engine", "Engine, unfinished"]);
    assert.deepEqual(await titles(cast, ada, "engine", { scope: "views" }), ["All engines"]);
    assert.equal((await find(cast, ada, "engine", { limit: 2 })).length, 2);
    assert.deepEqual(await titles(cast, ada, "!? --"), []);
  }));

Deno.test("accents and case don't matter, and one or two characters match starts of words", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    await cast.task(ada, { title: "Crème brûlée" });
    assert.deepEqual(await titles(cast, ada, "BRULEE"), ["Crème brûlée"]);
    assert.deepEqual(await titles(cast, ada, "br"), ["Crème brûlée"]);
    assert.deepEqual(await titles(cast, ada, "ru"), []);
    assert.deepEqual(await titles(cast, ada, "@bảo"), ["Bảo Nguyễn"]);
    assert.deepEqual(await titles(cast, ada, "@ba"), ["Bảo Nguyễn"]);
    assert.deepEqual(await titles(cast, ada, "@כהן"), ["דינה כהן"]);
    assert.deepEqual(await titles(cast, ada, "chidi@example.com"), ["Chidi Eze"]);
    assert.deepEqual(await titles(cast, ada, `"brulee" OR (`), []);
  }));

Deno.test("nobody finds hidden records, which don't replace visible ones in the results", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, frode, teams, world } = cast;
    await cast.task(ada, { title: "Quince jam" });
    for (let n = 0; n < 120; n++) {
      await cast.task(dina, { title: `Quince ${n}`, teamId: teams.ppl });
    }
    const quince = { name: "Quinces", key: "QUI", teamIds: [teams.ppl] };
    await perform(world.services, ada.member, createProject, quince);
    await perform(world.services, dina.member, createView, { name: "Quince and I" });
    assert.deepEqual(await titles(cast, chidi, "quince"), ["Quince jam"]);
    assert.deepEqual(await titles(cast, chidi, "QUI"), ["Quince jam"]);
    assert.deepEqual(await titles(cast, chidi, "q"), ["Quince jam"]);
    assert.deepEqual(await titles(cast, chidi, "PPL-1"), []);
    assert.deepEqual(await titles(cast, chidi, "people"), []);
    assert.deepEqual(await titles(cast, ada, "quince", { scope: "views" }), []);
    assert.deepEqual(await titles(cast, dina, "quince", { scope: "views" }), ["Quince and I"]);
    assert.deepEqual(await titles(cast, frode, "quince"), []);
  }));

Deno.test("searches in scripts without spaces, and for symbols, don't find hidden records either", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, frode, teams } = cast;
    await cast.task(ada, { title: "摘柚子 🦊" });
    await cast.task(dina, { title: "藏柚子 🦊", teamId: teams.ppl });
    for (const words of ["柚", "柚子", "🦊", "柚 🦊", "#柚"]) {
      assert.deepEqual(await titles(cast, chidi, words), ["摘柚子 🦊"], words);
      assert.equal((await titles(cast, dina, words)).length, 2, words);
      assert.deepEqual(await titles(cast, frode, words), [], words);
    }
    assert.deepEqual(await titles(cast, chidi, "藏"), []);
  }));

Deno.test("a token without tasks.read can't find tasks by any search", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const input = { title: "Quince 柚子", assigneeId: "me", tags: ["Bug"], priority: "high" };
    const task = await cast.task(ada, input);
    await perform(world.services, ada.member, addFavorite, { kind: "task", id: task.id });
    const holding = (...scopes: Scope[]): Person => ({
      ...ada,
      member: { ...ada.member, credential: { ...ada.member.credential, scopes: new Set(scopes) } },
    });
    for (const q of ["quince", "q", "柚", "ENG-1", "#quince", "quince high", "bug high", "done"]) {
      const found = await find(cast, holding("workspace.read", "projects.read"), q);
      assert.deepEqual(found.filter(({ kind }) => kind === "task"), [], q);
    }
    const reading = holding("workspace.read", "tasks.read");
    assert.deepEqual(await titles(cast, reading, "quince high"), ["Quince 柚子"]);
  }));

Deno.test("a record is found by its current text, and not while it is archived", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { services } = world;
    const task = await cast.task(ada, { title: "Sand the door" });
    const patch = { title: "Paint the door" };
    await perform(services, ada.member, updateTask, { taskId: task.id, patch });
    assert.deepEqual(await titles(cast, ada, "sand"), []);
    assert.deepEqual(await titles(cast, ada, "pa"), ["Paint the door"]);
    await perform(services, ada.member, createComment, { taskId: task.id, body: "In turquoise" });
    assert.equal((await find(cast, ada, "turquoise"))[0]?.matched, "text");
    await perform(services, ada.member, archiveTask, { taskId: task.id });
    assert.deepEqual(await titles(cast, ada, "door"), []);
    assert.deepEqual(await titles(cast, ada, task.reference), []);
    await perform(services, ada.member, createProject, { name: "Doors", key: "DOOR" });
    assert.deepEqual(await titles(cast, ada, "door"), ["Doors"]);
    await perform(services, ada.member, archiveProject, { projectId: "DOOR" });
    assert.deepEqual(await titles(cast, ada, "door"), []);
    const name = { patch: { name: "Augusta King", username: "augusta" } };
    await perform(services, ada.member, updateProfile, name);
    assert.deepEqual(await titles(cast, ada, "lovelace"), []);
    assert.deepEqual(await titles(cast, ada, "augusta"), ["Augusta King"]);
  }));

Deno.test("a synonym finds a record after all other matches", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: "Print a ticket" });
    await cast.task(cast.ada, { title: "A task about tasks" });
    const found = await find(cast, cast.ada, "task");
    assert.deepEqual(found.map(({ matched }) => matched), ["title", "synonym"]);
  }));

Deno.test("a reference that is the start of many others is searched only in names", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    for (let n = 1; n <= 11; n++) await cast.task(ada, { title: `Task ${n}` });
    const database = new RecordingDatabase(world.database);
    const find = async (q: string, limit: number) => {
      database.statements.clear();
      const services = { ...world.services, database };
      const found = await perform(services, ada.member, search, { q, limit });
      const inText = [...database.statements.keys()].some((text) =>
        /from search_index x\s+cross join tasks/.test(text)
      );
      return { keys: found.map(({ key }) => key), inText };
    };
    const { keys, inText } = await find("ENG-1", 3);
    assert.deepEqual(keys, ["ENG-1", "ENG-11", "ENG-10"]);
    assert.equal(inText, false);
    assert.equal((await find("ENG-1", 4)).inText, true);
    assert.equal((await find("ENG", 3)).inText, true);
  }));

Deno.test("search reads a task's newest comments first, up to 100,000 characters of all its texts", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id: taskId } = await cast.task(ada, { title: "Mend the gate" });
    for (const word of ["hinge", "plate", "spring", "latch", "lock", "handle", "bolt"]) {
      const body = `${word}\n${"and so on ".repeat(1_999)}`;
      await perform(world.services, ada.member, createComment, { taskId, body });
      world.clock.advance({ seconds: 1 });
    }
    assert.deepEqual(await titles(cast, ada, "bolt"), ["Mend the gate"]);
    assert.deepEqual(await titles(cast, ada, "hinge"), []);
  }));
