import assert from "node:assert/strict";
import { type Answer, createTestApp, type TestApp } from "../../support/app.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type FullCast, populate } from "./full_cast.ts";

/** Runs a race in an app of its own, on a file, where reads and writes have a connection each. */
export async function race(
  run: (app: TestApp, fullCast: FullCast) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("data.db")}`;
  await using app = await createTestApp({ databaseUrl });
  await run(app, await populate(app.world));
  assert.deepEqual(app.mistakes, []);
}

/** Several requests at one moment. */
export function atOnce(n: number, ask: (n: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: n }, (_, index) => ask(index)));
}

/** How often each status came. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The codes of all refusals with a status, each once. */
export function codesOf(answers: readonly Answer[], status: number): string[] {
  return [...new Set(answers.filter((one) => one.status === status).map(({ body }) => body.code))];
}
