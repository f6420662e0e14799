import { offers } from "./row.ts";

/** Actions on a planned project with a lead, both dates, and a label. */
export const projectOffers = offers(`
  Mark project as active → leads → project.setStatus active → project.status = active
  Complete project → leads → project.setStatus completed → project.status = completed
  Cancel project → leads → project.setStatus cancelled → project.status = cancelled
  Move project to backlog → leads → project.setStatus backlog → project.status = backlog
  Set project start date: Today → everyone → project.setStartDate 2026-03-12 → project.startDate = 2026-03-12 → leads
  Set project start date: Tomorrow → everyone → project.setStartDate 2026-03-13 → project.startDate = 2026-03-13 → leads
  Set project start date: In one week → everyone → project.setStartDate 2026-03-19 → project.startDate = 2026-03-19 → leads
  Set project start date: In one month → everyone → project.setStartDate 2026-04-12 → project.startDate = 2026-04-12 → leads
  Set project start date: another date… → everyone → project.setStartDate → —
  Clear project start date → everyone → project.clearStartDate → project.startDate = null → leads
  Set project target date: Today → everyone → project.setTargetDate 2026-03-12 → project.targetDate = 2026-03-12 → leads
  Set project target date: Tomorrow → everyone → project.setTargetDate 2026-03-13 → project.targetDate = 2026-03-13 → leads
  Set project target date: In one week → everyone → project.setTargetDate 2026-03-19 → project.targetDate = 2026-03-19 → leads
  Set project target date: In one month → everyone → project.setTargetDate 2026-04-12 → project.targetDate = 2026-04-12 → leads
  Set project target date: another date… → everyone → project.setTargetDate → —
  Clear project target date → everyone → project.clearTargetDate → project.targetDate = null → leads
  Make me lead of project → managers → project.setLead {me} → project.leadId = {me} → leads
  Set project lead: Chidi Eze → everyone -member → project.setLead {chidi} → project.leadId = {chidi} → leads
  Set project lead: Esra Yılmaz → everyone -commentator → project.setLead {esra} → project.leadId = {esra} → leads
  Set project lead: Lea Brandt → everyone -lead → project.setLead {lea} → project.leadId = {lea} → leads
  Set project lead: Ada Lovelace → everyone -owner → project.setLead {ada} → project.leadId = {ada} → leads
  Set project lead: Bảo Nguyễn → everyone -admin → project.setLead {bao} → project.leadId = {bao} → leads
  Set project lead: Tove Lind → everyone -teamless → project.setLead {tove} → project.leadId = {tove} → leads
  Set project lead: דינה כהן → everyone -outsider → project.setLead {dina} → project.leadId = {dina} → leads
  Set project lead: Keeper → everyone → project.setLead {Keeper} → project.leadId = {Keeper} → leads
  Set project lead: Herald → everyone → project.setLead {Herald} → project.leadId = {Herald} → leads
  Set project priority: Urgent → everyone → project.setPriority urgent → project.priority = urgent → leads
  Set project priority: High → everyone → project.setPriority high → project.priority = high → leads
  Set project priority: Medium → everyone → project.setPriority medium → project.priority = medium → leads
  Set project priority: Low → everyone → project.setPriority low → project.priority = low → leads
  Set project priority: No priority → everyone → project.setPriority none → project.priority = none → leads
  Open project → everyone → project.open → /workspace/projects/{project}
  Open project lead → everyone → project.openLead → /workspace/members/{priya}
  Create task in project → writers → project.createTask → /workspace/tasks/compose?projectId={project}&teamId={eng}
  Create task in project → outsider → project.createTask → /workspace/tasks/compose?projectId={project}
  Remove project label: Masonry → everyone → project.removeLabel {projectLabel} → Label Masonry removed from Gatehouse → leads
  Add project label: Infrastructure → everyone → project.addLabel {otherProjectLabel} → Label Infrastructure added to Gatehouse → leads
  Favorite project → everyone → project.favorite → Gatehouse added to favorites
`);

/** Actions on a project in the backlog without a lead, which the owner has pinned. */
export const bareProjectOffers = offers(`
  Mark project as planned → managers → project.setStatus planned → project.status = planned
  Move project to backlog → nobody → project.setStatus backlog → —
  Open project lead → nobody → project.openLead → —
  Clear project start date → nobody → project.clearStartDate → —
  Create task in project → creators → project.createTask → /workspace/tasks/compose?projectId={otherProject}
  Unfavorite project → owner → project.unfavorite → Footbridge removed from favorites → everyone
  Favorite project → everyone -owner → project.favorite → Footbridge added to favorites → everyone
`);
