import { projectGroupings } from "../../../server/domain/projects/schema.ts";
import { relationKinds } from "../../../server/domain/vocabulary.ts";
import {
  dependencyKinds,
  editableTexts,
  projectAdditions,
} from "../../../views/project_detail_paths.ts";
import { composedProperties } from "../../../views/projects/composer_keys.ts";
import { projectProperties } from "../../../views/projects/properties/all.ts";
import { taskProperties } from "../../../views/tasks/properties/all.ts";
import type { FullCast } from "../../gates/support/full_cast.ts";
import { hostileLine } from "./texts.ts";

/** Returns the URLs of one project's pages. */
function projectPages(ids: FullCast["ids"], typed: string): Record<string, string[]> {
  const project = `/workspace/projects/${ids.project}`;
  return {
    "/workspace/projects/:projectId": [
      project,
      ...editableTexts.map((field) => `${project}?edit=${field}`),
      ...projectAdditions.map((add) => `${project}?add=${add}`),
      `${project}?milestone=${ids.milestone}&history=all`,
      `${project}?milestone=${typed}`,
      `/workspace/projects/${typed}`,
    ],
    ...Object.fromEntries(
      [
        ...projectProperties,
        "actions",
        "template",
        ...dependencyKinds.map((kind) => `dependencies/${kind}`),
      ].map((menu) => [
        `/workspace/projects/:projectId/${menu}`,
        [`${project}/${menu}?q=${typed}`, `${project}/${menu}`],
      ]),
    ),
  };
}

/** Returns the URLs of one team's pages. */
function teamPages(
  teams: FullCast["teams"],
  ids: FullCast["ids"],
  typed: string,
): Record<string, string[]> {
  const settings = `/workspace/settings/teams/${teams.eng}`;
  const one = `/workspace/teams/${teams.eng}`;
  const at = {
    "": [one, `${one}?leave=1&members=all`, `/workspace/teams/${typed}`],
    "/projects": [`${one}/projects`],
    "/views": [`${one}/views`],
  };
  return {
    "/workspace/teams": ["/workspace/teams", `/workspace/teams?q=${typed}`],
    ...Object.fromEntries(
      Object.entries(at).map(([part, pages]) => [`/workspace/teams/:teamId${part}`, pages]),
    ),
    "/workspace/settings/teams": [
      "/workspace/settings/teams",
      `/workspace/settings/teams?create=1&name=${typed}`,
    ],
    "/workspace/settings/teams/:teamId": [settings, `/workspace/settings/teams/${typed}`],
    "/workspace/settings/teams/:teamId/members": [`${settings}/members`],
    "/workspace/settings/teams/:teamId/members/add": [
      `${settings}/members/add`,
      `${settings}/members/add?q=${typed}`,
    ],
    "/workspace/settings/teams/:teamId/members/:profileId": [`${settings}/members/${ids.chidi}`],
  };
}

