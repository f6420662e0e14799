import { relationKinds } from "../../../server/domain/vocabulary.ts";
import type { Who } from "../../../server/web/who_may_open.ts";
import { composedProperties } from "../../../views/projects/composer_keys.ts";
import { projectProperties } from "../../../views/projects/properties/all.ts";
import { taskProperties } from "../../../views/tasks/properties/all.ts";

const pages: Readonly<Record<Who, readonly string[]>> = {
  owners: [],
  managers: [
    "/workspace/projects/new",
    ...[...composedProperties, "template"].map((menu) => `/workspace/projects/new/${menu}`),
    "/workspace/projects/:projectId/template",
    "/workspace/settings/project-labels",
    "/workspace/settings/audit",
    "/workspace/settings/automation",
    "/workspace/settings/billing",
    "/workspace/settings/members",
    "/workspace/settings/task-labels",
    ...["task", "project"].flatMap((of) =>
      ["", "/new", "/:templateId"].map((page) => `/workspace/settings/${of}-templates${page}`)
    ),
    "/workspace/settings/usage",
    "/workspace/settings/workflows",
    "/workspace/settings/workspace",
  ],
  members: [
    "/workspace/drafts",
    "/workspace/inbox",
    "/workspace/inbox/:notificationId",
    "/workspace/inbox/:notificationId/snooze",
    "/workspace/members",
    "/workspace/members/:profileId",
    "/workspace/project-view/:viewKey",
    "/workspace/project-view/:viewKey/actions",
    "/workspace/project-view/:viewKey/edit",
    "/workspace/projects",
    "/workspace/projects/display",
    "/workspace/projects/filter",
    "/workspace/projects/:projectId",
    ...[...projectProperties, "actions", "dependencies/blockedBy", "dependencies/blocks"].map((
      menu,
    ) => `/workspace/projects/:projectId/${menu}`),
    "/workspace/roadmap",
    "/workspace/roadmap/display",
    "/workspace/roadmap/filter",
    "/workspace/settings",
    "/workspace/settings/preferences",
    "/workspace/settings/profile",
    "/workspace/settings/security",
    "/workspace/settings/security/pats",
    "/workspace/settings/security/sessions",
    "/workspace/settings/teams",
    "/workspace/settings/teams/:teamId",
    "/workspace/settings/teams/:teamId/members",
    "/workspace/settings/teams/:teamId/members/:profileId",
    "/workspace/settings/teams/:teamId/members/add",
    "/workspace/tasks",
    "/workspace/tasks/:taskId",
    "/workspace/tasks/:taskId/actions",
    "/workspace/tasks/:taskId/approver",
    "/workspace/tasks/:taskId/relations",
    ...relationKinds.map((kind) => `/workspace/tasks/:taskId/relations/${kind}`),
    ...taskProperties.flatMap((property) => [
      `/workspace/tasks/:taskId/${property}`,
      `/workspace/tasks/compose/${property}`,
      `/workspace/tasks/selected/${property}`,
    ]),
    "/workspace/tasks/column",
    "/workspace/tasks/compose",
    "/workspace/tasks/compose/relation",
    "/workspace/tasks/compose/template",
    "/workspace/tasks/display",
    "/workspace/tasks/filter",
    "/workspace/tasks/filter/operator",
    "/workspace/tasks/filter/values",
    "/workspace/tasks/selected/actions",
    "/workspace/teams",
    "/workspace/teams/:teamId",
    "/workspace/teams/:teamId/projects",
    "/workspace/teams/:teamId/views",
    "/workspace/view/:viewKey",
    "/workspace/view/:viewKey/actions",
    "/workspace/view/:viewKey/edit",
    "/workspace/views",
    "/workspace/views/new",
    "/workspace/views/projects",
    "/workspace/views/projects/new",
  ],
};

/** Which members may open each page of a workspace, by its path: what a page says of itself is held to this. */
export const whoMayOpen: Readonly<Record<string, Who>> = Object.fromEntries(
  (Object.keys(pages) as Who[]).flatMap((who) => pages[who].map((path) => [path, who])),
);
