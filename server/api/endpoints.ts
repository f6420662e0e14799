import { viewsEndpoints } from "./views.ts";
import { agentsEndpoints } from "./agents.ts";
import { administrationEndpoints } from "./administration.ts";
import { approvalsEndpoints } from "./approvals.ts";
import { authEndpoints } from "./auth.ts";
import { automationsEndpoints } from "./automations.ts";
import { credentialsEndpoints } from "./credentials.ts";
import { commentsEndpoints } from "./comments.ts";
import { directoryEndpoints } from "./directory.ts";
import type { Endpoint } from "./endpoint.ts";
import { invitationsEndpoints } from "./invitations.ts";
import { labelsEndpoints } from "./labels.ts";
import { inboxEndpoints } from "./inbox.ts";
import { meEndpoints } from "./me.ts";
import { projectCatalogEndpoints } from "./project_catalog.ts";
import { projectPlanEndpoints } from "./project_plan.ts";
import { projectsEndpoints } from "./projects.ts";
import { membersEndpoints } from "./members.ts";
import { resourcesEndpoints } from "./resources.ts";
import { taskChangesEndpoints } from "./task_changes.ts";
import { taskTemplatesEndpoints } from "./task_templates.ts";
import { favoritesEndpoints } from "./favorites.ts";
import { searchEndpoints } from "./search.ts";
import { tasksEndpoints } from "./tasks.ts";
import { teamsEndpoints } from "./teams.ts";
import { workflowsEndpoints } from "./workflows.ts";
import { workspacesEndpoints } from "./workspaces.ts";

/** REST v1, whole. */
export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...meEndpoints,
  ...workspacesEndpoints,
  ...tasksEndpoints,
  ...taskChangesEndpoints,
  ...commentsEndpoints,
  ...approvalsEndpoints,
  ...resourcesEndpoints,
  ...inboxEndpoints,
  ...taskTemplatesEndpoints,
  ...directoryEndpoints,
  ...credentialsEndpoints,
  ...automationsEndpoints,
  ...agentsEndpoints,
  ...projectsEndpoints,
  ...projectPlanEndpoints,
  ...projectCatalogEndpoints,
  ...administrationEndpoints,
  ...membersEndpoints,
  ...invitationsEndpoints,
  ...teamsEndpoints,
  ...workflowsEndpoints,
  ...labelsEndpoints,
  ...viewsEndpoints,
  ...favoritesEndpoints,
  ...searchEndpoints,
];
