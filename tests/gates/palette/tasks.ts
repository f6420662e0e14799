import { offers } from "./row.ts";

/** Actions on a started task with an assignee, a project, a deadline, and a label. */
export const taskOffers = offers(`
  Mark task as planned → everyone → task.setStatus planned → task.status = planned → writers
  Mark task as in progress → everyone → task.setStatus progressed → task.status = progressed → writers
  Complete task → everyone → task.setStatus completed → task.status = completed → writers
  Cancel task → everyone → task.setStatus cancelled → task.status = cancelled → writers
  Set task deadline: Today → everyone → task.setDeadline 2026-03-12 → task.deadlineAt = 2026-03-12 → writers
  Set task deadline: Tomorrow → everyone → task.setDeadline 2026-03-13 → task.deadlineAt = 2026-03-13 → writers
  Set task deadline: In one week → everyone → task.setDeadline 2026-03-19 → task.deadlineAt = 2026-03-19 → writers
  Set task deadline: In one month → everyone → task.setDeadline 2026-04-12 → task.deadlineAt = 2026-04-12 → writers
  Set task deadline: another date… → everyone → task.setDeadline → —
  Clear task deadline → everyone → task.clearDeadline → task.deadlineAt = null → writers
  Reassign task to me → everyone -member → task.assign {me} → task.assigneeId = {me} → writers
  Reassign task to Ada Lovelace → everyone -owner → task.assign {ada} → task.assigneeId = {ada} → writers
  Reassign task to Lea Brandt → everyone -lead → task.assign {lea} → task.assigneeId = {lea} → writers
  Reassign task to Keeper → everyone → task.assign {Keeper} → task.assigneeId = {Keeper} → writers
  Unassign task → everyone → task.unassign → task.assigneeId = null → writers
  Set task priority: Urgent → everyone → task.setPriority urgent → task.priority = urgent → writers
  Set task priority: High → everyone → task.setPriority high → task.priority = high → writers
  Set task priority: Medium → everyone → task.setPriority medium → task.priority = medium → writers
  Set task priority: Low → everyone → task.setPriority low → task.priority = low → writers
  Set task priority: No priority → everyone → task.setPriority none → task.priority = none → writers
  Move task to Quillwort office → insiders → task.setProject {privateProject} → task.projectId = {privateProject} → managers
  Move task to Footbridge → everyone → task.setProject {otherProject} → task.projectId = {otherProject} → writers
  Move task to Survey → everyone → task.setProject {blockingProject} → task.projectId = {blockingProject} → writers
  Remove task from Gatehouse → everyone → task.clearProject → task.projectId = null → writers
  Set milestone: Foundations → everyone → task.setMilestone {milestone} → task.milestoneId = {milestone} → writers
  Set parent task: Sweep the yard → everyone → task.setParent ENG-5 → Parent task of ENG-1 changed → writers
  Set parent task: Sand the post → everyone → task.setParent ENG-4 → Parent task of ENG-1 changed → writers
  Set parent task: Oil the hinge → everyone → task.setParent ENG-2 → Parent task of ENG-1 changed → writers
  Set team: Engineering → writers → task.setTeam {eng} → task.teamId = {eng}
  Set team: People → insiders → task.setTeam {ppl} → task.teamId = {ppl} → managers
  Set team: Support → managers → task.setTeam {support} → task.teamId = {support}
  Open task → everyone → task.open → /workspace/tasks/ENG-1
  Open project → everyone → task.openProject → /workspace/projects/{project}
  Open team → everyone → task.openTeam → /workspace/teams/{eng}
  Open assignee → everyone → task.openAssignee → /workspace/members/{chidi}
  Create sub-task → creators → task.createSubtask → /workspace/tasks/compose?parentId=ENG-1&teamId={eng}&projectId={project}&assigneeId={chidi}
  Create task in project → creators → task.createInProject → /workspace/tasks/compose?teamId={eng}&projectId={project}
  Create task in team → creators → task.createInTeam → /workspace/tasks/compose?teamId={eng}
  Remove task label: Bug → everyone → task.removeLabel {Bug} → task.tags =  → writers
  Add task label: Bolt → everyone → task.addLabel {otherLabel} → task.tags = Bolt,Bug → writers
  Add task label: Feature → everyone → task.addLabel {Feature} → task.tags = Bug,Feature → writers
  Add task label: Hinge → everyone → task.addLabel {label} → task.tags = Bug,Hinge → writers
  Add task label: Improvement → everyone → task.addLabel {Improvement} → task.tags = Bug,Improvement → writers
  Favorite task → everyone → task.favorite → ENG-1 added to favorites
  Follow task → everyone -owner -member → task.follow → Following ENG-1 → everyone
  Unfollow task → owner member → task.unfollow → Unfollowed ENG-1 → everyone
  Archive task → everyone → task.archive → ENG-1 archived → writers
`);

/** Actions on a planned task that the owner has pinned and that has none of these. */
export const bareTaskOffers = offers(`
  Mark task as in progress → everyone → task.setStatus progressed → task.status = progressed → writers
  Complete task → everyone → task.setStatus completed → task.status = completed → writers
  Cancel task → everyone → task.setStatus cancelled → task.status = cancelled → writers
  Move task to backlog → everyone → task.setStatus backlogged → task.status = backlogged → writers
  Assign task to me → everyone → task.assign {me} → task.assigneeId = {me} → writers
  Assign task to Lea Brandt → everyone -lead → task.assign {lea} → task.assigneeId = {lea} → writers
  Assign task to Keeper → everyone → task.assign {Keeper} → task.assigneeId = {Keeper} → writers
  Unassign task → nobody → task.unassign → —
  Move task to Gatehouse → everyone → task.setProject {project} → task.projectId = {project} → writers
  Clear task deadline → nobody → task.clearDeadline → —
  Add task label: Bug → everyone → task.addLabel {Bug} → task.tags = Bug → writers
  Unfavorite task → owner → task.unfavorite → ENG-2 removed from favorites → everyone
  Favorite task → everyone -owner → task.favorite → ENG-2 added to favorites → everyone
`);

/** Additional actions on a sub-task with a milestone. */
export const subtaskOffers = offers(`
  Clear milestone → everyone → task.clearMilestone → task.milestoneId = null → writers
  Clear parent task → everyone → task.clearParent → task.parentId = null → writers
`);

/** Actions on a draft. */
export const draftOffers = offers(`
  Open drafts → everyone → draft.open → /workspace/drafts?draft=ENG-3
  Publish draft → everyone → draft.publish → task.draft = false → writers
  Discard draft → everyone → draft.discard → Draft ENG-3 discarded → writers
`);
