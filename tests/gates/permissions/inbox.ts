import { everybody, type Row, type Table } from "./row.ts";

const own = everybody.filter((kind) => kind !== "member");
const notTheirs = Object.fromEntries(own.map((kind) => [kind, 404]));

/** A change of an entry of the member's inbox, which is there for nobody else. */
function ofAnEntry(input: Row["input"]): readonly Row[] {
  return [{
    input,
    scope: "tasks.write",
    may: ["member"],
    except: { ...notTheirs, "pat:tasks.write": 404 },
  }];
}
const entries = ofAnEntry(({ ids }) => ({ notificationIds: [ids.notification] }));

export const inboxRows: Table = {
  "inbox.list": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.count": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "inbox.read": entries,
  "inbox.unread": entries,
  "inbox.archive": entries,
  "inbox.restore": entries,
  "inbox.update": ofAnEntry(({ ids }) => ({
    notificationId: ids.notification,
    patch: { read: true },
  })),
  "inbox.readAll": [{ input: () => ({}), scope: "tasks.write", may: everybody }],
};
