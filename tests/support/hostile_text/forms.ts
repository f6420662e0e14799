import type { FullCast } from "../../gates/support/full_cast.ts";
import { accessForms } from "./access_forms.ts";
import { teamForms } from "./team_forms.ts";
import { hostileLine, hostileProse } from "./texts.ts";

/** Returns forms with hostile text, accepted or refused. Every response repeats the text. */
export function hostileForms(fullCast: FullCast): [path: string, form: Record<string, string>][] {
  const { ids, teams } = fullCast;
  const task = `/workspace/tasks/${ids.task}`;
  return [
    ["/auth/signin", { email: hostileLine }],
    ["/auth/signup", { email: hostileLine }],
    ["/auth/verify", { email: hostileLine, purpose: "signin", code: hostileLine }],
    ["/unsubscribe", { token: hostileLine, kind: hostileLine }],
    ["/onboarding", { name: hostileLine, workspace: hostileLine, teamKey: hostileLine }],
    ["/onboarding/workspaces", { workspaceId: hostileLine }],
    ["/onboarding/invitations", { invitationId: hostileLine, answer: hostileLine }],
    ["/workspace/inbox", { accept: hostileLine }],
    ["/workspace/inbox", { act: "read-all" }],
    [`/workspace/inbox/${ids.notification}`, { act: "read" }],
    [`/workspace/inbox/${ids.ownersNotification}`, { act: "follow" }],
    [`/workspace/inbox/${ids.ownersNotification}`, { until: hostileLine }],
    [`/workspace/inbox/${ids.ownersNotification}/before/unread`, { act: "unsnooze" }],
    [`/workspace/inbox/read-at/${encodeURIComponent(hostileLine)}`, { act: "unread-all" }],
    ["/workspace/settings/preferences", { theme: hostileLine }],
    ["/workspace/settings/preferences", { act: "notifications", mention: hostileLine }],
    ["/workspace/roadmap/folds", { fold: hostileLine }],
    [`/workspace/activity/${ids.activity}`, { act: "undo" }],
    ["/workspace/views/new", {
      name: hostileLine,
      description: hostileProse,
      whose: "",
      query: "",
    }],
    [`/workspace/view/${ids.view}/edit`, { name: "", description: hostileProse, version: "0" }],
    [`/workspace/view/${ids.view}`, { act: "subscribe" }],
    ["/workspace/views/projects/new", { name: "", query: `q=${hostileLine}`, whose: hostileLine }],
    [`/workspace/project-view/${ids.projectsView}/edit`, { name: "", version: "0" }],
    [`/workspace/project-view/${ids.projectsView}`, { act: "subscribe" }],
    [`/workspace/view/${ids.view}`, { act: "save", query: `q=${hostileLine}`, version: "0" }],
    ["/workspace/sidebar", { fold: hostileLine }],
    ["/workspace/sidebar", { fold: "teams" }],
    [`/workspace/favorites/task/${ids.task}`, { act: "add" }],
    [`/workspace/favorites/team/${teams.eng}`, { act: "add" }],
    [`/workspace/favorites/team/${teams.eng}/1`, {}],
    [`/workspace/favorites/team/${teams.eng}/${encodeURIComponent(hostileLine.slice(0, 40))}`, {}],
    [`/workspace/favorites/team/${teams.eng}`, { act: "remove" }],
    ["/workspace/preview", { text: hostileProse }],
    ["/workspace/preview", { text: hostileProse, taskId: ids.task! }],
    ["/workspace/command", { act: "run", command: hostileLine, record: ids.task! }],
    ["/workspace/command", {
      act: "run",
      command: "task.setDeadline",
      record: ids.task!,
      value: hostileLine,
    }],
    ["/workspace/command", { act: "run", command: "project.favorite", record: ids.project! }],
    ["/workspace/switch", { workspaceId: hostileLine }],
    ["/workspace/tasks", { title: hostileLine.repeat(2), teamId: teams.eng }],
    ["/workspace/tasks", { title: hostileLine, teamId: hostileLine, description: hostileProse }],
    ["/workspace/tasks", {
      title: hostileLine.slice(0, 500),
      teamId: teams.eng,
      deadlineAt: "evil",
    }],
    [task, { editing: "title", title: hostileLine.repeat(2), version: "1" }],
    [task, { editing: "description", description: hostileProse, version: "0" }],
    [task, { act: hostileLine }],
    [task, { act: "archive" }],
    [task, { act: "restore" }],
    [task, { parentId: hostileLine }],
    [task, { status: hostileLine }],
    [task, { toggleLabel: ids.label! }],
    ["/workspace/tasks/selected", { tasks: hostileLine, status: "planned" }],
    ["/workspace/tasks/selected", { tasks: ids.task!, addLabel: ids.label! }],
    ["/workspace/tasks/selected", { tasks: ids.task!, assigneeId: ids.chidi! }],
    ["/workspace/tasks/display", { toggle: hostileLine, query: hostileLine }],
    ["/workspace/tasks/display", { hideColumn: "planned", heading: hostileLine, query: "" }],
    ["/workspace/tasks/new-label", { makeLabel: hostileLine, menu: hostileLine }],
    [`/workspace/tasks/selected/follows/${ids.task}`, { act: "follow" }],
    [`/workspace/tasks/selected/favorites/${ids.task}/1`, {}],
    ["/workspace/tasks/selected/place", { tasks: ids.task!, after: hostileLine }],
    [`${task}/place`, { after: hostileLine, before: hostileLine }],
    [task, { teamId: ids.support! }],
    [task, { box: `0 x ${hostileLine}` }],
    [task, { act: "addSubTask", title: hostileLine.repeat(2) }],
    [task, { act: "follow" }],
    [`${task}/relations`, { relation: `blocks ${hostileLine}` }],
    [`${task}/relations/blocks`, { otherId: hostileLine }],
    [`${task}/relations/${hostileLine.slice(0, 40)}`, { otherId: ids.otherTask! }],
    [`${task}/relations/blocks`, { otherId: ids.otherTask! }],
    [`${task}/relations/blocks/${ids.otherTask}`, { act: "remove" }],
    [`${task}/links`, { url: hostileLine, title: hostileLine }],
    [`${task}/links`, { url: "https://evil.example", title: hostileLine.slice(0, 190) }],
    [`${task}/links/${ids.resource}`, { url: hostileLine, title: hostileLine, version: "1" }],
    [`${task}/approvals`, { approverId: hostileLine, body: hostileProse }],
    [`${task}/approvals/${ids.approval}`, { decision: hostileLine, comment: hostileProse }],
    [`${task}/here`, { tab: hostileLine, writing: hostileLine }],
    [`${task}/here`, { tab: "one" }],
    ...projectForms(ids),
    ...settingsForms(ids),
    ...accessForms(fullCast),
    ...teamForms(teams.eng, ids.tove!),
    [`${task}/comments`, { body: hostileProse }],
    [`${task}/comments`, { body: "" }],
    [`${task}/comments/${ids.comment}`, { body: "" }],
    [`${task}/comments/${hostileLine.slice(0, 40)}`, { body: hostileProse }],
  ];
}

