import { administrationEndpoints } from "./administration.ts";
import { authEndpoints } from "./auth.ts";
import { commentsEndpoints } from "./comments.ts";
import { directoryEndpoints } from "./directory.ts";
import type { Endpoint } from "./endpoint.ts";
import { inboxEndpoints } from "./inbox.ts";
import { meEndpoints } from "./me.ts";
import { membersEndpoints } from "./members.ts";
import { resourcesEndpoints } from "./resources.ts";
import { taskChangesEndpoints } from "./task_changes.ts";
import { taskTemplatesEndpoints } from "./task_templates.ts";
import { tasksEndpoints } from "./tasks.ts";
import { workspacesEndpoints } from "./workspaces.ts";

/** REST v1, whole. */
export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...meEndpoints,
  ...workspacesEndpoints,
  ...tasksEndpoints,
  ...taskChangesEndpoints,
  ...commentsEndpoints,
  ...resourcesEndpoints,
  ...inboxEndpoints,
  ...taskTemplatesEndpoints,
  ...directoryEndpoints,
  ...administrationEndpoints,
  ...membersEndpoints,
];
