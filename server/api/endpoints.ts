import { administrationEndpoints } from "./administration.ts";
import { authEndpoints } from "./auth.ts";
import { directoryEndpoints } from "./directory.ts";
import type { Endpoint } from "./endpoint.ts";
import { invitationsEndpoints } from "./invitations.ts";
import { labelsEndpoints } from "./labels.ts";
import { meEndpoints } from "./me.ts";
import { projectCatalogEndpoints } from "./project_catalog.ts";
import { projectPlanEndpoints } from "./project_plan.ts";
import { projectsEndpoints } from "./projects.ts";
import { membersEndpoints } from "./members.ts";
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
  ...directoryEndpoints,
  ...projectsEndpoints,
  ...projectPlanEndpoints,
  ...projectCatalogEndpoints,
  ...administrationEndpoints,
  ...membersEndpoints,
  ...invitationsEndpoints,
  ...teamsEndpoints,
  ...workflowsEndpoints,
  ...labelsEndpoints,
];
