import type { Endpoint } from "../../../server/api/endpoint.ts";
import type { FullCast } from "../support/full_cast.ts";

/** The records to read, by the names of path parameters. Some are visible to everyone, and some to few people. */
function recordsOf({ ids: id, teams, workspaceId }: FullCast): Record<string, unknown[]> {
  return {
    workspaceId: [workspaceId],
    taskId: [id.task, id.otherTask, id.draft, id.privateTask],
    approvalId: [id.approval, id.privateApproval],
    automationId: [id.automation, id.narrowAutomation],
    agentId: [id.keeper, id.agent],
    projectId: [id.project, id.otherProject, id.privateProject],
    profileId: [id.ada, id.chidi, id.keepersProfile],
    teamId: [teams.eng, teams.ppl, id.support],
    workflowId: [id.defaultWorkflow, id.workflow],
    viewId: [id.view, id.privateProjectView, id.projectsView],
    "task-templates": [id.taskTemplate, id.privateTemplate],
    "project-templates": [id.projectTemplate],
    labels: [id.bug],
    "project-labels": [id.projectLabel],
  };
}

/** Returns the paths of an endpoint that reads one record. @throws if its records are unknown */
export function pathsOf({ path }: Endpoint, fullCast: FullCast): string[] {
  const records = recordsOf(fullCast);
  const [, kind, name] = /([\w-]+)\/\{(\w+)\}[^{]*$/.exec(path)!;
  const found = records[name!] ?? records[kind!];
  if (!found) {
    throw new Error(`No record of ${path} is read. Add which to tests/gates/stale/paths.ts.`);
  }
  return found.map((id) =>
    path.replace(/\{(\w+)\}(?=[^{]*$)/, String(id)).replace("{workspaceId}", fullCast.workspaceId)
  );
}