/** Returns the same for a project's page. */
function projectForms(ids: FullCast["ids"]): [path: string, form: Record<string, string>][] {
  const project = `/workspace/projects/${ids.project}`;
  return [
    ["/workspace/projects/new", { name: hostileLine.repeat(2) }],
    ["/workspace/projects/display", { fold: hostileLine, query: `q=${hostileLine}` }],
    ["/workspace/projects/new", { name: "Bridge", key: hostileLine, summary: hostileLine }],
    [`${project}/place`, { status: hostileLine }],
    [project, { editing: "name", name: hostileLine.repeat(2), version: "0" }],
    [project, { editing: "summary", summary: hostileLine.slice(0, 190), version: "0" }],
    [project, { editing: "description", description: hostileProse, version: "0" }],
    [project, { editing: "key", key: hostileLine, version: "0" }],
    [project, { status: hostileLine }],
    [project, { leadId: hostileLine }],
    [project, { leadId: ids.chidi! }],
    [project, { toggleLabel: ids.projectLabel! }],
    [`${project}/updates`, { health: hostileLine, body: hostileProse }],
    [`${project}/updates`, { health: "atRisk", body: hostileProse }],
    [`${project}/milestones`, { name: hostileLine.repeat(2), targetDate: hostileLine }],
    [`${project}/milestones/${ids.milestone}`, { name: hostileLine, version: "9" }],
    [`${project}/milestones/${ids.milestone}/place`, { position: hostileLine }],
    [`${project}/dependencies/${hostileLine.slice(0, 40)}`, { otherId: hostileLine }],
    [`${project}/dependencies`, { act: "carry" }],
    [`${project}/dependencies/blocks`, { otherId: ids.blockingProject! }],
    [`${project}/dependencies/blockedBy/${ids.blockingProject}`, { act: "remove" }],
    [`${project}/template`, { name: hostileLine.repeat(2), description: hostileLine }],
    [`${project}/dates`, { startDate: hostileLine, targetDate: "", version: "1" }],
    [project, { act: "archive" }],
    [project, { act: "restore" }],
    [`${project}/activity/${ids.projectActivity}`, { act: "undo" }],
  ];
}

