import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { commaList, key, line, queryFlag } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
import { approvalStates, notificationKinds } from "../vocabulary.ts";
import { ProfileRef } from "../refs/schema.ts";

const reasons = commaList(z.enum(notificationKinds));

/** `GET …/inbox`. */
export const InboxList = z.strictObject({
  unread: queryFlag.optional().describe("Whether to list only unread notifications."),
  archived: queryFlag.optional()
    .describe("Whether to list only archived notifications."),
  snoozed: queryFlag.optional()
    .describe("Whether to list only snoozed notifications, ordered by return time."),
  reason: reasons.optional()
    .describe("Filter by reason, comma-separated."),
  ...pageFields,
}).refine(({ archived, snoozed }) => !(archived && snoozed), {
  path: ["snoozed"],
  error: "Choose either archived or snoozed notifications.",
});

/** `POST …/inbox/read-all`. */
export const ReadAll = z.strictObject({
  reason: z.array(z.enum(notificationKinds)).min(1, "Choose at least one reason.").optional()
    .describe("Filter by reason."),
});

/** `POST …/inbox/unread-all`. */
export const UnreadAll = z.strictObject({
  readAt: z.iso.datetime("Use a time such as 2026-12-03T17:00:00.000Z.")
    .describe("`readAt` from the response of `…/inbox/read-all`."),
});

/** When a snoozed entry comes back, as one types it. */
export const snoozedUntil = line(100).describe(
  "Time the notification returns as unread, such as `2026-12-03T09:00:00Z`. Also accepts words such as " +
    "`tomorrow`, `mon 14:00`, and `3h`, in the workspace's time zone.",
);

/** `PATCH …/inbox/{notificationId}`. */
export const EntryPatch = z.strictObject({
  read: z.boolean().optional().describe("Whether the notification is read."),
  archived: z.boolean().optional().describe("Whether the notification is archived."),
  snoozedUntil: snoozedUntil.nullable().optional(),
}).refine(namesAField, somethingNamed);

/** Several entries of one's inbox. */
export const Entries = z.strictObject({
  notificationIds: z.array(key).min(1, "Choose at least one notification.")
    .max(250, "Choose at most 250 notifications."),
});

/**
 * What was and is: a status; as what one is to take part in a project, `lead` or `member`; of reminders whether it is the
 * `first` or the `last`. And of how many records one would have heard, where a change of many is told once.
 */
export const Data = z.strictObject({
  title: z.string().optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  count: z.int().optional(),
  /** How many were completed in the view since the entry was read. `to` is `completed` where the newest was. */
  completions: z.int().optional(),
});

/** One entry of an inbox: the newest notification about its subject, and the unread ones that it stands for. */
export const Notification = z.strictObject({
  id: z.string(),
  kind: z.enum(notificationKinds),
  /** What matters most among the kinds of all that it stands for. */
  reason: z.enum(notificationKinds),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  /**
   * What it is about; `task`, `project`, `approval`, `invitation` or a kind of view. It is named as it is called now, an
   * approval as its task is.
   */
  subject: z.strictObject({
    kind: z.string(),
    id: z.string(),
    title: z.string().nullable(),
    reference: z.string().nullable(),
    status: z.string().nullable(),
    url: responseFields.url.nullable(),
  }),
  actor: ProfileRef.nullable(),
  /** The beginning of the comment; null when it was deleted, and for what isn't about one. */
  comment: z.strictObject({ id: z.string(), excerpt: z.string() }).nullable(),
  /** The request that waits to be decided, or how it was; null for what isn't about one. */
  approval: z.strictObject({
    id: z.string(),
    state: z.enum(approvalStates),
    /** The beginning of what is to be approved. */
    excerpt: z.string(),
    /** The beginning of what was said to the decision. */
    comment: z.string().nullable(),
  }).nullable(),
  /** The task or project that came into the view last, or was completed in it; null for all else, and when one may no longer see it. */
  arrival: z.strictObject({
    kind: z.enum(["task", "project"]),
    id: z.string(),
    reference: z.string(),
    title: z.string(),
    url: responseFields.url,
  }).nullable(),
  /** How many came into the view since the entry was read. */
  arrivals: z.int(),
  data: Data,
  /** Older unread notifications about the same subject, newest first, at most ten. */
  earlier: z.array(z.strictObject({
    id: z.string(),
    kind: z.enum(notificationKinds),
    actor: ProfileRef.nullable(),
    createdAt: responseFields.time,
  })),
  createdAt: responseFields.time,
  readAt: responseFields.time.nullable(),
  archivedAt: responseFields.time.nullable(),
  /** Until when it is snoozed, or was: it came back then, unread. */
  snoozedUntil: responseFields.time.nullable(),
});
export type Notification = z.output<typeof Notification>;

/** What there is of each part of an inbox, each up to a hundred. */
export const InboxCounts = z.strictObject({
  unread: z.int(),
  snoozed: z.int(),
  /** The unread ones by their reason. */
  reasons: z.record(
    z.enum(notificationKinds),
    z.int().describe("Number of unread notifications for this reason."),
  ),
});
export type InboxCounts = z.output<typeof InboxCounts>;
