import assert from "node:assert/strict";
import { sql } from "kysely";
import { perform } from "../../server/domain/core/operation.ts";
import { offerMembers } from "../../server/domain/members/offer.ts";
import { createMilestone } from "../../server/domain/milestones/create.ts";
import { offerMilestones } from "../../server/domain/milestones/offer.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { offerProjects } from "../../server/domain/projects/offer.ts";
import { offerTaskLabels } from "../../server/domain/task_labels/offer.ts";
import { nameScore, plainName } from "../../server/domain/text/name_score.ts";
import { offeredOf } from "../../server/domain/text/offered.ts";
import { withCast } from "../support/cast.ts";
import { manyLabels } from "../support/labels.ts";
import { createWorld } from "../support/world.ts";

const scripts = new URL("../../static/js/", import.meta.url).href;
const names = (offered: { records: { name: string }[] }) => offered.records.map(({ name }) => name);

Deno.test("a menu offers the first and the chosen of 10,000 labels, and typing a name finds any other", () =>
  withCast(createWorld(), async (cast) => {
    const offer = (asked: object) =>
      perform(cast.world.services, cast.ada.member, offerTaskLabels, asked);
    const few = await offer({});
    assert.deepEqual([names(few), few.more], [["Bug", "Feature", "Improvement"], false]);
    const called = Array.from({ length: 10_000 }, (_, n) => `Zone ${n}`);
    const ids = await manyLabels(cast, [...called, "Łódź café"]);
    const first = await offer({ named: [ids[9_999]!, "zone 777", "nothing"] });
    assert.equal(first.more, true);
    assert.equal(first.records.length, 102);
    assert.deepEqual(names(first).slice(0, 3), ["Zone 777", "Zone 9999", "Bug"]);
    for (const n of [0, 7, 77, 5_004, 9_999]) {
      assert.equal(names(await offer({ q: `zone ${n}` }))[0], `Zone ${n}`);
      assert.equal(names(await offer({ q: `${n}` }))[0], `Zone ${n}`);
    }
    assert.deepEqual(names(await offer({ q: "lodz CAFE" })), ["Łódź café"]);
    assert.equal((await offer({ q: "zone", named: [ids[9_999]!] })).records.length, 100);
    const around = await offer({ q: "label 5004", around: "Label" });
    assert.equal(names(around)[0], "Zone 5004");
    assert.deepEqual(await offer({ q: "nobody's" }), { records: [], more: true });
    const named = await offer({ named: ["ZONE 12"], most: 0 });
    assert.deepEqual(names(named), ["Zone 12"]);
  }));

Deno.test("archived, deleted, suspended, and hidden records aren't offered", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, chidi, dina, esra } = cast;
    const { services } = world;
    const project = (name: string, teamIds: string[]) =>
      perform(services, ada.member, createProject, { name, teamIds });
    const open = await project("Bridge", ["ENG"]);
    const hidden = await project("Bridge of whispers", ["PPL"]);
    for (
      const { id, name } of [{ id: open.id, name: "Span" }, { id: hidden.id, name: "Spanner" }]
    ) {
      await perform(services, ada.member, createMilestone, { projectId: id, name });
    }
    const asked = [{}, { q: "bridge" }, { named: [hidden.id] }];
    for (const input of asked) {
      const seen = await perform(services, chidi.member, offerProjects, input);
      assert.deepEqual(names(seen), ["Bridge"], JSON.stringify(input));
      const by = { ...input, ..."q" in input && { q: "span" } };
      const milestones = await perform(services, chidi.member, offerMilestones, by);
      assert.deepEqual(names(milestones), ["Span"]);
    }
    const all = await perform(services, dina.member, offerProjects, { q: "bridge" });
    assert.deepEqual(names(all), ["Bridge", "Bridge of whispers"]);
    const only = await perform(services, dina.member, offerMilestones, { projects: [hidden.id] });
    assert.deepEqual(names(only), ["Spanner"]);
    const seeing = async (by: typeof ada, teamId: string) =>
      names(await perform(services, by.member, offerMembers, { seeing: teamId }));
    const insiders = [ada, cast.bao, dina].map(({ member }) => member.profile.name);
    assert.deepEqual(await seeing(ada, cast.teams.ppl), insiders);
    assert.deepEqual(await seeing(chidi, cast.teams.ppl), []);
    const found = await perform(services, ada.member, offerMembers, { q: "esra" });
    assert.equal(found.records.length, 1);
    await world.database.write((tx) =>
      sql`update profiles set removed_at = '2026-01-01' where id = ${esra.member.profile.id}`
        .execute(tx)
    );
    assert.deepEqual(names(await perform(services, ada.member, offerMembers, { q: "esra" })), []);
  }));

Deno.test("only the first twelve typed words are compared with a name", () => {
  const typed = plainName("one two three four five six seven eight nine ten eleven twelve more");
  const name = "Twelve eleven ten nine eight seven six five four three two one";
  assert.ok(nameScore(typed, name) > 0);
  assert.equal(nameScore(typed, name.replace("Twelve", "")), 0);
});

Deno.test("the server and the browser match names in the same way", async () => {
  await import(scripts + "name_score.js");
  const { score } = Reflect.get(globalThis, "matching") as {
    score(typed: string, name: string, around?: string): number;
  };
  const typed = ["ada", "wisn lodz", "7", "zone 7", "straße", "o", "label a", "zzz", "Ærø"];
  const called = [
    "Ada",
    "Wiśniewska z Łodzi",
    "Zone 7",
    "Zone 77",
    "STRASSE 7",
    "Ærø",
    "Straße",
    "a b",
  ];
  for (const text of typed) {
    for (const name of called) {
      for (const around of ["", "Label"]) {
        const here = nameScore(plainName(text), name, around);
        assert.equal(here, score(text, name, around), `${text} in ${name}`);
      }
    }
  }
});

Deno.test("a menu offers the first and the chosen of many cached teams, or the matching ones", () => {
  const teams = Array.from(
    { length: 300 },
    (_, n) => ({ id: `t${n}`, key: `K${n}`, name: `Team ${n}` }),
  );
  const first = offeredOf(teams, { named: ["t299", "t1"] });
  assert.deepEqual(first.records.slice(0, 3).map(({ id }) => id), ["t1", "t299", "t0"]);
  assert.deepEqual([first.records.length, first.more], [101, true]);
  assert.equal(offeredOf(teams, { q: "team 250" }).records[0]!.id, "t250");
  assert.equal(offeredOf(teams, { q: "k251" }).records[0]!.id, "t251");
  assert.equal(offeredOf(teams.slice(0, 100), {}).more, false);
});
