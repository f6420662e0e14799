import assert from "node:assert/strict";
import { countInbox } from "../../server/domain/inbox/count.ts";
import { updateEntry } from "../../server/domain/inbox/mark.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const idOf = (who: Person) => who.member.profile.id;

/** What somebody hears of projects, newest first: the kind, the project, and what they are in it. */
async function projectNews(cast: Cast, who: Person) {
  const entries = await inboxOf(cast, who);
  return entries.filter(({ subject }) => subject.kind === "project")
    .map(({ kind, subject, data }) => [kind, subject.reference, data.to ?? null]);
}

Deno.test("a new lead or member of a project is notified once, with the project", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { project, patch } = planner(cast);
    const people = { leadId: idOf(chidi), memberIds: [idOf(chidi), idOf(esra), idOf(ada)] };
    const { id } = await project(ada, { name: "Gatehouse", key: "GAT", ...people });
    const [entry, ...rest] = await inboxOf(cast, chidi);
    assert.deepEqual(rest, []);
    assert.deepEqual([entry?.kind, entry?.data, entry?.actor?.name], [
      "assignment",
      { to: "lead" },
      "Ada Lovelace",
    ]);
    assert.deepEqual(entry?.subject, {
      kind: "project",
      id,
      title: "Gatehouse",
      reference: "GAT",
      status: "backlog",
      url: `https://backlog.example/workspace/projects/${id}`,
    });
    assert.deepEqual(await projectNews(cast, esra), [["assignment", "GAT", "member"]]);
    assert.deepEqual(await heard(cast, ada), []);
    // Others join; who is there already hears nothing, and the entry has the project's new name
    cast.world.clock.advance({ seconds: 1 });
    const memberIds = [idOf(esra), idOf(cast.bao)];
    await patch(ada, id, { name: "Gate and fence", memberIds, leadId: idOf(esra) });
    assert.deepEqual(await projectNews(cast, cast.bao), [["assignment", "GAT", "member"]]);
    assert.deepEqual(await projectNews(cast, esra), [["assignment", "GAT", "lead"]]);
    const [renamed, ...others] = await inboxOf(cast, chidi);
    assert.deepEqual([renamed?.subject.title, renamed?.id, others], [
      "Gate and fence",
      entry?.id,
      [],
    ]);
  }));

Deno.test("people mentioned in a project's texts are notified if they can see it, and after edits only new ones", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, dina, esra } = cast;
    const { project, patch, run } = planner(cast);
    const { id } = await project(ada, {
      name: "Gatehouse",
      key: "GAT",
      description: "With @chidi",
    });
    assert.deepEqual(await projectNews(cast, chidi), [["mention", "GAT", null]]);
    const [first] = await inboxOf(cast, chidi);
    await patch(ada, id, { description: "With @chidi and @esra" });
    assert.equal((await inboxOf(cast, chidi))[0]?.id, first?.id);
    assert.deepEqual(await projectNews(cast, esra), [["mention", "GAT", null]]);
    const update = { projectId: id, health: "onTrack", body: "Ask @bao, not `@dina`." };
    await run(ada, postProjectUpdate, update);
    assert.deepEqual(await projectNews(cast, bao), [["mention", "GAT", null]]);
    assert.deepEqual(await heard(cast, dina), []);
  }));

Deno.test("people get no notifications about a hidden project, and earlier ones disappear", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams } = cast;
    const { project, patch, run } = planner(cast);
    const secret = await project(ada, {
      name: "Secret",
      teamIds: [teams.ppl],
      description: "@chidi @dina",
    });
    const update = { projectId: secret.id, health: "atRisk", body: "@chidi?" };
    await run(ada, postProjectUpdate, update);
    assert.deepEqual([await heard(cast, chidi), await heard(cast, dina)], [[], ["mention"]]);
    const open = await project(ada, { name: "Open", leadId: idOf(chidi) });
    const [entry] = await inboxOf(cast, chidi);
    assert.equal(entry?.subject.id, open.id);
    await patch(ada, open.id, { teamIds: [teams.ppl] });
    assert.deepEqual(await inboxOf(cast, chidi), []);
    const { services } = cast.world;
    assert.equal(await perform(services, chidi.member, countInbox, {}), 0);
    const read = { notificationId: entry!.id, patch: { read: true } };
    await refused(perform(services, chidi.member, updateEntry, read), { status: 404 });
    await patch(ada, open.id, { teamIds: [teams.eng] });
    assert.deepEqual((await inboxOf(cast, chidi)).map(({ id }) => id), [entry!.id]);
  }));

Deno.test("a token that can't read projects doesn't see notifications about them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    await planner(cast).project(ada, { leadId: idOf(chidi) });
    const withScopes = (...scopes: ("tasks.read" | "projects.read")[]): Person => ({
      ...chidi,
      member: {
        ...chidi.member,
        credential: { kind: "pat", id: "cred_test", scopes: new Set(scopes) },
      },
    });
    assert.deepEqual(await heard(cast, withScopes("tasks.read")), []);
    assert.deepEqual(await heard(cast, withScopes("tasks.read", "projects.read")), ["assignment"]);
  }));
