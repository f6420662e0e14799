import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { withCast, withEverybody } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";
import { bring, broughtBy } from "./support/foreign.ts";

Deno.test("an import assigns nobody who can't see the team or is suspended, and keeps their names", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const { world, ada, esra } = cast;
    const profileId = esra.member.profile.id;
    await perform(world.services, ada.member, updateMember, {
      profileId,
      patch: { suspended: true },
    });
    for (const team of ["PPL", "ENG"]) {
      const rows = ["chidi", "esra"].map((who) => `${team}${who},Mend,${who}@example.com\n`);
      await bring(cast, `id,title,assignee\n${rows.join("")}`, { from: "csv", team });
    }
    const tasks = [...(await broughtBy(cast)).values()];
    const people = tasks.map(({ reference, assignee, description }) =>
      `${reference} ${assignee?.username ?? `keeps ${/Assignee: `(\w+)/.exec(description!)?.[1]}`}`
    );
    assert.deepEqual(people.sort(), [
      "ENG-1 chidi",
      "ENG-2 keeps esra",
      "PPL-1 keeps chidi",
      "PPL-2 keeps esra",
    ]);
  }));

Deno.test("the history of an imported task with a relation begins with its import alone", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    await bring(cast, "id,title,blocks\n1,Mend,2\n2,Oil,\n", { from: "csv" });
    for (const { relations, activity } of (await broughtBy(cast)).values()) {
      assert.equal(relations.length, 1);
      assert.deepEqual(activity.map(({ kind }) => kind), ["task.imported"]);
    }
  }));
