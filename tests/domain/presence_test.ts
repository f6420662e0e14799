import assert from "node:assert/strict";
import { Presence, type Writable } from "../../server/domain/live/presence.ts";
import type { Member } from "../../server/domain/core/actor.ts";

/** Somebody in a browser. */
const person = (name: string, session = `session of ${name}`) =>
  ({
    credential: { kind: "session", id: session, scopes: new Set() },
    profile: { id: `prof_${name}`, name, username: name, color: null },
  }) as unknown as Member;
const [ada, esra, chidi] = ["ada", "esra", "chidi"].map((name) => person(name)) as [
  Member,
  Member,
  Member,
];

function house() {
  const clock = { now: 0 };
  const told = { times: 0 };
  const presence = new Presence(() => clock.now, () => told.times++);
  const enter = (
    who: Member,
    taskId: string,
    writing: Writable | null = null,
    tab = "one",
  ) => presence.enter(who, { tab, taskId, writing });
  const names = (taskId: string, but = "") =>
    presence.othersAt(taskId, but).map(({ name }) => name);
  return { clock, told, presence, enter, names };
}

Deno.test("a person is listed once for any number of tabs, and not to themselves", () => {
  const { presence, enter, names } = house();
  enter(esra, "one", null, "a");
  enter(esra, "one", "comment", "b");
  enter(person("esra", "at home"), "one", "description");
  enter(ada, "one");
  assert.deepEqual(presence.othersAt("one", "prof_ada"), [
    { id: "prof_esra", name: "esra", color: null, writing: ["description", "comment"] },
  ]);
  assert.deepEqual(names("one", "prof_esra"), ["ada"]);
  presence.leave(esra, "b");
  assert.deepEqual(presence.othersAt("one", "prof_ada")[0]!.writing, ["description"]);
  assert.deepEqual(names("two"), []);
});

Deno.test("arriving, editing, stopping, switching, and leaving are each reported once, but staying isn't", () => {
  const { presence, enter, told } = house();
  const changes: string[][] = [];
  const note = () => void changes.push(presence.takeChanged());
  enter(esra, "one");
  note();
  enter(esra, "one");
  note();
  enter(esra, "one", "title");
  note();
  enter(esra, "one");
  note();
  enter(esra, "two");
  note();
  presence.leave(esra, "one");
  note();
  presence.leave(esra, "one");
  note();
  assert.deepEqual(changes, [["one"], [], ["one"], ["one"], ["one", "two"], ["two"], []]);
  assert.equal(told.times, 5);
});

Deno.test("a tab that stops reporting disappears within 25 seconds, which is reported", () => {
  const { clock, presence, enter, names } = house();
  enter(esra, "one", "comment");
  enter(chidi, "one");
  clock.now = 20_000;
  enter(chidi, "one");
  presence.takeChanged();
  presence.sweep();
  assert.deepEqual(presence.takeChanged(), []);
  clock.now = 25_000;
  assert.deepEqual(names("one"), ["chidi"], "whoever asks is told before anything is swept");
  presence.sweep();
  assert.deepEqual(presence.takeChanged(), ["one"]);
  assert.deepEqual([...presence.whoIsAt("one")], ["prof_chidi"]);
});

Deno.test("people are listed in order of arrival, even if they report again", () => {
  const { clock, enter, names } = house();
  for (const who of [esra, ada, chidi]) {
    enter(who, "one");
    clock.now += 10;
  }
  enter(esra, "one", "comment");
  enter(ada, "two");
  clock.now += 10;
  enter(ada, "one");
  assert.deepEqual(names("one"), ["esra", "chidi", "ada"]);
});

Deno.test("presence is limited to 20 tabs per session and 10,000 in total, and the oldest reports are dropped", () => {
  const { presence, enter } = house();
  for (let n = 0; n < 21; n++) enter(esra, `task ${n}`, null, `${n}`);
  const known = (count: number) =>
    Array.from({ length: count }, (_, n) => `task ${n}`)
      .filter((id) => presence.whoIsAt(id).size > 0).length;
  assert.equal(presence.whoIsAt("task 0").size, 0);
  assert.equal(known(21), 20);
  enter(chidi, "elsewhere");
  for (let n = 0; n < 9_980; n++) enter(person(`${n}`), "crowd");
  assert.equal(presence.whoIsAt("crowd").size, 9_980);
  assert.equal(known(21), 19);
  assert.equal(presence.whoIsAt("elsewhere").size, 1);
});

Deno.test("a session has presence in at most 20 tabs, even if no one listens", () => {
  const { clock, presence, enter, names } = house();
  for (let n = 0; n < 1_000; n++) {
    enter(esra, `task ${n}`, null, `tab${n}`);
    presence.leave(esra, `tab${n}`);
  }
  assert.equal(presence.said().length, 20);
  assert.ok(presence.said().every((one) => !("taskId" in one)));
  clock.now = 25_001;
  enter(chidi, "one");
  assert.equal(presence.said().length, 1, "and what is old is forgotten");
  assert.deepEqual(names("one"), ["chidi"]);
});

Deno.test("processes exchange presence, the newer report counts, and reports aren't sent back", () => {
  const [one, two] = [house(), house()];
  const meet = () => {
    one.presence.merge(two.presence.said());
    two.presence.merge(one.presence.said());
  };
  const at = (now: number) => one.clock.now = two.clock.now = now;
  one.enter(esra, "one", "comment");
  meet();
  assert.deepEqual(two.names("one"), ["esra"]);
  assert.deepEqual([...two.presence.whoIsAt("one")], ["prof_esra"]);
  assert.deepEqual(two.presence.takeChanged(), ["one"]);
  assert.deepEqual(two.presence.said(), []);
  at(1_000);
  two.enter(esra, "one");
  meet();
  assert.deepEqual(one.presence.othersAt("one", ""), two.presence.othersAt("one", ""));
  assert.deepEqual(one.presence.othersAt("one", "")[0]!.writing, []);
  assert.deepEqual(one.presence.said(), [], "the other one heard it last");
  const before = two.presence.said();
  at(2_000);
  one.presence.leave(esra, "one");
  two.presence.merge(one.presence.said());
  one.presence.merge(before);
  assert.deepEqual([one.names("one"), two.names("one")], [[], []]);
  at(30_000);
  one.presence.sweep();
  assert.deepEqual(one.presence.said(), [], "nobody has to know any more that one left");
  one.presence.merge(before);
  assert.equal(one.presence.whoIsAt("one").size, 0, "what is older than 25 seconds isn't taken");
});

Deno.test("the end of a stream removes its tab, and the end of a session's last stream removes all its tabs", () => {
  const { clock, presence, enter, names } = house();
  const session = "session of esra";
  const tabs = () =>
    presence.said().flatMap((one) => "taskId" in one ? one.key.split(" ").at(-1) : []);
  for (const tab of ["a", "b", "c"]) enter(esra, tab, null, tab);
  presence.breakOff(session, "a", true);
  clock.now = 3_000;
  presence.goOn(session, "b");
  clock.now = 5_000;
  presence.sweep();
  assert.deepEqual(tabs(), ["b", "c"]);
  presence.breakOff(session, "b", true);
  clock.now = 6_000;
  enter(esra, "c", null, "c");
  clock.now = 10_000;
  presence.sweep();
  assert.deepEqual(tabs(), ["c"], "which has said something since");
  assert.deepEqual(names("c"), ["esra"]);
  const left = presence.said().filter((one) => !("taskId" in one));
  assert.equal(left.length, 2, "and other processes hear of those that are gone");
});
