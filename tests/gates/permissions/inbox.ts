import { everybody, type Row, type Table } from "./row.ts";

const own = everybody.filter((kind) => kind !== "member");
const notTheirs = Object.fromEntries(own.map((kind) => [kind, 404]));

/** Changes an entry in the member's inbox, which doesn't exist for anyone else. */
function ofAnEntry(input: Row["input"]): readonly Row[] {
  return [{
    input,
    scope: "tasks.write",
    may: ["member"],
    except: { ...notTheirs, "pat:tasks.write": 404 },
  }];
}
const ofOne = ofAnEntry(({ ids }) => ({ notificationId: ids.notification }));
const entries = ofAnEntry(({ ids }) => ({ notificationIds: [ids.notification] }));

export const inboxRows: Table = {
  "inbox.list": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.count": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.find": [{
    input: ({ ids }) => ({ notificationId: ids.notification }),
    scope: "tasks.read",
    may: ["member"],
    except: { ...notTheirs, "pat:tasks.read": 404 },
  }],
  "inbox.counts": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.read": entries,
  "inbox.unread": entries,
  "inbox.archive": entries,
  "inbox.restore": entries,
  "inbox.snooze": ofAnEntry(({ ids }) => ({
    notificationIds: [ids.notification],
    until: "tomorrow",
  })),
  "inbox.unsnooze": entries,
  "inbox.follow": ofOne,
  "inbox.unfollow": ofOne,
  "inbox.unreadAll": [{
    input: () => ({ readAt: "2026-12-03T17:00:00.000Z" }),
    scope: "tasks.write",
    may: everybody,
  }],
  "inbox.update": ofAnEntry(({ ids }) => ({
    notificationId: ids.notification,
    patch: { read: true },
  })),
  "inbox.readAll": [{ input: () => ({}), scope: "tasks.write", may: everybody }],
};
