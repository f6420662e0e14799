import { entryOfInboxPath, inboxPath, snoozePagePath } from "../../../views/inbox_paths.ts";
import { titleOf } from "../../../views/inbox/entry.tsx";
import { EntryBar, EntryContent } from "../../../views/inbox/entry_page.tsx";
import { type SnoozeChoice, SnoozeMenu } from "../../../views/inbox/snooze_menu.tsx";
import { Main } from "../../../views/layouts/shell.tsx";
import { fits } from "../../../views/ui/typed.ts";
import { comingMoment, type PageClock } from "../../../views/ui/time.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { typedMoment } from "../../domain/core/typed_moments.ts";
import type { WeekStart } from "../../domain/core/weeks.ts";
import { findEntry } from "../../domain/inbox/read.ts";
import { searchTextIn } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { shownEntries } from "./shown_entries.ts";
import { isSnoozed } from "./entry_state.ts";

/** A single entry. It opens in the panel if its record has no page. */
export const entryPage = page({
  path: entryOfInboxPath,
  who: "members",
  peeks: true,
  sidebarPaths: () => [inboxPath],
  async read(at) {
    const entry = await readEntryPage(at);
    const [shown] = await shownEntries(at, [entry]);
    return { entry: shown!, clock: pageClockOf(at) };
  },
}).shows({
  title: ({ entry }) => titleOf(entry),
  bar: ({ entry, peeked }) => <EntryBar entry={entry} peeked={peeked} />,
  main: ({ peeked, ...props }) =>
    peeked ? <EntryContent {...props} title="h2" /> : (
      <Main kind="detail">
        <EntryContent {...props} title="h1" />
      </Main>
    ),
});

/** The menu of snooze times: common times, and typed ones. */
export const snoozeMenu = page({
  path: snoozePagePath,
  who: "members",
  layer: "menu",
  under: () => inboxPath,
  async read(at) {
    const entry = await readEntryPage(at);
    const q = searchTextIn(at.url);
    return {
      entry,
      q,
      ...choicesFor(pageClockOf(at), q, at.viewer.preferences.weekStart),
      snoozed: isSnoozed(entry, at.now),
    };
  },
}).shows({
  title: ({ entry }) => `Snooze ${titleOf(entry)}`,
  main: ({ entry, ...props }) => (
    <SnoozeMenu
      id={entry.id}
      of={entry.subject.reference ?? titleOf(entry)}
      {...props}
    />
  ),
});

/** Common times, with the text that people would type. */
const usual: readonly [name: string, typed: string][] = [
  ["In 3 hours", "3h"],
  ["This evening", "today evening"],
  ["Tomorrow", "tomorrow"],
  ["Weekend", "weekend"],
  ["Next week", "next week"],
];

/**
 * Returns times in order, each once, under its first name, because on Sundays tomorrow is next week. Also explains typed text that
 * isn't a time.
 */
function choicesFor(
  clock: PageClock,
  q: string,
  weekStart: WeekStart,
): { choices: SnoozeChoice[]; why: string } {
  const { now, timeZone } = clock;
  const offered = usual.filter(([name]) => q === "" || fits(q, name));
  const typed: [string | null, string][] = q === "" ? [] : [[null, q]];
  const choices = [...offered, ...typed].flatMap(([name, words]) => {
    const { at: until } = typedMoment(words, now, timeZone, weekStart);
    if (until === null) return [];
    const label = comingMoment(until, clock);
    return [name === null ? { name: label, until } : { name, until, label }];
  });
  return {
    choices: choices.filter(({ until }, n) => choices.findIndex((one) => one.until === until) === n)
      .sort((a, b) => Date.parse(a.until) - Date.parse(b.until)),
    why: typedMoment(q, now, timeZone, weekStart).why ?? "",
  };
}

async function readEntryPage(
  at: Pick<PageContext<Member>, "ask"> & { params: { notificationId: string } },
) {
  return parseJson(await at.ask(findEntry, at.params));
}
