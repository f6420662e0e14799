import type { Generated } from "kysely";

/** What happened, and what was answered. */
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
  /** Of what can be undone: the first entry of the same act. */
  act_id: string | null;
  /** Each field that changed, with what it was and became: `{"priority": ["low", "high"]}`. */
  undo: string | null;
  /** When who did it took it back. */
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
  /** Method, path and body, hashed: the same key for something else is refused. */
  fingerprint: string;
  /** JSON text; null where the answer showed a secret. */
  answer: string | null;
  created_at: string;
}
