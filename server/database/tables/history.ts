import type { Generated } from "kysely";

/** Activity, the audit log, and stored responses. */
export interface HistoryTables {
  activity: ActivityTable;
  audit: AuditTable;
  idempotency_keys: IdempotencyKeysTable;
}

interface ActivityTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  subject_kind: string;
  subject_id: string;
  kind: string;
  actor_id: string | null;
  credential_id: string | null;
  interface: "web" | "api" | "cli" | "system";
  data: string;
  created_at: string;
  /** For a change that can be undone: the first entry of the same act. */
  act_id: string | null;
  /** Each changed field with its old and new value: `{"priority": ["low", "high"]}`. */
  undo: string | null;
  /** The time when the change was undone. */
  undone_at: string | null;
}

interface AuditTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string | null;
  profile_id: string | null;
  user_id: string | null;
  credential_kind: string | null;
  credential_id: string | null;
  interface: "web" | "api" | "cli" | "system";
  address: string | null;
  kind: string;
  subject_kind: string | null;
  subject_id: string | null;
  subject_name: string | null;
  data: string;
  created_at: string;
}

interface IdempotencyKeysTable {
  owner_id: string;
  key: string;
  /** A hash of method, path, and body. The same key with another request is rejected. */
  fingerprint: string;
  /** JSON text; `null` if the response has a secret. */
  answer: string | null;
  created_at: string;
}
