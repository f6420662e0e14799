import assert from "node:assert/strict";
import fc from "../packages/fast_check.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { readTaskTexts } from "../../server/domain/tasks/texts.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { writeMarkdown } from "../../views/markdown.tsx";
import { withApp } from "../support/app.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { seedsOf } from "../support/seeds.ts";
import { visit } from "../support/visitor.ts";
import { createWorld } from "../support/world.ts";

/** What people go by who may hear, may not, left, and aren't there. */
const names = ["ada", "ada.", "chidi", "chi.di", "CHIDI.Then", "dina", "gone", "frode", "nobody"];

/** The cast under names that are hard to tell apart, and somebody who left. */
async function rename({ world, ada, chidi, esra }: Cast) {
  const calls = [[ada, "ada"], [chidi, "chidi"], [esra, "chi.di"]] as const;
  await world.database.write(async (tx) => {
    for (const [{ member }, username] of calls) {
      await tx.updateTable("profiles").set({ username }).where("id", "=", member.profile.id)
        .execute();
    }
    await tx.insertInto("profiles").values({
      ...await tx.selectFrom("profiles").selectAll()
        .where("id", "=", chidi.member.profile.id).executeTakeFirstOrThrow(),
      id: "prof_gone",
      user_id: null,
      kind: "agent",
      username: "gone",
      removed_at: world.clock.now().toISOString(),
    }).execute();
  });
}

/** Writes a text as the description of a new task. @returns whom the page shows it to call, and who heard of it */
async function bothOf(cast: Cast, by: Person, teamId: string, text: string) {
  const { world: { services, database } } = cast;
  const { id: taskId, description } = await cast.task(by, { teamId, description: text });
  if (description === null) return { shown: [], heard: [] };
  const read = await perform(services, by.member, readTaskTexts, { taskId, texts: [description] });
  const html = writeMarkdown(description, read);
  const marks = [...html.matchAll(/<span class="mention">@([^<]+)<\/span>/g)];
  const shown = new Set(marks.map((mark) => mark[1]!.toLowerCase()));
  const rows = await database.read.selectFrom("notifications as n")
    .innerJoin("profiles as p", "p.id", "n.recipient_id").select("p.username")
    .where("n.subject_id", "=", taskId).where("n.kind", "=", "mention").execute();
  const { username } = await database.read.selectFrom("profiles").select("username")
    .where("id", "=", by.member.profile.id).executeTakeFirstOrThrow();
  shown.delete(username);
  return { shown: [...shown].sort(), heard: rows.map((row) => row.username).sort() };
}

/** Each holds a mention in its own way; `@` stands where a name comes. */
const places = [
  "@",
  "**@** and _@_",
  "# @",
  "- @\n- [ ] @",
  "> @\n>\n> - @",
  "| a |\n|---|\n| @ |",
  "[@](https://example.com)",
  "[a](https://example.com/@ '@')",
  "![@](a.png '@')",
  "`@` ``@ ` @``",
  "```\n@\n```\n@",
  "~~~ @\n@",
  "    @",
  "- a\n\n  ```\n  @\n  ```",
  "> ```\n> @\n> ```",
  "<!-- @ -->",
  "a <!-- @\nb --> @",
  "<!-- a\n\n@\n\n-->",
  "<!-- @",
  "<b title='@'>@</b>",
  "https://example.com/@ www.example.com/@ <https://example.com/@> x@.example",
  "\\@ &#64;@ @@ @-x x@ @é",
  "[" + "[".repeat(10_001) + "@\n\n@",
];

