import assert from "node:assert/strict";
import { Hono } from "hono";
import type { Env } from "../../server/http/env.ts";
import { PlainBrowser } from "../support/plain_browser.ts";

/** Returns a browser on a page of this markup; each form is answered with its method and its entries. */
async function onPage(body: string): Promise<PlainBrowser> {
  const app = new Hono<Env>();
  app.get("/", (c) => c.html(`<!doctype html><body>${body}`));
  app.all("/sent", async (c) => {
    const sent = c.req.method === "GET" ? c.req.url.replace(/[^?]*\?/, "") : await c.req.text();
    return c.html(`<!doctype html><body>${c.req.method} ${sent.replaceAll("&", " ")}`);
  });
  const browser = new PlainBrowser({ app });
  await browser.open("/");
  return browser;
}

Deno.test("the test browser without scripts sends a form's successful controls, in the order of the page", async () => {
  const page = await onPage(`
    <input form="f" name="before" value="1">
    <form id="f" action="/sent?lost=1">
      <input type="hidden" name="h" value="a b"><input name="">
      <input name="off" value="x" disabled>
      <fieldset disabled><legend><input name="legend" value="2"></legend><input name="in"></fieldset>
      <input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2">
      <label><input type="checkbox" name="on"> Pick </label>
      <label><input type="radio" name="r" value="1" checked> One </label>
      <label><input type="radio" name="r" value="2"> Two </label>
      <select name="first"><option disabled>No</option><option>Yes</option></select>
      <select name="several" multiple aria-label="Several">
        <option selected>p</option><option value="Q">q</option><option>s</option>
      </select>
      <textarea name="text" aria-label="Text">\nold</textarea>
      <noscript><input type="hidden" name="plain" value="y"></noscript>
      <template><input name="template"></template>
      <button name="act" value="other">Other</button>
      <button name="act" value="send">Send</button>
      <button type="button" name="act" value="script">Script</button>
    </form>
    <select form="f" name="after"><option value="">None</option></select>`);
  assert.equal(page.value("Text"), "old");
  page.check("Pick");
  page.check("Two");
  page.choose("Several", "q");
  page.fill("Text", "one\ntwo");
  await page.press("button", "Send");
  assert.equal(
    page.text(),
    "GET before=1 h=a+b legend=2 c=1 on=on r=2 first=Yes several=p several=Q " +
      "text=one%0D%0Atwo plain=y act=send after=",
  );
});

Deno.test("the test browser without scripts sends a form with the pressed button, or the first on Enter", async () => {
  const form = `<form action="/nowhere" method="get"><input name="a" aria-label="A">
    <button name="by" value="1" formaction="/sent" formmethod="post">One</button>
    <button name="by" value="2" formaction="/sent">Two</button></form>`;
  const page = await onPage(form);
  await page.press("button", "Two");
  assert.equal(page.text(), "GET a= by=2");
  await page.open("/");
  page.fill("A", "x");
  await page.enter("A");
  assert.equal(page.text(), "POST a=x by=1");
});

Deno.test("the test browser without scripts can't use controls that a person can't use", async () => {
  const page = await onPage(`
    <form action="/sent">
      <input name="r" required aria-label="Needed"><input maxlength="2" aria-label="Short">
      <input readonly aria-label="Fixed">
      <button>Send</button><button formnovalidate>Skip</button><button disabled>Off</button>
      <div hidden><button>Hidden</button></div><dialog><button>Closed</button></dialog>
      <details><summary>More</summary><button>Folded</button></details>
      <button type="button" popovertarget="over">Open</button>
      <div id="over" popover><button>Over</button></div>
      <button type="button">Script</button>
    </form><a>Nowhere</a><a href="https://example.com/">Away</a>`);
  const refused: [() => Promise<void> | void, RegExp][] = [
    [() => page.press("button", "Send"), /Needed is required/],
    [() => page.fill("Short", "xyz"), /Short doesn't take/],
    [() => page.fill("Fixed", "x"), /Fixed doesn't take/],
    [() => page.press("button", "Off"), /is disabled/],
    [() => page.press("button", "Script"), /does nothing without scripts/],
    [() => page.press("link", "Nowhere"), /no link/],
    [() => page.press("link", "Away"), /another site/],
  ];
  for (const [use, why] of refused) await assert.rejects(async () => await use(), why);
  for (const name of ["Hidden", "Closed", "Folded", "Over"]) {
    await assert.rejects(page.press("button", name), /no button/, name);
  }
  assert.equal(page.deadLinks().length, 1);
  await page.press("summary", "More");
  await page.press("button", "Open");
  for (const name of ["Folded", "Over"]) page.find("button", name);
  await page.press("button", "Skip");
  assert.equal(page.text(), "GET r=");
});
