import assert from "node:assert/strict";
import { PersonTurns } from "../../server/http/person_turns.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

const settled = () => new Promise((resolve) => setTimeout(resolve, 1));

Deno.test("a person has two turns at once, and the others begin in their order", async () => {
  const turns = new PersonTurns();
  const begun: string[] = [];
  const take = async (who: string, name: string) => {
    const end = await turns.take(who);
    begun.push(name);
    return end;
  };
  const [first, second, third] = ["1", "2", "3", "4"].map((name) => take("ada", name));
  await take("ben", "ben");
  await settled();
  assert.deepEqual(begun, ["1", "2", "ben"]);
  (await second!)();
  await settled();
  (await first!)();
  (await third!)();
  await settled();
  assert.deepEqual(begun, ["1", "2", "ben", "3", "4"]);
});

Deno.test("a person's many reads, also refused ones, end after another person's read", () =>
  withApp({}, async (at, { ada, chidi }) => {
    const cookies = {
      ada: await browserCookie(at.world, ada.email),
      ben: await browserCookie(at.world, chidi.email),
    };
    const ended: string[] = [];
    const read = async (who: "ada" | "ben", path: string) => {
      const response = await at.app.request(path, {
        headers: { cookie: cookies[who], accept: "text/html" },
      });
      await response.text();
      ended.push(who);
    };
    const paths = ["/workspace/inbox", "/workspace/tasks/ENG-404", "/workspace/none"];
    const many = [...paths, ...paths, ...paths].map((path) => read("ada", path));
    await Promise.all([...many, read("ben", "/workspace/inbox")]);
    assert.ok(ended.indexOf("ben") < 5, `${ended}`);
  }));
