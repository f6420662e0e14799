import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";

Deno.test("without scripts, the search page finds a task and completes it", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open("/workspace/tasks");
    await page.press("link", "Search", page.byId("bar"));
    const main = () => page.find("main", /^/);
    page.fill(page.nameOf(page.find("searchbox", /^/, main())), "gate");
    await page.press("button", "Search", main());
    await page.press("link", "Actions on Mend the gate", main());
    await page.press("button", "Complete task", main());
    assert.match(page.text(page.byId("toasts")), /ENG-1 completed/);
  }));

Deno.test("without scripts, the public search is a form whose results link to pages", () =>
  withApp({}, async (app) => {
    const page = new PlainBrowser(app);
    await page.open("/");
    await page.press("link", "Search");
    const main = () => page.find("main", /^/);
    const look = async (words: string) => {
      page.fill(page.nameOf(page.find("searchbox", /^/)), words);
      await page.press("button", "Search", main());
    };
    await look("zebra");
    assert.match(page.text(), /No pages match “zebra”/);
    await look("register");
    assert.equal(page.address, "/?q=register");
    await page.press("link", /^Create your account/, main());
    assert.equal(page.address, "/auth/signup");
  }));