Deno.test("exactly the people that a page highlights in a text are notified, except its author", () =>
  withCast(createWorld(), async (cast) => {
    await rename(cast);
    let heard = 0;
    for (const place of places) {
      const texts = names.map((name) => place.replace(/@(?![@#])/g, `@${name}`));
      for (const [by, team] of [["chidi", "eng"], ["ada", "eng"], ["dina", "ppl"]] as const) {
        await Promise.all(texts.map(async (text) => {
          const both = await bothOf(cast, cast[by], cast.teams[team], text);
          assert.deepEqual(both.shown, both.heard, `${by} in ${team}: ${JSON.stringify(text)}`);
          heard += both.heard.length;
        }));
      }
    }
    assert.ok(heard > 100, `${heard} mentions were heard`);
  }));

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `@${name}`) },
  fc.constantFrom(..."`*_~[]()<>!#|:\\&-+.=/@'\" \n\t".split("")),
  fc.constantFrom("```", "~~~", "<!--", "-->", "    ", "\n\n", "\n> ", "\n- ", "\n1. ", "![", "]("),
  fc.constantFrom("https://", "www.", "mailto:", ".example", "&#64;", "a", "é", "|---|", "[ ] "),
);

for (const seed of seedsOf(51)) {
  Deno.test(`exactly the people that a page highlights in a generated text are notified (seed ${seed})`, () =>
    withCast(createWorld(), async (cast) => {
      await rename(cast);
      const text = fc.array(pieces, { minLength: 1, maxLength: 24 }).map((all) => all.join(""));
      const property = fc.asyncProperty(text, fc.boolean(), async (written, hidden) => {
        const both = hidden
          ? await bothOf(cast, cast.dina, cast.teams.ppl, written)
          : await bothOf(cast, cast.chidi, cast.teams.eng, written);
        assert.deepEqual(both.shown, both.heard);
      });
      await fc.assert(property, { seed, numRuns: 400, endOnFailure: true });
    }));
}

Deno.test("mentioned people who can't see the task get no notification and don't follow it", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services, database }, teams, dina, bao } = cast;
    const rows = () => ({
      notifications: database.read.selectFrom("notifications").select("recipient_id as id"),
      follows: database.read.selectFrom("task_follows").select("profile_id as id"),
    });
    const text = "@chidi, @esra, @frode and @bao";
    const { id: taskId } = await cast.task(dina, { teamId: teams.ppl, description: text });
    await perform(services, dina.member, createComment, { taskId, body: `Again: ${text}` });
    const patch = { description: `Still: ${text}` };
    await perform(services, dina.member, updateTask, { taskId, patch });
    const draft = await cast.task(dina, { teamId: teams.ppl, description: text, draft: true });
    await perform(services, dina.member, updateTask, {
      taskId: draft.id,
      patch: { draft: false },
    });
    const { notifications, follows } = rows();
    const ids = [...await notifications.execute(), ...await follows.execute()].map(({ id }) => id);
    const allowed = [bao, dina].map(({ member }) => member.profile.id);
    assert.deepEqual([...new Set(ids)].sort(), allowed.sort());
  }));

Deno.test("an unclosed code block in a draft's description doesn't hide mentions in its comments", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services, database }, ada } = cast;
    const { id: taskId } = await cast.task(ada, { description: "```\n@bao", draft: true });
    await perform(services, ada.member, createComment, { taskId, body: "@chidi" });
    await perform(services, ada.member, updateTask, { taskId, patch: { draft: false } });
    const heard = await database.read.selectFrom("notifications").select("recipient_id").execute();
    assert.deepEqual(heard.map((row) => row.recipient_id), [cast.chidi.member.profile.id]);
  }));

Deno.test("a task's page highlights exactly the people mentioned in its description and comments", () =>
  withApp({}, async (app, cast) => {
    const { id: taskId } = await cast.task(cast.ada, { description: "With @Chidi, not @nobody" });
    const body = "@bao or `@esra`, @chidi.";
    await perform(app.world.services, cast.ada.member, createComment, { taskId, body });
    const { html } = await (await visit(app, cast.ada.email)).get("/workspace/tasks/ENG-1");
    const marks = [...html.matchAll(/<span class="mention">([^<]*)<\/span>/g)].map((m) => m[1]);
    assert.deepEqual(marks, ["@Chidi", "@bao", "@chidi"]);
    assert.match(html, /not @nobody/);
  }));

Deno.test("a name in a text is a mention only while a person with access has this username", () =>
  withApp({}, async (app, cast) => {
    const { services } = app.world;
    await cast.task(cast.ada, { description: "Ask @newbie about **this**." });
    const visitor = await visit(app, cast.ada.email);
    const called = async (username: string) => {
      const patch = { username };
      await perform(services, cast.chidi.member, updateProfile, { patch });
      const { html } = await visitor.get("/workspace/tasks/ENG-1");
      assert.match(html, /Ask .*@newbie.* about <strong>this<\/strong>/);
      return html.includes('<span class="mention">@newbie</span>');
    };
    assert.deepEqual(
      [await called("chidi1"), await called("newbie"), await called("chidi2")],
      [false, true, false],
    );
  }));
