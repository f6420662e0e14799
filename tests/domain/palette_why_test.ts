import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { withPalette } from "../support/palette.ts";

const long = `${
  "Word upon word. ".repeat(300)
}Then a **walrus** [came along](https://example.com).`;

/** What is typed, the record that is found, and what is said of why. */
const whys: [typed: string, title: string, why: string | undefined][] = [
  ["stave", "Mend the stile", "…the lower stave twice, where the river bends"],
  ["#stave", "Mend the stile", "…the lower stave twice, where the river bends"],
  ["stile stave", "Mend the stile", "…the lower stave twice, where the river bends"],
  ["stile", "Mend the stile", undefined],
  ["bug", "Mend the stile", "Bug"],
  ["stile bug", "Mend the stile", "Bug"],
  ["lovelace", "Mend the stile", "Ada Lovelace"],
  ["moorland", "Mend the stile", "Moorland"],
  ["planned", "Mend the stile", undefined],
  ["walrus", "Count what came", "…Then a walrus came along."],
  ["alesund", "Ship it", "Meet in Ålesund at noon"],
  ["漁船は", "Boats", "…ている新しい港の向こうの漁船は赤い"],
  ["ferryman", "Ship it", "…asked the ferryman about it"],
  ["breakwater", "Harbour", "…from the breakwater outwards"],
  ["plaster", "Stonemasons", "Lime plaster and slate"],
  ["masonry", "Stonemasons", undefined],
];

Deno.test("a record that is found only by its text shows the matching part", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, chidi, task, world } = fullCast;
    // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
    const run = (operation: any, input: unknown): Promise<any> =>
      perform(world.services, ada.member, operation, input);
    const description = "Nail *the lower* `stave` twice,\n\nwhere the river bends";
    const { id: projectId } = JSON.parse((await run(createProject, { name: "Moorland" })).json);
    const { id: assigneeId } = ada.member.profile;
    const known = { tags: ["Bug"], assigneeId, projectId, status: "planned" };
    await task(ada, { title: "Mend the stile", description, ...known });
    await task(ada, { title: "Count what came", description: long });
    const ship = await task(ada, { title: "Ship it", description: "Meet in Ålesund at noon" });
    const far = "港の近くの市場で朝早くから働く人々が皆よく知っている新しい港の向こうの漁船は赤い";
    await task(ada, { title: "Boats", description: far });
    const say = (body: string) => run(createComment, { taskId: ship.id, body });
    await say("Nobody has asked the ferryman about it");
    const { id: commentId } = await say("The ferryman is a secret");
    await run(deleteComment, { taskId: ship.id, commentId });
    await run(createProject, {
      name: "Harbour",
      description: "Build from the breakwater outwards",
    });
    await run(createTeam, {
      name: "Stonemasons",
      key: "STM",
      description: "Masonry",
      expertiseArea: "Lime plaster and slate",
    });
    const wrong: string[] = [];
    for (const [typed, title, why] of whys) {
      const row = (await results(chidi, typed)).find((one) => one.title === title);
      if (!row) wrong.push(`${typed}: ${title} isn't found`);
      else if (row.why !== why) wrong.push(`${typed}: ${row.why}`);
    }
    assert.deepEqual(wrong, []);
  }));