/** Returns the same for settings pages. */
function settingsForms(ids: FullCast["ids"]): [path: string, form: Record<string, string>][] {
  const security = "/workspace/settings/security";
  const own: [string, Record<string, string>][] = [
    ["/workspace/settings/profile", {
      name: hostileLine.repeat(2),
      username: hostileLine,
      title: hostileLine,
      bio: hostileProse,
      version: "1",
    }],
    ["/workspace/settings/workspace", { act: "delete", name: hostileLine }],
    ["/workspace/settings/profile", { act: "leave", name: hostileLine }],
    [`${security}/pats`, { label: hostileLine, scopes: hostileLine, expiresInDays: hostileLine }],
    [`${security}/pats/${hostileLine.slice(0, 40)}`, {}],
    [`${security}/sessions/${hostileLine.slice(0, 40)}`, {}],
    [`${security}/sessions`, { act: "end-others" }],
    ["/workspace/settings/workspace", { name: "", timeZone: hostileLine, version: "1" }],
  ];
  const labels = [["task-labels", ids.label], ["project-labels", ids.projectLabel]].flatMap((
    [page, id],
  ): [string, Record<string, string>][] => {
    const path = `/workspace/settings/${page}`;
    return [
      [path, { name: hostileLine.repeat(2), color: hostileLine, description: hostileProse }],
      [`${path}/${id}`, { name: "", color: hostileLine, description: hostileLine, version: "0" }],
      [`${path}/${id}`, { act: "merge", into: hostileLine, version: "1" }],
      [`${path}/${id}`, { act: "archive" }],
      [`${path}/${id}`, { act: "restore" }],
    ];
  });
  const workflow = `/workspace/settings/workflows/${ids.workflow}`;
  const state = `${workflow}/states/${ids.workflowState}`;
  const workflows: [string, Record<string, string>][] = [
    ["/workspace/settings/workflows", { name: hostileLine.repeat(2), from: "" }],
    [workflow, { name: hostileLine, version: "0" }],
    [`${workflow}/teams`, { teamId: hostileLine }],
    [`${workflow}/states`, { name: hostileLine.repeat(2), status: "progressed" }],
    [`${workflow}/states`, { name: hostileLine, status: hostileLine }],
    [state, { name: hostileLine, position: hostileLine, from: "", version: "0" }],
    [state, { act: "remove", into: hostileLine }],
    [`${state}/place`, { position: hostileLine }],
  ];
  const templates = [["task", ids.taskTemplate], ["project", ids.projectTemplate]].flatMap((
    [of, id],
  ): [string, Record<string, string>][] => {
    const path = `/workspace/settings/${of}-templates`;
    const typed = { name: hostileLine.repeat(2), description: hostileProse, title: hostileLine };
    return [
      [`${path}/new`, { ...typed, purpose: hostileLine, summary: hostileLine, leadId: "prof_x" }],
      [`${path}/${id}`, { ...typed, milestones: hostileProse, tags: hostileLine, version: "1" }],
      [`${path}/${id}`, { act: "back", was: hostileLine, version: "1" }],
      [`${path}/${id}`, { act: "archive" }],
      [`${path}/${id}`, { act: "restore" }],
    ];
  });
  return [...own, ...labels, ...templates, ...workflows];
}
