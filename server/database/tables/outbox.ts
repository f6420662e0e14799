import type { Generated } from "kysely";
import type { NotificationKind } from "../../domain/vocabulary.ts";

/** The queue of emails, and addresses that get none. */
export interface OutboxTables {
  outbox: OutboxTable;
  unmailed_addresses: UnmailedAddressesTable;
}

/** An address without an account that gets no invitation emails. */
interface UnmailedAddressesTable {
  /** A keyed hash of the address, which doesn't reveal it. */
  key: string;
  since: string;
}

/** A notification or invitation to email. Deleted when it was sent or dropped. Contains no text of the email. */
interface OutboxTable {
  /** The notification, or for an invitation a separate ID each time it is sent. */
  id: string;
  workspace_id: string;
  /** A profile, or the invitation for an invitation email, whose recipient has no profile there. */
  recipient_id: string;
  /** `invitation` means an invitation email. */
  kind: NotificationKind;
  queued_at: string;
  /** The number of failed attempts. */
  tries: Generated<number>;
  /** The time of the next attempt. */
  retry_at: string | null;
  /** The email that contains it, while it is being sent. */
  mail_id: string | null;
  claimed_at: string | null;
}
