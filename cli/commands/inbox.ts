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
const which = { notification: argument("Notification ID, such as note_…") };
const reasonHelp = "Filter by reason, comma-separated, such as mention,approval";

const pathOf = async (settings: Settings, rest = "") =>
  `${await workspacePath(settings)}/inbox${rest && `/${rest}`}`;

type Notifications = Collection<"notifications", Notification>;

export function render({ notifications, nextCursor }: Notifications): string {
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
  const headings = ["ID", "Read", "Reason", "Time", "Actor", "Subject"];
  const body = table(headings, rows, "No matching notifications");
  return withMore(body, { nextCursor });
}

/** Creates a command that updates one notification. */
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

/** Creates a command that follows a notification's subject, or stops following it. */
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
    summary: "List your notifications",
    options: {
      unread: flag("Only unread notifications"),
      snoozed: flag("List only snoozed notifications"),
      archived: flag("List only archived notifications"),
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
    summary: "Count unread and snoozed notifications, up to 100 per kind",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "counts");
      const answer = await ask<{ counts: InboxCounts }>(settings, { method: "GET", path });
      await print(globals, answer, ({ counts: { unread, snoozed, reasons } }) =>
        table(
          ["Kind", "Count"],
          Object.entries({ unread, snoozed, ...reasons }).map(([name, n]) => [name, String(n)]),
          "",
        ));
    },
  }),
  marking("read", "Mark a notification as read", { read: true }, "Notification marked as read"),
  marking(
    "unread",
    "Mark a notification as unread",
    { read: false },
    "Notification marked as unread",
  ),
  marking(
    "archive",
    "Archive a notification until something new happens",
    { archived: true },
    "Notification archived",
  ),
  marking(
    "restore",
    "Restore an archived notification",
    { archived: false },
    "Notification restored",
  ),
  command({
    path: "inbox snooze",
    summary: "Snooze a notification",
    args: {
      ...which,
      until: argument('Time the snooze ends: 3h, tomorrow, "mon 14:00", or 2026-12-03T09:00:00Z'),
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
        ({ notification }) => `Snoozed until ${notification.snoozedUntil}`,
      );
    },
  }),
  marking(
    "unsnooze",
    "Unsnooze a notification",
    { snoozedUntil: null },
    "Notification unsnoozed",
  ),
  following("follow", "Follow a notification's task, or subscribe to its view", true, "Following"),
  following(
    "unfollow",
    "Unfollow a notification's task, or unsubscribe from its view",
    false,
    "Unfollowed",
  ),
  command({
    path: "inbox read-all",
    summary: "Mark all notifications as read",
    options: { reason: value("<reasons>", reasonHelp, reasons) },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "read-all");
      const body = options.reason === undefined
        ? {}
        : { reason: options.reason.split(",").map((one) => one.trim()) };
      const answer = await ask<{ read: number }>(settings, { method: "POST", path, body });
      await print(
        globals,
        answer,
        ({ read }) => `${read} ${read === 1 ? "notification" : "notifications"} marked as read`,
      );
    },
  }),
  command({
    path: "inbox unread-all",
    summary: "Undo marking all notifications as read",
    options: { readAt: requiredValue("<time>", "readAt value from the read-all response") },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, "unread-all");
      await ask(settings, { method: "POST", path, body: { readAt: options.readAt } });
      await print(globals, { unread: true }, () => "Notifications marked as unread");
    },
  }),
];
