import { z } from "zod";
import { keptIn } from "../core/json.ts";
import {
  firstChannels,
  type NotificationChannel,
  notificationChannels,
  type NotificationKind,
} from "../vocabulary.ts";

const channel = z.enum(notificationChannels, `Use one of ${notificationChannels.join(", ")}.`);
const noticed = z.enum(["inbox", "mail"], "Use inbox or mail: an invitation has to be answered.");

const channels = {
  mention: channel,
  assignment: channel,
  invitation: noticed,
  viewUpdate: channel,
  comment: channel,
  status: channel,
  approval: channel,
  reminder: channel,
} satisfies Record<NotificationKind, z.ZodType<NotificationChannel>>;

/** How one hears of each kind of notification. */
export const Channels = z.strictObject(channels).describe(
  "How one hears of each kind of notification: not at all (`off`), in the `inbox`, or there and by `mail`, which tells " +
    "after a few minutes what is still unread, all at once.",
);
export type Channels = z.output<typeof Channels>;

/** Some kinds of notification, with how one hears of them. */
export const SomeChannels = Channels.partial();
export type SomeChannels = z.output<typeof SomeChannels>;

/**
 * How somebody hears of each kind, by what is kept of what they chose.
 * @returns null where that can't be read: somebody has been at the database
 */
export function channelsIn(kept: unknown): Channels | null {
  const chosen = SomeChannels.safeParse(kept).data;
  return chosen ? withChosen(firstChannels, chosen) : null;
}

/** How somebody hears of each kind, by the column that keeps it: as everybody begins, where that can't be read. */
export function keptChannels(text: string): Channels {
  return channelsIn(keptIn(text)) ?? firstChannels;
}

/** How one hears of each kind once some are chosen. */
export function withChosen(before: Channels, chosen: SomeChannels): Channels {
  const named = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(named) };
}

/** What is kept of how one hears of each kind: what differs from how everybody begins. */
export function chosenIn(channels: Channels): SomeChannels {
  const kinds = Object.keys(channels) as NotificationKind[];
  return Object.fromEntries(
    kinds.filter((kind) => channels[kind] !== firstChannels[kind])
      .map((kind) => [kind, channels[kind]]),
  );
}
