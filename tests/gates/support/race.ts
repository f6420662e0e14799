import assert from "node:assert/strict";
import { type Answer, createTestApp, type TestApp } from "../../support/app.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type FullCast, populate } from "./full_cast.ts";

/** Runs a race in a separate app on a file, with separate connections for reads and writes. */
export async function race(
  run: (app: TestApp, fullCast: FullCast) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("data.db")}`;
  await using app = await createTestApp({ databaseUrl });
  await run(app, await populate(app.world));
  assert.deepEqual(app.mistakes, []);
}

/** Sends several requests at once. */
export function atOnce(n: number, ask: (n: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: n }, (_, index) => ask(index)));
}

/** Counts the responses by status. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Returns the distinct codes of all refusals with a status. */
export function codesOf(answers: readonly Answer[], status: number): string[] {
  return [...new Set(answers.filter((one) => one.status === status).map(({ body }) => body.code))];
}