/** Returns the URLs that tests open. Any other page is opened at its path alone. */
export function pages({ ids, teams }: FullCast): Record<string, string[]> {
  const task = `/workspace/tasks/${ids.task}`;
  const tasks = "/workspace/tasks";
  const projectView = `/workspace/project-view/${ids.projectsView}`;
  const view = `/workspace/view/${ids.view}`;
  const typed = encodeURIComponent(hostileLine.slice(0, 190));
  return {
    "/auth/signin": [`/auth/signin?email=${typed}&back=${typed}`],
    "/auth/signup": [`/auth/signup?email=${typed}`],
    "/auth/verify": [`/auth/verify?email=${typed}&purpose=signin`],
    "/onboarding": [`/onboarding?name=${typed}`],
    "/workspace/command": [
      "/workspace/command",
      `/workspace/command?q=${typed}`,
      `/workspace/command?record=${ids.task}&q=${typed}`,
      `/workspace/command?record=${ids.project}`,
    ],
    "/workspace/members": [`/workspace/members`, `/workspace/members?q=${typed}&kind=${typed}`],
    "/workspace/members/:profileId": [
      `/workspace/members/${ids.chidi}`,
      `/workspace/members/${typed}`,
    ],
    ...teamPages(teams, ids, typed),
    "/workspace/settings/task-templates/new": [
      `/workspace/settings/task-templates/new?name=${typed}`,
    ],
    "/workspace/settings/task-templates/:templateId": [
      `/workspace/settings/task-templates/${ids.taskTemplate}`,
    ],
    "/workspace/settings/project-templates/:templateId": [
      `/workspace/settings/project-templates/${ids.projectTemplate}`,
    ],
    "/workspace/settings/task-labels": [
      "/workspace/settings/task-labels",
      `/workspace/settings/task-labels?edit=${ids.label}`,
      `/workspace/settings/task-labels?merge=${ids.label}`,
    ],
    "/workspace/tasks": [
      tasks,
      ...["status", "assignee", "project", "priority", "team", "label", "state", "none"]
        .map((group) => `${tasks}?group=${group}`),
      `${tasks}?q=${typed}`,
      `${tasks}?labelId=${ids.label}&assigneeId=${ids.chidi}&projectId=${ids.project}`,
      `${tasks}?label=${typed}&assigneeId=${typed}&projectId=${typed}`,
      `${tasks}?teamId=${ids.support}`,
      `${tasks}?assigneeId=me`,
      `${tasks}?workspace=${ids.elsewhere}`,
    ],
    "/workspace/views": [
      `/workspace/views?q=${typed}`,
      "/workspace/views",
      "/workspace/views?archived=1",
    ],
    "/workspace/views/new": [`/workspace/views/new?name=${typed}&q=${typed}&view=${typed}`],
    "/workspace/views/projects": [
      `/workspace/views/projects?q=${typed}`,
      "/workspace/views/projects",
    ],
    "/workspace/views/projects/new": [
      `/workspace/views/projects/new?name=${typed}&q=${typed}&view=${typed}`,
    ],
    "/workspace/project-view/:viewKey": [
      projectView,
      `${projectView}?since=0&q=${typed}&label=${typed}`,
      `/workspace/project-view/${typed}`,
    ],
    "/workspace/project-view/:viewKey/actions": [`${projectView}/actions`],
    "/workspace/project-view/:viewKey/edit": [`${projectView}/edit`],
    "/workspace/view/:viewKey": [
      view,
      `/workspace/view/${ids.privateView}`,
      `${view}?since=0&q=${typed}&label=${typed}&projectId=${ids.project},${typed}`,
      `/workspace/view/${typed}`,
    ],
    "/workspace/view/:viewKey/actions": [`${view}/actions`],
    "/workspace/view/:viewKey/edit": [`${view}/edit`],
    "/workspace/inbox/:notificationId": [`/workspace/inbox/${ids.ownersNotification}`],
    "/workspace/inbox/:notificationId/snooze": [
      `/workspace/inbox/${ids.ownersNotification}/snooze?q=${typed}`,
    ],
    "/workspace/inbox": ["", "?show=archived", `?show=${typed}&cursor=`].map((query) =>
      `/workspace/inbox${query}`
    ),
    "/workspace/tasks/compose": [
      `${tasks}/compose`,
      `${tasks}/compose?title=${typed}&description=${typed}&back=${typed}`,
      `${tasks}/compose?projectId=${ids.project}&parentId=${ids.task}&tags=${ids.label}`,
      `${tasks}/compose?projectId=${typed}&parentId=${typed}&tags=${typed}&deadlineAt=${typed}`,
      `${tasks}/compose?pills=1&projectId=${typed}&parentId=${typed}&assigneeId=${typed}`,
    ],
    ...Object.fromEntries(
      [...taskProperties, "template"].map((menu) => [
        `/workspace/tasks/compose/${menu}`,
        [
          `${tasks}/compose/${menu}?projectId=${ids.project}&q=`,
          `${tasks}/compose/${menu}?q=${typed}&title=${typed}&projectId=${typed}`,
        ],
      ]),
    ),
    "/workspace/tasks/:taskId": [
      task,
      `${task}?edit=title`,
      `${task}?edit=description`,
      `${task}?comment=${ids.comment}`,
      `${task}?link=${ids.resource}`,
      ...["sub-task", "link", "approval"].map((add) => `${task}?add=${add}`),
      `/workspace/tasks/${ids.draft}`,
      `/workspace/tasks/${ids.otherTask}`,
      `/workspace/tasks/${typed}`,
    ],
    ...Object.fromEntries(
      [...taskProperties, "actions", "relations", "approver"].map((menu) => [
        `/workspace/tasks/:taskId/${menu}`,
        [`${task}/${menu}?approverId=${typed}`],
      ]),
    ),
    ...Object.fromEntries(
      relationKinds.map((kind) => [
        `/workspace/tasks/:taskId/relations/${kind}`,
        [`${task}/relations/${kind}?q=${typed}`, `${task}/relations/${kind}`],
      ]),
    ),
    ...Object.fromEntries(
      [...taskProperties, "actions"].map((menu) => [
        `/workspace/tasks/selected/${menu}`,
        [`${tasks}/selected/${menu}?tasks=ENG-1`, `${tasks}/selected/${menu}?tasks=${typed}`],
      ]),
    ),
    ...projectPages(ids, typed),
    "/workspace/projects": [
      "",
      ...projectGroupings.map((group) => `group=${group}`),
      `q=${typed}`,
      "layout=board",
    ]
      .map((query) => `/workspace/projects?${query}`).concat(
        `/workspace/projects?leadId=${typed}&label=${typed}&status=${typed}`,
        `/workspace/projects?leadId=${ids.chidi}&label=${ids.projectLabel}`,
      ),
    "/workspace/projects/new": [
      `/workspace/projects/new?name=${typed}&leadId=${ids.chidi}&teamIds=${typed}`,
      `/workspace/projects/new?pills=1&memberIds=${typed}&labels=${typed}&startDate=${typed}`,
    ],
    ...Object.fromEntries(
      [...composedProperties, "template"].map((menu) => [
        `/workspace/projects/new/${menu}`,
        [
          `/workspace/projects/new/${menu}?q=`,
          `/workspace/projects/new/${menu}?q=${typed}&name=${typed}&teamIds=${typed}`,
        ],
      ]),
    ),
    "/workspace/projects/filter": [
      `/workspace/projects/filter?find=${typed}&leadId=${typed}`,
      "/workspace/projects/filter?of=label",
    ],
    "/workspace/tasks/display": [`${tasks}/display?q=${typed}`],
    "/workspace/tasks/column": [`${tasks}/column?q=${typed}&of=${typed}&heading=${typed}`],
    "/workspace/tasks/filter": [
      `${tasks}/filter`,
      `${tasks}/filter?q=${typed}&labelId=${ids.label}`,
      ...["status", "assignee", "project", "priority", "team", "label", "milestone"]
        .map((by) => `${tasks}/filter?by=${by}`),
    ],
  };
}
