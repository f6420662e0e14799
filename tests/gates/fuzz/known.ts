import type { FullCast } from "../support/full_cast.ts";
import type { Known } from "./inputs.ts";

/** Returns real values for fields and path parameters, by name. */
export function knownValues(fullCast: FullCast): Known {
  const { workspaceId, teams, ids, ada, chidi, esra, tove } = fullCast;
  const profiles = [chidi, esra, tove].map(({ member }) => member.profile.id);
  const teamIds = [teams.eng, "ENG", `ENG,${teams.ppl}`];
  const people = [...profiles, profiles.join(","), "me", "none", `me,${profiles[0]}`];
  const projectIds = [ids.project, ids.otherProject, `${ids.project},none`, "none"];
  const milestoneIds = [ids.milestone, "none", `none,${ids.milestone}`];
  const labels = ["Bug", "Bug,Feature", "none,bug"];
  return {
    notTeamId: teamIds,
    notAssigneeId: people,
    creatorId: people,
    notCreatorId: people,
    notProjectId: projectIds,
    notMilestoneId: milestoneIds,
    notLabel: labels,
    allLabels: labels,
    workspaceId: [workspaceId],
    taskId: [ids.task, ids.otherTask, "ENG-1"],
    otherId: [ids.otherTask, ids.otherProject, ids.blockingProject],
    parentId: [ids.otherTask, "none"],
    teamId: teamIds,
    profileId: profiles,
    assigneeId: people,
    leadId: [...profiles, "me", "none"],
    memberId: [...profiles, "me"],
    memberIds: profiles,
    teamIds: [teams.eng, teams.ppl],
    projectId: projectIds,
    milestoneId: milestoneIds,
    labelId: [ids.label, ids.projectLabel],
    templateId: [ids.projectTemplate, ids.taskTemplate],
    viewId: [ids.view, ids.ownView, ids.privateView, ids.projectsView],
    activityId: [ids.activity],
    commentId: [ids.comment],
    approvalId: [ids.approval, ids.privateApproval],
    approverId: profiles,
    resourceId: [ids.resource],
    notificationId: [ids.notification],
    notificationIds: [ids.notification],
    /** Values for relations and pinned records. */
    kind: ["blocks", "relatesTo", "task", "view"],
    /** Values for pinned records. */
    id: [ids.task, ids.view],
    workflowId: [ids.workflow],
    automationId: [ids.automation],
    agentId: [ids.agent],
    credentialId: [ids.credential],
    sessionId: [ada.tokens.session.id],
    providerType: ["custom"],
    scopes: ["tasks.read"],
    invitationId: [ids.invitation, ids.frodesInvitation],
    actorId: profiles,
    email: ["ada@example.com", "new@example.com"],
    code: ["123456"],
    tags: ["Bug", "bug"],
    labels: ["Bug"],
    label: labels,
    refreshToken: [ada.tokens.refreshToken.slice(0, -1)],
    timeZone: ["Europe/Berlin", "Mars/Phobos"],
    record: [
      ids.task,
      ids.draft,
      ids.project,
      ids.view,
      ids.privateTask,
      teams.eng,
      ...profiles,
      "ENG-1",
    ],
    path: ["/workspace/tasks", "/workspace/tasks/ENG-1", "/workspace/settings/teams/ENG"],
    value: ["completed", "me", "2026-05-01", "high", "Bug", ids.project],
    cursor: [btoa('["task",1]')],
  };
}
