import { operations as agents } from "./domain/agents/operations.ts";
import { operations as approvals } from "./domain/approvals/operations.ts";
import { operations as audit } from "./domain/audit/operations.ts";
import { operations as automations } from "./domain/automations/operations.ts";
import { operations as comments } from "./domain/comments/operations.ts";
import { operations as favorites } from "./domain/favorites/operations.ts";
import { operations as inbox } from "./domain/inbox/operations.ts";
import { operations as invitations } from "./domain/invitations/operations.ts";
import { operations as taskLabels } from "./domain/task_labels/operations.ts";
import { operations as members } from "./domain/members/operations.ts";
import { operations as milestones } from "./domain/milestones/operations.ts";
import { operations as personalTokens } from "./domain/personal_tokens/operations.ts";
import { operations as preferences } from "./domain/preferences/operations.ts";
import { operations as profiles } from "./domain/profiles/operations.ts";
import { operations as projectLabels } from "./domain/project_labels/operations.ts";
import { operations as projectTemplates } from "./domain/project_templates/operations.ts";
import { operations as projectUpdates } from "./domain/project_updates/operations.ts";
import { operations as projects } from "./domain/projects/operations.ts";
import { operations as recents } from "./domain/recents/operations.ts";
import { operations as relations } from "./domain/relations/operations.ts";
import { operations as resources } from "./domain/resources/operations.ts";
import { operations as savedViews } from "./domain/saved_views/operations.ts";
import { operations as search } from "./domain/search/operations.ts";
import { operations as sessions } from "./domain/sessions/operations.ts";
import { operations as tasks } from "./domain/tasks/operations.ts";
import { operations as teams } from "./domain/teams/operations.ts";
import { operations as taskTemplates } from "./domain/task_templates/operations.ts";
import { operations as undo } from "./domain/undo/operations.ts";
import { operations as workflows } from "./domain/workflows/operations.ts";
import { operations as workspaces } from "./domain/workspaces/operations.ts";
import { operations as palette } from "./palette/operations.ts";

/** All operations of Backlog, for code that needs every one of them. */
export const operations = [
  ...agents,
  ...approvals,
  ...audit,
  ...automations,
  ...comments,
  ...favorites,
  ...inbox,
  ...invitations,
  ...taskLabels,
  ...members,
  ...milestones,
  ...personalTokens,
  ...preferences,
  ...profiles,
  ...projectLabels,
  ...projectTemplates,
  ...projectUpdates,
  ...projects,
  ...recents,
  ...relations,
  ...resources,
  ...savedViews,
  ...search,
  ...sessions,
  ...tasks,
  ...teams,
  ...taskTemplates,
  ...undo,
  ...workflows,
  ...workspaces,
  ...palette,
];
