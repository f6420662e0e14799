import assert from "node:assert/strict";
import { createTestApp } from "../support/app.ts";
import { testOrigin } from "../support/world.ts";
import { globalOffers } from "./palette/global.ts";
import { menus, others } from "./palette/menus.ts";
import { type Offer, shownTo } from "./palette/row.ts";
import { addRecords } from "./palette/walk.ts";
import { signEverybodyIn } from "./pages/people.ts";
import { populate } from "./support/full_cast.ts";

/** Commands that open a page, and whether they open a form there. */
const leads = [globalOffers, ...Object.values(menus), ...Object.values(others)].flat()
  .filter(({ effect }) => effect.startsWith("/"));
const opensForm = ({ command }: Offer) => /\.create|^create\.|^invite\.|^install\./.test(command);

/** Viewers with their own browsers. */
const kinds = ["owner", "admin", "lead", "member", "commentator", "outsider"] as const;

/** Returns the error of a page that should open a form, or an empty text. */
function faultOf(html: string): string {
  const main = /<main id="main".*<\/main>/s.exec(html)?.[0] ?? "";
  const form = [...main.matchAll(/<form .*?<\/form>/gs)].map(([form]) => form)
    .find((form) => /<[^>]* autofocus\b/.test(form));
  if (form === undefined) return "opens no form with a focused field";
  const [first] = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([field]) => field)
    .filter((field) => !/type="hidden"/.test(field));
  return / autofocus\b/.test(first ?? "") ? "" : `focuses another field than ${first}`;
}

Deno.test("every URL in the palette opens a page, and every create command focuses its form", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  const cookies = await signEverybodyIn(fullCast);
  const ids = await addRecords(fullCast);
  const wrong = new Set<string>();
  const seen = new Set<string>();
  for (const kind of kinds) {
    for (const offer of shownTo(leads, kind)) {
      const path = offer.effect.replace(/\{(\w+)\}/g, (_all, name) => ids[name] ?? name);
      if (seen.has(`${kind} ${path}`)) continue;
      seen.add(`${kind} ${path}`);
      const headers = { accept: "text/html", cookie: cookies[kind] };
      let answer = await app.app.request(path, { headers });
      const next = answer.headers.get("location");
      if (next !== null) answer = await app.app.request(new URL(next, testOrigin), { headers });
      const html = await answer.text();
      const fault = answer.status === 200
        ? opensForm(offer) && faultOf(html)
        : `gets ${answer.status}`;
      if (fault) wrong.add(`${offer.command} by ${kind} at ${path}: ${fault}`);
    }
  }
  assert.ok([...seen].some((one) => one.includes("compose?parentId=")), "no record was opened");
  assert.deepEqual([...wrong], []);
  assert.deepEqual(app.mistakes, []);
});
