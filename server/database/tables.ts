import type { PeopleTables } from "./tables/people.ts";
import type { WorkspaceTables } from "./tables/workspaces.ts";
import type { TeamTables } from "./tables/teams.ts";
import type { AutomationTables } from "./tables/automations.ts";
import type { TaskTables } from "./tables/tasks.ts";
import type { ConversationTables } from "./tables/conversation.ts";
import type { ProjectTables } from "./tables/projects.ts";
import type { ViewTables } from "./tables/views.ts";
import type { HistoryTables } from "./tables/history.ts";
import type { SearchTables } from "./tables/search.ts";
import type { UnsentCommentsTables } from "./tables/unsent_comments.ts";
import type { NewsTables } from "./tables/news.ts";
import type { SecretTables } from "./tables/secrets.ts";
import type { OutboxTables } from "./tables/outbox.ts";
import type { RecentsTables } from "./tables/recents.ts";
import type { ImportedTasksTables } from "./tables/imported_tasks.ts";
import type { ImportedCommentsTables } from "./tables/imported_comments.ts";

/**
 * The tables after the last migration, grouped like the migrations. Times are ISO 8601 text in UTC, dates
 * `2026-12-03`, flags 0 or 1.
 */
export interface Tables
  extends
    PeopleTables,
    WorkspaceTables,
    TeamTables,
    AutomationTables,
    TaskTables,
    ConversationTables,
    ProjectTables,
    ViewTables,
    HistoryTables,
    SearchTables,
    UnsentCommentsTables,
    NewsTables,
    SecretTables,
    OutboxTables,
    RecentsTables,
    ImportedTasksTables,
    ImportedCommentsTables {}
