import assert from "node:assert/strict";
import { intercept } from "../../support/interception.ts";
import { until } from "../../support/limits.ts";
import { browserTest } from "../../support/stage.ts";

/** The `Retry-After` of each answer, in seconds, and the pause that follows it. */
const answers = [[120, 120], [0, 2], [0, 4], [0, 8], [60, 60], [0, 30]] as const;

browserTest(
  "a page waits longer after each failed connection, or as long as the server says",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/auth/signin");
    await page.clock.install();
    // Without the random part, a pause has its exact length
    await page.addInitScript(() => Math.random = () => 0.5);
    let asked = 0;
    await intercept(page, "**/workspace/live", (route) => {
      const [seconds] = answers[asked++] ?? [0];
      return route.fulfill({ status: 503, headers: { "retry-after": String(seconds) } });
    });
    const isAsked = (times: number) =>
      until(`Request ${times} for news`, () => asked >= times, 10_000);
    /** Waits until the page has received the answer. */
    const received = async () => {
      for (let n = 0; n < 3; n++) await page.evaluate(async () => void await fetch("/health"));
    };
    await page.goto("/workspace/tasks");
    await isAsked(1);
    await received();
    // From here on, the clock stops between the steps
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
    await page.clock.runFor(120_000);
    for (const [n, [, seconds]] of answers.entries()) {
      if (n === 0) continue;
      await isAsked(n + 1);
      await received();
      await page.clock.runFor(seconds * 1_000 - 10);
      await received();
      assert.equal(asked, n + 1, `pause ${n + 1} lasts ${seconds} s`);
      await page.clock.runFor(20);
    }
    await isAsked(answers.length + 1);
  },
);
