import type { Generated } from "kysely";
import type { NotificationKind } from "../../domain/vocabulary.ts";

/** What people say about tasks and hear of them: comments, approvals, followers, the inbox. */
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
  /** What is to be approved, in Markdown. */
  body: string;
  state: Generated<"open" | "approved" | "declined" | "withdrawn">;
  /** What the approver said to their decision. */
  comment: string | null;
  version: Generated<number>;
  created_at: string;
  /** When it was decided or withdrawn. */
  closed_at: string | null;
}

interface TaskFollowsTable {
  task_id: string;
  profile_id: string;
  /** 0 for somebody who would follow by themselves and doesn't want to. */
  following: Flag;
  created_at: string;
}

interface NotificationsTable {
  id: string;
  workspace_id: string;
  /** A profile, or a user for what reaches them before they have a profile here. */
  recipient_id: string;
  kind: NotificationKind;
  subject_kind: string;
  subject_id: string;
  actor_id: string | null;
  comment_id: string | null;
  /** Of a view: the task or project that came into it. */
  arrived_id: string | null;
  /** Of a view: how many came into it since its entry was read. */
  arrivals: Generated<number>;
  data: string;
  /** Whether it is the newest of its recipient and subject, and so stands in the inbox. */
  latest: Generated<Flag>;
  created_at: string;
  read_at: string | null;
  archived_at: string | null;
  /** What matters most among the kinds of all that it stands for. */
  reason: Generated<NotificationKind>;
  /** A whole minute: until then it stands among what was put off. */
  snoozed_until: string | null;
}
