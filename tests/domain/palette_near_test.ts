import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { joinWorkspace } from "../support/cast.ts";
import { privateWord } from "../gates/support/full_cast.ts";
import { titlesOf, withPalette } from "../support/palette.ts";

/** What is typed with one letter wrong, and the record that was meant. */
const meant: [typed: string, title: string][] = [
  ["drawbrige", "Mend the drawbridge"],
  ["drawbirdge", "Mend the drawbridge"],
  ["darwbridge", "Mend the drawbridge"],
  ["frawbridge", "Mend the drawbridge"],
  ["rawbridge", "Mend the drawbridge"],
  ["drawwbridge", "Mend the drawbridge"],
  ["mend drawbrigde", "Mend the drawbridge"],
  ["mnd drawbridge", ""],
  ["mednd drawbirdge", "Mend the drawbridge"],
  ["#drawbrige", "Mend the drawbridge"],
  ["harbuor", "Harbour wall"],
  ["$harbor wall", "Harbour wall"],
  ["stonemasns", "Stonemasons"],
  ["kowalzki", "Jan Kowalski"],
  ["@kwalski", "Jan Kowalski"],
  ["drwbrg", ""],
  ["daw", ""],
  ["gaet", "Mend the gate"],
  ["$drawbrige", ""],
];

Deno.test("names with one wrong letter are found after exact matches", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, dina, esra, world, workspaceId } = fullCast;
    const { services } = world;
    await fullCast.task(ada, { title: "Mend the drawbridge" });
    await perform(services, ada.member, createProject, { name: "Harbour wall", key: "HARB" });
    await perform(services, ada.member, createTeam, { name: "Stonemasons", key: "STM" });
    await joinWorkspace(world, workspaceId, "jan", "Jan Kowalski", "member", null);
    const wrong: string[] = [];
    for (const [typed, title] of meant) {
      const found = (await results(ada, typed)).filter(({ group }) => group !== "Actions");
      if ((found[0]?.title ?? "") !== title) wrong.push(`${typed} → ${found[0]?.title}`);
    }
    assert.deepEqual(wrong, []);
    await fullCast.task(ada, { title: "Count the drawbrige nails" });
    const [first] = await results(ada, "drawbrige");
    assert.equal(first?.title, "Count the drawbrige nails");
    const typed = `${privateWord.slice(0, -1)}q`;
    assert.deepEqual((await results(esra, typed)).filter(({ kind }) => kind === "task"), []);
    const seen = titlesOf(await results(dina, typed));
    assert.ok(seen.some((title) => title.startsWith(privateWord)));
  }));

/** What is typed after a verb, on the page of a task, and what stands first then. */
const verbs: [typed: string, first: string][] = [
  ["open harbour", "Harbour wall"],
  ["open project harbour", "Harbour wall"],
  ["open projekt harbour", "Harbour wall"],
  ["open projekt harbuor", "Harbour wall"],
  ["go to stonemasns", "Stonemasons"],
  ["show team stonemasns", "Stonemasons"],
  ["open person kowalzki", "Jan Kowalski"],
  ["open taks drawbrige", "Mend the drawbridge"],
  ["open DRAFTS", "Open drafts"],
  ["complete drawbrige", "Complete task"],
  ["compelte drawbridge", "Complete task"],
  ["archive harbuor", "Archive task"],
  ["assign drawbrige", "Assign task to me"],
  ["assign to chidi", "Assign task to Chidi Eze"],
  ["assign to chidy", "Assign task to Chidi Eze"],
  ["move to harbuor", "Move task to Harbour wall"],
  ["due tomorow", "Set task deadline: Tomorrow"],
  ["priority urgnt", "Set task priority: Urgent"],
];

Deno.test("after a verb, a name with one wrong letter is found, below exact matches", () =>
  withPalette(async ({ fullCast, results, menu }) => {
    const { ada, world, workspaceId } = fullCast;
    const { services } = world;
    const task = await fullCast.task(ada, { title: "Mend the drawbridge" });
    await perform(services, ada.member, createProject, { name: "Harbour wall", key: "HARB" });
    await perform(services, ada.member, createTeam, { name: "Stonemasons", key: "STM" });
    await joinWorkspace(world, workspaceId, "jan", "Jan Kowalski", "member", null);
    await fullCast.task(ada, { title: "Chart the harbour" });
    const path = `/workspace/tasks/${task.reference}`;
    const wrong: string[] = [];
    for (const [typed, first] of verbs) {
      const [found] = await results(ada, typed, { path });
      if (found?.title !== first) wrong.push(`${typed} → ${found?.title}, not ${first}`);
    }
    assert.deepEqual(wrong, []);
    const near = async (typed: string) => titlesOf(await menu(ada, task.reference, typed));
    assert.deepEqual(await near("assign to chidy"), ["Assign task to Chidi Eze"]);
    assert.deepEqual(await near("prioritty urgent"), ["Set task priority: Urgent"]);
    await perform(services, ada.member, createProject, { name: "Harbuor sketch", key: "SKE" });
    const [exact] = await results(ada, "open harbuor");
    assert.equal(exact?.title, "Harbuor sketch");
    assert.deepEqual(await near("move harbuor"), ["Move task to Harbuor sketch"]);
  }));

Deno.test("records that only resemble a command's name come after the command", () =>
  withPalette(async ({ fullCast, results }) => {
    await fullCast.task(fullCast.ada, { title: "Inboxes of old" });
    assert.equal((await results(fullCast.ada, "inbox"))[0]?.title, "Open inbox");
  }));
