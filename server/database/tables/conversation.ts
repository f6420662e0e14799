import type { Generated } from "kysely";
import type { NotificationKind } from "../../domain/vocabulary.ts";

/** Comments, approval requests, followers, and notifications. */
export interface ConversationTables {
  comments: CommentsTable;
  approvals: ApprovalsTable;
  task_follows: TaskFollowsTable;
  notifications: NotificationsTable;
}

type Flag = 0 | 1;

interface CommentsTable {
  id: string;
  workspace_id: string;
  task_id: string;
  author_id: string;
  body: string;
  version: Generated<number>;
  created_at: string;
  edited_at: string | null;
  deleted_at: string | null;
}

interface ApprovalsTable {
  id: string;
  workspace_id: string;
  task_id: string;
  requester_id: string;
  approver_id: string;
  /** The request, in Markdown. */
  body: string;
  state: Generated<"open" | "approved" | "declined" | "withdrawn">;
  /** The approver's comment. */
  comment: string | null;
  version: Generated<number>;
  created_at: string;
  /** The time of the decision or withdrawal. */
  closed_at: string | null;
}

interface TaskFollowsTable {
  task_id: string;
  profile_id: string;
  /** 0 for someone who would follow automatically but opted out. */
  following: Flag;
  created_at: string;
}

interface NotificationsTable {
  id: string;
  workspace_id: string;
  /** A profile, or a user who has no profile here yet. */
  recipient_id: string;
  kind: NotificationKind;
  subject_kind: string;
  subject_id: string;
  actor_id: string | null;
  comment_id: string | null;
  /** For a view: the task or project that entered it. */
  arrived_id: string | null;
  /** For a view: the number of records that entered it since it was last read. */
  arrivals: Generated<number>;
  data: string;
  /** Whether it is its recipient's newest notification about the subject, which the inbox shows. */
  latest: Generated<Flag>;
  created_at: string;
  read_at: string | null;
  archived_at: string | null;
  /** The most important kind among the notifications it represents. */
  reason: Generated<NotificationKind>;
  /** The time the snooze ends, a whole minute. */
  snoozed_until: string | null;
}
