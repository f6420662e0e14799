import { addFavorite } from "../../../server/domain/favorites/mark.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { createView } from "../../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../../server/domain/saved_views/subscribe.ts";
import type { TaskGrouping } from "../../../server/domain/tasks/schema.ts";
import type { DemoCast } from "./cast.ts";

/** A saved view of the demo. */
interface DemoView {
  by: string;
  name: string;
  description: string;
  kind: "task" | "project";
  scope: "personal" | "team" | "workspace";
  teamKey?: string;
  filters: Record<string, string>;
  grouping: TaskGrouping | "lead";
  subgrouping?: TaskGrouping;
  layout?: "board";
  sorting?: string;
}

const views: readonly DemoView[] = [
  {
    by: "tomas",
    name: "Open bugs",
    description: "Bugs in booking, by priority.",
    kind: "task",
    scope: "team",
    teamKey: "ENG",
    filters: { label: "Bug", status: "backlogged,planned,progressed" },
    grouping: "priority",
  },
  {
    by: "maren",
    name: "Urgent",
    description: "Urgent tasks in all teams.",
    kind: "task",
    scope: "workspace",
    filters: { priority: "urgent", status: "backlogged,planned,progressed" },
    grouping: "assignee",
    subgrouping: "project",
  },
  {
    by: "tomas",
    name: "This week",
    description: "Engineering's deadlines in the next seven days.",
    kind: "task",
    scope: "team",
    teamKey: "ENG",
    filters: { deadlineAfter: "today", deadlineBefore: "7d", notStatus: "completed,cancelled" },
    grouping: "status",
    layout: "board",
  },
  {
    by: "maren",
    name: "Unassigned",
    description: "Planned tasks without an assignee.",
    kind: "task",
    scope: "workspace",
    filters: { assigneeId: "none", status: "planned" },
    grouping: "priority",
  },
  {
    by: "maren",
    name: "Mine, by deadline",
    description: "My tasks, with the next deadline first.",
    kind: "task",
    scope: "personal",
    filters: { assigneeId: "me", status: "planned,progressed" },
    grouping: "none",
    sorting: "deadlineAt",
  },
  {
    by: "priya",
    name: "On my desk",
    description: "My tasks in progress.",
    kind: "task",
    scope: "personal",
    filters: { assigneeId: "me", status: "progressed" },
    grouping: "project",
  },
  {
    by: "maren",
    name: "Under way",
    description: "Active projects, by lead.",
    kind: "project",
    scope: "workspace",
    filters: { status: "active" },
    grouping: "lead",
  },
];

/** Adds saved views and favorites. */
export async function addSavedViews(services: Services, cast: DemoCast): Promise<void> {
  for (const { by, teamKey, ...view } of views) {
    const owner = cast.members.get(by)!;
    const teamId = teamKey && cast.teamIds.get(teamKey);
    const { id } = await perform(services, owner, createView, { ...view, teamId });
    await perform(services, owner, addFavorite, { kind: "view", id });
    await perform(services, owner, subscribeToView, { viewId: id });
  }
  for (const [username, key] of [["maren", "RFND"], ["priya", "FARES"], ["tomas", "RFND"]]) {
    const pin = { kind: "project", id: key! };
    await perform(services, cast.members.get(username!)!, addFavorite, pin);
  }
}
