import type { InboxCounts, Notification } from "../../server/domain/inbox/schema.ts";
import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, command, flag, requiredValue, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { table } from "../table.ts";
import { inWords } from "../times.ts";

const reasons = [
  "mention",
  "assignment",
  "invitation",
  "viewUpdate",
  "comment",
  "status",
  "approval",
  "reminder",
];
const which = { notification: argument("The notification's id: note_…") };
const reasonHelp = "Only those with one of these reasons, with commas between: mention,approval";

const pathOf = async (settings: Settings, rest = "") =>
  `${await workspacePath(settings)}/inbox${rest && `/${rest}`}`;

type Notifications = Collection<"notifications", Notification>;

function render({ notifications, nextCursor }: Notifications): string {
  const rows = notifications.map((
    { id, reason, readAt, snoozedUntil, createdAt, subject, actor },
  ) => [
    id,
    readAt === null ? "unread" : "read",
    reason,
    inWords(snoozedUntil ?? createdAt),
    actor?.name ?? null,
    [subject.reference, subject.title].filter(Boolean).join(" "),
  ]);
  const headings = ["Id", "Read", "Reason", "Since", "Who", "What it is about"];
  const body = table(headings, rows, "Nothing is there.");
  return withMore(body, { nextCursor });
}

/** A command that changes one entry. */
function marking(
  name: string,
  summary: string,
  patch: Record<string, unknown>,
  said: string,
) {
  return command({
    path: `inbox ${name}`,
    summary,
    args: which,
    run: async ({ args, globals }) => {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, encodeURIComponent(args.notification));
      const answer = await ask(settings, { method: "PATCH", path, body: patch });
      await print(globals, answer, () => said);
    },
  });
}

/** A command that follows what an entry is about, or stops to. */
function following(name: string, summary: string, is: boolean, said: string) {
  return command({
    path: `inbox ${name}`,
    summary,
    args: which,
    run: async ({ args, globals }) => {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, `${encodeURIComponent(args.notification)}/follow`);
      await ask(settings, { method: is ? "PUT" : "DELETE", path });
      await print(globals, { following: is }, () => said);
    },
  });
}

export const commands = [
  command({
    path: "inbox list",
    summary: "List what is in your inbox",
    options: {
      unread: flag("Only what is unread"),
      snoozed: flag("What is snoozed, in place of what isn't"),
      archived: flag("What is archived, in place of what isn't"),
      reason: value("<reasons>", reasonHelp, reasons),
      ...paging,
    },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const { unread, snoozed, archived, ...others } = options;
      const query = { ...given({ unread, snoozed, archived }), ...others };
      const answer = await askPage<"notifications", Notification>(
        settings,
        await pathOf(settings),
        "notifications",
        query,
      );
      await print(globals, answer, render);
    },
  }),
  command({
    path: "inbox count",
    summary: "Count what there is of each part of your inbox, each up to 100",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "counts");
      const answer = await ask<{ counts: InboxCounts }>(settings, { method: "GET", path });
      await print(globals, answer, ({ counts: { unread, snoozed, reasons } }) =>
        table(
          ["What", "How many"],
          Object.entries({ unread, snoozed, ...reasons }).map(([name, n]) => [name, String(n)]),
          "",
        ));
    },
  }),
  marking("read", "Mark a notification as read", { read: true }, "It is marked as read."),
  marking("unread", "Mark a notification as unread", { read: false }, "It is marked as unread."),
  marking(
    "archive",
    "Put a notification away until something new happens",
    { archived: true },
    "It is archived.",
  ),
  marking(
    "restore",
    "Bring a notification back from the archive",
    { archived: false },
    "It is back in your inbox.",
  ),
  command({
    path: "inbox snooze",
    summary: "Put a notification off: it comes back unread",
    args: {
      ...which,
      until: argument('When it comes back: tomorrow, "mon 14:00", 3h, 2026-12-03T09:00:00Z'),
    },
    examples: ['backlog inbox snooze note_01kkgqt880ec68mygyx05sdq3r "mon 14:00"'],
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, encodeURIComponent(args.notification));
      const body = { snoozedUntil: args.until };
      const answer = await ask<{ notification: Notification }>(settings, {
        method: "PATCH",
        path,
        body,
      });
      await print(
        globals,
        answer,
        ({ notification }) => `It comes back at ${notification.snoozedUntil}.`,
      );
    },
  }),
  marking(
    "unsnooze",
    "Bring back a notification that was put off",
    { snoozedUntil: null },
    "It is back in your inbox.",
  ),
  following("follow", "Hear of a notification's task or view again", true, "You follow it."),
  following(
    "unfollow",
    "Hear no more of a notification's task or view",
    false,
    "You no longer follow it.",
  ),
  command({
    path: "inbox read-all",
    summary: "Mark everything in your inbox as read",
    options: { reason: value("<reasons>", reasonHelp, reasons) },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "read-all");
      const body = options.reason === undefined
        ? {}
        : { reason: options.reason.split(",").map((one) => one.trim()) };
      const answer = await ask<{ read: number }>(settings, { method: "POST", path, body });
      await print(globals, answer, ({ read }) => `${read} marked as read.`);
    },
  }),
  command({
    path: "inbox unread-all",
    summary: "Mark what was read in one act as unread again",
    options: { readAt: requiredValue("<time>", "The readAt that read-all answered") },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "unread-all");
      await ask(settings, { method: "POST", path, body: { readAt: options.readAt } });
      await print(globals, { unread: true }, () => "It is unread again.");
    },
  }),
];
