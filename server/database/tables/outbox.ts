import type { Generated } from "kysely";
import type { NotificationKind } from "../../domain/vocabulary.ts";

/** What is to be mailed, and to whom nothing. */
export interface OutboxTables {
  outbox: OutboxTable;
  unmailed_addresses: UnmailedAddressesTable;
}

/** An address without an account to which no invitation is mailed. */
interface UnmailedAddressesTable {
  /** What stands for the address, which can't be read off it. */
  key: string;
  since: string;
}

/** One thing that a mail is to tell somebody; it goes once that was taken, or is given up. It holds none of its words. */
interface OutboxTable {
  /** The notification; of an invitation's own mail one for each time that it is sent. */
  id: string;
  workspace_id: string;
  /** A profile; the invitation of an invitation's own mail, which goes to somebody without a profile there. */
  recipient_id: string;
  /** `invitation` is an invitation's own mail. */
  kind: NotificationKind;
  queued_at: string;
  /** How many mails with it weren't taken for now. */
  tries: Generated<number>;
  /** Until when it isn't tried again. */
  retry_at: string | null;
  /** The mail that tells it, while that is being sent. */
  mail_id: string | null;
  claimed_at: string | null;
}
