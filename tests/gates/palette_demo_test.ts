import assert from "node:assert/strict";
import { seedDatabase } from "../../cli/operator/demo/seed.ts";
import { migrate } from "../../server/database/migrate.ts";
import { openDatabase } from "../../server/database/open.ts";
import { Caches } from "../../server/domain/core/caches.ts";
import { EvenAnswerTime } from "../../server/domain/core/even_answer_time.ts";
import { noMailer } from "../../server/domain/core/mailer.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listCommands } from "../../server/palette/list.ts";
import { demoSearches } from "../support/palette_demo_searches.ts";

const now = new Date("2026-03-18T15:00:00.000Z");
const settings = { origin: "http://localhost:5173", signup: "invite" } as const;

Deno.test("in the demo workspace, expected results for the owner come first", async () => {
  const database = await openDatabase(":memory:");
  await migrate(database);
  const cast = await seedDatabase(database, settings, { tasks: 300, now });
  const services = {
    database,
    mailer: noMailer,
    clock: () => now,
    evenAnswerTime: new EvenAnswerTime(),
    caches: new Caches(),
    committed() {},
    logError: (error: unknown) => assert.fail(String(error)),
    settings: { ...settings, taskLimit: undefined },
  };
  const maren = cast.members.get("maren")!;
  const wrong: string[] = [];
  for (const [typed, first] of demoSearches) {
    const { results: [found] } = await perform(services, maren, listCommands, { q: typed });
    if (found?.title !== first && found?.key !== first) {
      wrong.push(`${typed} → ${found?.title}, not ${first}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(demoSearches.length >= 20);
  await database.close();
});
