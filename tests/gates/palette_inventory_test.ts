import assert from "node:assert/strict";
import { DomainError } from "../../server/domain/core/errors.ts";
import { commandNames } from "../../server/palette/command_names.ts";
import type { PaletteItem, Ran } from "../../server/palette/schema.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { globalOffers } from "./palette/global.ts";
import { menus, others } from "./palette/menus.ts";
import { headlines } from "./palette/others.ts";
import { type Offer, shownTo, viewers } from "./palette/row.ts";
import { strangers, walking } from "./palette/walk.ts";
import type { ActorKind } from "./permissions/actors.ts";

/** Replaces names with IDs. */
function filled(text: string, ids: Record<string, string>, me = ""): string {
  return text.replace(/\{(\w+)\}/g, (_all, name) => name === "me" ? me : ids[name] ?? name);
}

const titlesOf = (items: readonly { title: string }[]) => items.map(({ title }) => title);

/** Compares a row's request or URL with the table. */
function misfit(item: PaletteItem, offer: Offer, ids: Record<string, string>, me: string): string {
  const { command, input, href, asks, id } = item;
  const value = offer.value && filled(offer.value, ids, me);
  if (offer.effect.startsWith("/")) {
    const right = filled(offer.effect, ids, me);
    return href === right && id.startsWith(offer.command) ? "" : `leads to ${href}`;
  }
  const posts = href === null && command === offer.command;
  if (asks) return posts && offer.effect === "—" ? "" : `asks for a ${asks}`;
  return posts && input?.value === value ? "" : `posts ${command} ${input?.value}`;
}

Deno.test("each person gets exactly the commands that the table lists for them", () =>
  walking(async ({ ids, list }) => {
    const wrong: string[] = [];
    for (const kind of viewers) {
      const { commands, viewer: { profileId: me } } = await list(kind);
      const shown = titlesOf(shownTo(globalOffers, kind));
      const titles = titlesOf(commands.map(({ item }) => item));
      const file = "tests/gates/palette/global.ts";
      assertRows(`command that the palette offers to a ${kind}`, titles, shown, file);
      assert.equal(titles.length, shown.length, `a ${kind} is offered a command twice`);
      for (const offer of globalOffers) {
        const { results } = await list(kind, { q: offer.title });
        const found = results.find(({ title }) => title === offer.title);
        const seen = shown.includes(offer.title);
        if (seen && found !== results[0]) wrong.push(`${kind}: ${offer.title} isn't first`);
        if (seen !== Boolean(found)) wrong.push(`${kind}: ${offer.title}`);
        const amiss = found && misfit(found, offer, ids, me);
        if (amiss) wrong.push(`${kind}: ${offer.title} ${amiss}`);
      }
    }
    assertNone(wrong, (one) => `${one}. Change its row in tests/gates/palette if that is right.`);
  }));

Deno.test("each person gets exactly the actions on a record that the table lists for them", () =>
  walking(async ({ ids, list }) => {
    const wrong: string[] = [];
    for (const kind of viewers) {
      const { viewer: { profileId: me } } = await list(kind);
      for (const [record, offers] of Object.entries({ ...menus, ...others })) {
        const { actions } = await list(kind, { record: ids[record] });
        const [titles, shown] = [titlesOf(actions), shownTo(offers, kind)];
        const right = titlesOf(shown);
        const more = titles.filter((title) => !right.includes(title));
        const notTheirs = titlesOf(offers).filter((title) => more.includes(title));
        for (const title of menus[record] ? more : notTheirs) {
          wrong.push(`${record}: ${kind} is offered ${title}`);
        }
        for (const offer of shown) {
          const item = actions.find(({ title }) => title === offer.title);
          const amiss = item ? misfit(item, offer, ids, me) : "isn't offered";
          if (amiss) wrong.push(`${record}: ${kind}: ${offer.title} ${amiss}`);
        }
        if (new Set(titles).size < titles.length) {
          wrong.push(`${record}: ${kind}: one stands twice`);
        }
      }
    }
    assertNone(wrong, (one) => `${one}. Change its row in tests/gates/palette if that is right.`);
  }));

Deno.test("the best result includes its actions", () =>
  walking(async ({ list }) => {
    for (const [q, titles] of headlines) {
      const offered = titlesOf(
        (await list("owner", { q })).results.filter(({ kind }) => kind === "action"),
      );
      for (const title of titles) {
        assert.ok(offered.includes(title), `${q}: ${title} in ${offered}`);
      }
    }
  }));

Deno.test("each command has the effect in the table for the listed people, and is refused to others", () =>
  walking(async ({ ids, list, run }) => {
    const wrong: string[] = [];
    const tables = { "": globalOffers, ...menus, ...others };
    const people: Partial<Record<ActorKind, string>> = {};
    for (const kind of viewers) people[kind] = (await list(kind)).viewer.profileId;
    for (const [record, offers] of Object.entries(tables)) {
      for (const offer of offers.filter(({ effect }) => effect !== "—")) {
        for (const kind of [...viewers, ...Object.keys(strangers) as ActorKind[]]) {
          const me = people[kind] ?? "";
          const { command, value } = offer;
          const ran = await run(kind, {
            command,
            ...record ? { record: ids[record] } : {},
            ...value ? { value: filled(value, ids, me) } : {},
          });
          const right = rightFor(offer, offers, kind);
          const found = typeof ran === "number" ? ran : cameOf(ran, offer.effect, ids, me);
          if (found !== right) {
            wrong.push(`${record} ${offer.title} by ${kind}: ${found}, not ${right}`);
          }
        }
      }
    }
    assertNone(wrong, (one) => `${one}. Change its row in tests/gates/palette if that is right.`);
  }));

/** Returns the expected status of a command. */
function rightFor(
  offer: Offer,
  offers: readonly Offer[],
  kind: ActorKind,
): "done" | "other" | number {
  const stranger = strangers[kind];
  if (stranger) return stranger;
  if (offer.may.includes(kind)) return "done";
  // The same command leads elsewhere for a person with another row
  const twin = offers.some((one) =>
    one.command === offer.command && one.effect.startsWith("/") && one.may.includes(kind)
  );
  if (twin) return "other";
  const unseen = /\{(privateProject|ppl)\}/.test(offer.value ?? "");
  return unseen && ["lead", "member"].includes(kind) ? 422 : 403;
}

/** Checks the result of a command. */
function cameOf(ran: Ran, effect: string, ids: Record<string, string>, me: string): string {
  const right = filled(effect, ids, me);
  const [, kind, field, value] = /^(\w+)\.(\w+) = (.*)$/.exec(right) ?? [];
  if (!kind) return (right.startsWith("/") ? ran.href : ran.message) === right ? "done" : "other";
  const record = (ran as unknown as Record<string, Record<string, unknown>>)[kind];
  return String(record?.[field!]) === value ? "done" : `${field} is ${record?.[field!]}`;
}

Deno.test("people who can't open the palette get no commands", () =>
  walking(async ({ list }) => {
    for (const [kind, status] of Object.entries(strangers)) {
      const error = await list(kind as ActorKind).catch((reason: unknown) => reason);
      assert.ok(error instanceof DomainError, kind);
      assert.equal(error.status, status, kind);
    }
  }));

Deno.test("the table contains exactly the commands that can be run", () => {
  const named = [globalOffers, ...Object.values(menus), ...Object.values(others)].flat()
    .map(({ command }) => command);
  assert.deepEqual([...new Set(named)].toSorted(), commandNames.toSorted());
});
