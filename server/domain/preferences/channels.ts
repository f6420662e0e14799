import { z } from "zod";
import { keptIn } from "../core/json.ts";
import {
  firstChannels,
  type NotificationChannel,
  notificationChannels,
  type NotificationKind,
} from "../vocabulary.ts";

const channel = z.enum(notificationChannels, `Use one of ${notificationChannels.join(", ")}.`);
const noticed = z.enum(
  ["inbox", "mail"],
  "Use inbox or mail. You can't turn off notifications about invitations.",
);

const channels = {
  mention: channel.describe("Channel for mentions."),
  assignment: channel.describe("Channel for assignments of tasks and projects."),
  invitation: noticed.describe("Channel for invitations, which you can't turn off."),
  viewUpdate: channel.describe("Channel for updates to saved views you subscribe to."),
  comment: channel.describe("Channel for comments on tasks you follow."),
  status: channel.describe("Channel for status changes of tasks you follow."),
  approval: channel.describe("Channel for approval requests and decisions."),
  reminder: channel.describe("Channel for reminders to post a project update."),
} satisfies Record<NotificationKind, z.ZodType<NotificationChannel>>;

/** The channel of each kind of notification. */
export const Channels = z.strictObject(channels).describe(
  "Channel for each kind of notification: `off`, `inbox`, or `mail` for both inbox and email. One " +
    "email, sent after a few minutes, lists all notifications that are still unread.",
);
export type Channels = z.output<typeof Channels>;

/** The channels of some kinds. */
export const SomeChannels = Channels.partial();
export type SomeChannels = z.output<typeof SomeChannels>;

/**
 * Returns the channel of each kind from the stored choices.
 * @returns null if they are unreadable because someone edited the database
 */
export function channelsIn(kept: unknown): Channels | null {
  const chosen = SomeChannels.safeParse(kept).data;
  return chosen ? withChosen(firstChannels, chosen) : null;
}

/** Returns the channel of each kind from the stored column, or the defaults if it is unreadable. */
export function keptChannels(text: string): Channels {
  return channelsIn(keptIn(text)) ?? firstChannels;
}

/** Returns the channels after a change to some. */
export function withChosen(before: Channels, chosen: SomeChannels): Channels {
  const named = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(named) };
}

/** Returns the channels to store: those that differ from the defaults. */
export function chosenIn(channels: Channels): SomeChannels {
  const kinds = Object.keys(channels) as NotificationKind[];
  return Object.fromEntries(
    kinds.filter((kind) => channels[kind] !== firstChannels[kind])
      .map((kind) => [kind, channels[kind]]),
  );
}
