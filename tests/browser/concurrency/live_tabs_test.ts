import assert from "node:assert/strict";
import { acceptInvitation, acceptOnPages, row } from "../../support/browser_walk.ts";
import { PLAIN_HOST } from "../../support/chromium.ts";
import { colleagues, listens, overRest } from "../../support/colleagues.ts";
import { startInside } from "../../support/house_server.ts";
import { browserTest, type Stage } from "../../support/stage.ts";

/** The number of tabs besides the first one, which is closed. */
async function oneMoreThan(many: number, stage: Stage, accept = acceptInvitation) {
  await using people = await colleagues(stage, accept);
  const { make } = overRest(stage, people.ada);
  const { context, page } = people.grace;
  await page.goto("/workspace/tasks");
  await listens(page);
  const tabs = [page];
  for (let n = 1; n <= many; n++) {
    const tab = await context.newPage();
    await tab.goto("/workspace/tasks");
    tabs.push(tab);
  }
  const last = tabs.at(-1)!;
  await listens(last);
  await make("Oil the hinge");
  await row(last, "Oil the hinge").waitFor();
  await page.close();
  await make("Paint the gate");
  await last.bringToFront();
  await row(last, "Paint the gate").waitFor();
}

browserTest(
  "thirty tabs share one stream, another tab can load, and a new tab takes over when the listener closes",
  (stage) => oneMoreThan(30, stage),
);

browserTest(
  "over plain HTTP, where browsers have no locks, more tabs than six connections share one stream",
  async (stage) => {
    const { server, open } = stage;
    await using visit = await open();
    await visit.page.goto("/");
    assert.equal(await visit.page.evaluate("isSecureContext || 'locks' in navigator"), false);
    const url = server.url.replace(PLAIN_HOST, "localhost");
    await oneMoreThan(9, { ...stage, server: { ...server, url } }, acceptOnPages);
  },
  () => startInside({ host: PLAIN_HOST }),
);
