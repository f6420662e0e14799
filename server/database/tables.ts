import type { AdministrationTables } from "./administration_tables.ts";
import type { CredentialTables } from "./credential_tables.ts";
import type { ConversationTables } from "./conversation_tables.ts";
import type { PeopleTables } from "./people_tables.ts";
import type { ProjectTables } from "./project_tables.ts";
import type { TaskTables } from "./task_tables.ts";
import type { ViewTables } from "./view_tables.ts";
import type { WorkspaceTables } from "./workspace_tables.ts";

/** The tables as they stand after the last migration. Times are ISO 8601 text in UTC, flags are 0 or 1. */
export interface Tables
  extends
    PeopleTables,
    CredentialTables,
    WorkspaceTables,
    TaskTables,
    ConversationTables,
    ProjectTables,
    AdministrationTables,
    ViewTables {}
