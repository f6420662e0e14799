import type { Premises } from "../support/premises.ts";
import { members, only, type Row, type Rows } from "./row.ts";

const ofEntry = ({ ids }: Premises) => ({ notificationId: ids.notification! });

/** What one does with an entry of one's own inbox, which is nobody else's to see. */
const ofOwnInbox: readonly Row[] = [{ params: ofEntry, gets: only(["member"], 404) }];

/** Every action on an inbox, and who may do it. */
export const inboxRows: Rows = {
  "/workspace/inbox act=read-all": [{ gets: members("ok") }],
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
    ["open", "read", "unread", "archive", "restore"].map((act) => [
      `/workspace/inbox/:notificationId act=${act}`,
      ofOwnInbox,
    ]),
  ),
};
