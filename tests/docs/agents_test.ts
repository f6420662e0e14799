import assert from "node:assert/strict";
import { computeScore, runChecks } from "../packages/afdocs.ts";
import { isFull } from "../support/seeds.ts";
import { serve } from "./serve.ts";

/** The number of pages to check, which the checker spreads over all pages. */
const PAGES = isFull ? 400 : 12;

Deno.test("a public checker of docs for agents gives the docs 100 points", async () => {
  await using served = await serve();
  const report = await runChecks(`${served.origin}/docs`, {
    requestDelay: 0,
    maxConcurrency: 4,
    samplingStrategy: "deterministic",
    maxLinksToTest: PAGES,
    networkContext: "ci",
  });
  const failed = report.results.filter(({ status }) => status !== "pass" && status !== "skip")
    .map(({ id, message, details }) => ({ id, message, pages: failedIn(details) }));
  assert.deepEqual(failed, []);
  assert.equal(computeScore(report).overall, 100);
  assert.deepEqual(served.app.mistakes, []);
});

/** Returns the results of pages that didn't pass. */
function failedIn(details: Record<string, unknown> = {}): unknown[] {
  const { pageResults = [] } = details;
  return Array.isArray(pageResults) ? pageResults.filter(({ status }) => status !== "pass") : [];
}
