import { agentsEndpoints } from "./agents.ts";
import { approvalsEndpoints } from "./approvals.ts";
import { auditEndpoints } from "./audit.ts";
import { authEndpoints } from "./auth.ts";
import { automationsEndpoints } from "./automations.ts";
import { commentsEndpoints } from "./comments.ts";
import type { Endpoint } from "./endpoint.ts";
import { favoritesEndpoints } from "./favorites.ts";
import { inboxEndpoints } from "./inbox.ts";
import { invitationsEndpoints } from "./invitations.ts";
import { labelsEndpoints } from "./labels.ts";
import { meEndpoints } from "./me.ts";
import { membersEndpoints } from "./members.ts";
import { milestonesEndpoints } from "./milestones.ts";
import { projectLabelsEndpoints } from "./project_labels.ts";
import { projectTemplatesEndpoints } from "./project_templates.ts";
import { projectUpdatesEndpoints } from "./project_updates.ts";
import { projectsEndpoints } from "./projects.ts";
import { relationsEndpoints } from "./relations.ts";
import { resourcesEndpoints } from "./resources.ts";
import { searchEndpoints } from "./search.ts";
import { securityEndpoints } from "./security.ts";
import { taskTemplatesEndpoints } from "./task_templates.ts";
import { tasksEndpoints } from "./tasks.ts";
import { teamsEndpoints } from "./teams.ts";
import { viewsEndpoints } from "./views.ts";
import { workflowsEndpoints } from "./workflows.ts";
import { workspacesEndpoints } from "./workspaces.ts";

/** All endpoints of REST v1. */
export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...meEndpoints,
  ...workspacesEndpoints,
  ...tasksEndpoints,
  ...relationsEndpoints,
  ...commentsEndpoints,
  ...approvalsEndpoints,
  ...resourcesEndpoints,
  ...inboxEndpoints,
  ...taskTemplatesEndpoints,
  ...securityEndpoints,
  ...automationsEndpoints,
  ...agentsEndpoints,
  ...projectsEndpoints,
  ...milestonesEndpoints,
  ...projectUpdatesEndpoints,
  ...projectLabelsEndpoints,
  ...projectTemplatesEndpoints,
  ...auditEndpoints,
  ...membersEndpoints,
  ...invitationsEndpoints,
  ...teamsEndpoints,
  ...workflowsEndpoints,
  ...labelsEndpoints,
  ...viewsEndpoints,
  ...favoritesEndpoints,
  ...searchEndpoints,
];
