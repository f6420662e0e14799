import type { FullCast } from "../support/full_cast.ts";
import { members, only, type Row, type Rows } from "./row.ts";

const ofEntry = ({ ids }: FullCast) => ({ notificationId: ids.notification! });

/** Actions on entries of a person's own inbox, which nobody else can see. */
const ofOwnInbox: readonly Row[] = [{ params: ofEntry, gets: only(["member"], 404) }];

/** An entry's page, and the forms on it. */
export const entryPageRows: Rows = {
  "/workspace/inbox/:notificationId": ofOwnInbox,
  "/workspace/inbox/:notificationId/snooze": ofOwnInbox,
};

/** Every action on an inbox, with the people who can do it. */
export const inboxRows: Rows = {
  "/workspace/inbox act=read-all": [{ gets: members("ok") }],
  "/workspace/inbox/:notificationId until": [
    { ...ofOwnInbox[0]!, form: () => ({ until: "tomorrow" }) },
  ],
  "/workspace/inbox/:notificationId/before/:before act=unsnooze": [
    {
      params: (fullCast) => ({ ...ofEntry(fullCast), before: "unread" }),
      gets: only(["member"], 404),
    },
  ],
  "/workspace/inbox/read-at/:readAt act=unread-all": [
    { params: () => ({ readAt: "2026-12-03T17:00:00.000Z" }), gets: members("ok") },
  ],
  "/workspace/inbox accept": [
    { form: ({ ids }) => ({ accept: ids.frodesInvitation! }), gets: members(404, "ok") },
  ],
  "/workspace/inbox decline": [
    { form: ({ ids }) => ({ decline: ids.frodesInvitation! }), gets: members(404, "ok") },
  ],
  ...Object.fromEntries(
    ["open", "read", "unread", "archive", "restore", "unsnooze", "unfollow", "follow"].map((
      act,
    ) => [
      `/workspace/inbox/:notificationId act=${act}`,
      ofOwnInbox,
    ]),
  ),
};
