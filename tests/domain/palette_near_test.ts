import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { joinWorkspace } from "../support/cast.ts";
import { privateWord } from "../gates/support/premises.ts";
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

Deno.test("names are found with one letter wrong, and come after whatever is called so", () =>
  withPalette(async ({ premises, results }) => {
    const { ada, dina, esra, world, workspaceId } = premises;
    const { services } = world;
    await premises.task(ada, { title: "Mend the drawbridge" });
    await perform(services, ada.member, createProject, { name: "Harbour wall", key: "HARB" });
    await perform(services, ada.member, createTeam, { name: "Stonemasons", key: "STM" });
    await joinWorkspace(world, workspaceId, "jan", "Jan Kowalski", "member", null);
    const wrong: string[] = [];
    for (const [typed, title] of meant) {
      const found = (await results(ada, typed)).filter(({ group }) => group !== "Actions");
      if ((found[0]?.title ?? "") !== title) wrong.push(`${typed} → ${found[0]?.title}`);
    }
    assert.deepEqual(wrong, []);
    await premises.task(ada, { title: "Count the drawbrige nails" });
    const [first] = await results(ada, "drawbrige");
    assert.equal(first?.title, "Count the drawbrige nails");
    const typed = `${privateWord.slice(0, -1)}q`;
    assert.deepEqual((await results(esra, typed)).filter(({ kind }) => kind === "task"), []);
    const seen = titlesOf(await results(dina, typed));
    assert.ok(seen.some((title) => title.startsWith(privateWord)));
  }));

Deno.test("what only resembles a command's name comes after the command", () =>
  withPalette(async ({ premises, results }) => {
    await premises.task(premises.ada, { title: "Inboxes of old" });
    assert.equal((await results(premises.ada, "inbox"))[0]?.title, "Open inbox");
  }));
