import { agentsEndpoints } from "./agents.ts";
import { administrationEndpoints } from "./administration.ts";
import { authEndpoints } from "./auth.ts";
import { automationsEndpoints } from "./automations.ts";
import { credentialsEndpoints } from "./credentials.ts";
import { directoryEndpoints } from "./directory.ts";
import type { Endpoint } from "./endpoint.ts";
import { meEndpoints } from "./me.ts";
import { membersEndpoints } from "./members.ts";
import { tasksEndpoints } from "./tasks.ts";
import { workspacesEndpoints } from "./workspaces.ts";

/** REST v1, whole. */
export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...meEndpoints,
  ...workspacesEndpoints,
  ...tasksEndpoints,
  ...directoryEndpoints,
  ...credentialsEndpoints,
  ...automationsEndpoints,
  ...agentsEndpoints,
  ...administrationEndpoints,
  ...membersEndpoints,
];
