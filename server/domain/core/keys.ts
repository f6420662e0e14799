import { key } from "./fields.ts";

const profile = "The id, username or name of a person or an agent, or `me`.";

/** The fields of inputs that name a record. Each is described here once, in the same words for every operation. */
export const keys = {
  activity: key.describe(
    "The id of an entry of history, or a task's id or reference for what one did last to it.",
  ),
  actor: key.describe("The id or username of a person or an agent, or `me`."),
  agent: key.describe("An agent's id, username or name."),
  approval: key.describe("The id of a request for approval."),
  assignee: key.describe("The id, username or name of the profile to assign, or `me`."),
  automation: key.describe("An automation's id or name."),
  comment: key.describe("A comment's id."),
  credential: key.describe(
    "A personal access token's id or label: the credential's, never the token.",
  ),
  invitation: key.describe("An invitation's id; one's own by its workspace's name too."),
  label: key.describe("A label's id or name."),
  lead: key.describe("The id, username or name of the profile that leads it, or `me`."),
  milestone: key.describe("A milestone's id; a task and a list of tasks take its name too."),
  notification: key.describe("A notification's id."),
  parent: key.describe("The id or reference of the task that this one is part of."),
  profile: key.describe(profile),
  project: key.describe("A project's id, key or name: `WEB`."),
  resource: key.describe("A link's id."),
  session: key.describe("A session's id."),
  state: key.describe("The id or name of a state of the team's workflow."),
  task: key.describe("A task's id or reference, such as `ENG-123`."),
  team: key.describe("A team's id, key or name: `ENG`."),
  template: key.describe("A template's id; a task template's name too."),
  view: key.describe("A view's id, key or name."),
  workflow: key.describe("A workflow's id or name."),
  workspace: key.describe("A workspace's id."),
};
