import { key } from "./fields.ts";

const profile = "Person or agent, by profile ID, username, name, or `me`.";

/**
 * The input fields that identify a record. Each is described here once, so that every operation uses the same words.
 */
export const keys = {
  activity: key.describe(
    "ID of an activity entry, or a task's ID or reference for your last change to the task.",
  ),
  actor: key.describe(
    "Filter by the person or agent who made the change, by profile ID, username, or `me`.",
  ),
  agent: key.describe("Agent, by ID, username, or name."),
  approval: key.describe("ID of the approval request."),
  assignee: key.describe("Assignee, by profile ID, username, name, or `me`."),
  automation: key.describe("Automation, by ID or name."),
  comment: key.describe("ID of the comment."),
  credential: key.describe(
    "Personal access token, by ID or label. Don't send the token itself.",
  ),
  invitation: key.describe(
    "ID of the invitation. For an invitation sent to you, you can also use the workspace's name.",
  ),
  label: key.describe("Label, by ID or name."),
  lead: key.describe("Lead, by profile ID, username, name, or `me`."),
  milestone: key.describe(
    "Milestone, by ID. Tasks and task lists also accept the milestone's name.",
  ),
  notification: key.describe("ID of the notification."),
  parent: key.describe("Parent task, by ID or reference."),
  profile: key.describe(profile),
  project: key.describe("Project, by ID, key, or name, such as `WEB`."),
  resource: key.describe("ID of the link."),
  session: key.describe("ID of the session."),
  state: key.describe("State of the team's workflow, by ID or name."),
  task: key.describe("Task, by ID or reference, such as `ENG-123`."),
  team: key.describe("Team, by ID, key, or name, such as `ENG`."),
  template: key.describe("Template, by ID. For a task template, you can also use the name."),
  view: key.describe("Saved view, by ID, key, or name."),
  workflow: key.describe("Workflow, by ID or name."),
  workspace: key.describe("ID of the workspace."),
};
