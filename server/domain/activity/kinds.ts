import { z } from "zod";
import {
  avatarColors,
  healths,
  priorities,
  projectStatuses,
  relationKinds,
  taskStatuses,
} from "../vocabulary.ts";
import { changed, either, id, type IdPlace, idPlacesIn, named, placed, record } from "./shapes.ts";

const text = z.string();
const texts = z.array(text);
const perhaps = text.nullable();
const calendarDay = z.iso.date();
const task = record({ id: id("task"), title: text });
const related = record({
  id: id("task"),
  kind: z.enum(relationKinds),
  reference: text,
  title: text,
});
const project = record({ id: id("project"), key: text, name: text });
const team = record({ id: id("team"), key: text, name: text });
const milestone = record({
  id: id("milestone"),
  name: text,
  projectId: id("project").nullable(),
});
const resource = record({ id: id("resource"), title: text, url: text });
const state = record({ id: id("state"), name: text, status: z.enum(taskStatuses) });
const requester = named("profile");
const teamIds = z.array(id("team"));
const teamMember = record({ id: id("profile"), name: text, role: text });
const leaver = record({
  role: perhaps,
  teams: z.array(record({ id: id("team"), role: text })),
});
const template = record({ name: text });

/**
 * Every kind of event, by its subject: the name, and the stored old value (`from`) and new value (`to`). People who
 * can't see a record in an entry don't see the entry.
 */
const catalogue = {
  task: {
    "task.created": {},
    "task.drafted": {},
    "task.imported": { to: record({ source: text, key: text }) },
    "task.published": {},
    "task.archived": {},
    "task.discarded": {},
    "task.restored": {},
    "task.title_changed": changed(text),
    "task.description_changed": {},
    "task.status_changed": changed(z.enum(taskStatuses)),
    "task.state_changed": changed(named("state")),
    "task.priority_changed": changed(z.enum(priorities)),
    "task.assigned": placed(named("profile")),
    "task.labels_changed": changed(texts),
    "task.deadline_changed": placed(calendarDay),
    "task.parent_changed": placed(task),
    "task.project_changed": placed(project),
    "task.milestone_changed": placed(milestone),
    "task.moved": changed(team),
    "task.placed": {},
    "task.commented": { to: record({ id: id("comment") }) },
    "task.comment_edited": { to: record({ id: id("comment") }) },
    "task.comment_deleted": { from: record({ id: id("comment"), author: named("profile") }) },
    "task.comment_restored": { to: record({ id: id("comment"), author: named("profile") }) },
    "task.resource_added": { to: resource },
    "task.resource_changed": changed(resource),
    "task.resource_removed": { from: resource },
    "task.relation_added": { to: related },
    "task.relation_removed": { from: related },
    "task.approval_requested": { to: record({ id: id("approval"), approver: named("profile") }) },
    "task.approved": { to: record({ id: id("approval"), requester }) },
    "task.declined": { to: record({ id: id("approval"), requester }) },
    "task.approval_withdrawn": {
      from: record({ id: id("approval"), requester, approver: named("profile") }),
    },
    "task.approval_reopened": {
      to: record({ id: id("approval"), requester, approver: named("profile") }),
    },
  },
  project: {
    "project.created": {},
    "project.archived": {},
    "project.restored": {},
    "project.name_changed": changed(text),
    "project.key_changed": changed(text),
    "project.summary_changed": changed(perhaps),
    "project.description_changed": {},
    "project.status_changed": changed(z.enum(projectStatuses)),
    "project.status_derived": { from: z.enum(projectStatuses) },
    "project.priority_changed": changed(z.enum(priorities)),
    "project.lead_changed": placed(named("profile")),
    "project.teams_changed": changed(z.array(named("team"))),
    "project.members_changed": changed(z.array(named("profile"))),
    "project.labels_changed": changed(z.array(named("label"))),
    "project.start_date_changed": placed(calendarDay),
    "project.target_date_changed": placed(calendarDay),
    "project.milestone_added": { to: named("milestone") },
    "project.milestone_changed": changed(named("milestone")),
    "project.milestone_archived": changed(named("milestone")),
    "project.milestone_restored": changed(named("milestone")),
    "project.dependency_added": either(project),
    "project.dependency_removed": either(project),
    "project.update_posted": { from: z.enum(healths).nullable(), to: z.enum(healths) },
  },
  team: {
    "team.created": {},
    "team.archived": {},
    "team.restored": {},
    "team.name_changed": changed(text),
    "team.key_changed": changed(text),
    "team.description_changed": {},
    "team.expertise_area_changed": changed(perhaps),
    "team.privacy_changed": changed(z.boolean()),
    "team.workflow_changed": changed(named("workflow")),
    "team.member_added": { to: teamMember },
    "team.member_role_changed": changed(teamMember),
    "team.member_removed": { from: teamMember },
  },
  workspace: {
    "workspace.created": {},
    "workspace.renamed": changed(text),
    "workspace.time_zone_changed": changed(text),
  },
  profile: {
    "profile.name_changed": changed(text),
    "profile.username_changed": changed(text),
    "profile.title_changed": changed(perhaps),
    "profile.bio_changed": {},
    "profile.color_changed": changed(z.enum(avatarColors).nullable()),
    "member.joined": {},
    "member.role_changed": changed(text),
    "member.suspended": {},
    "member.unsuspended": {},
    "member.left": { from: leaver },
    "member.removed": { from: leaver },
  },
  invitation: {
    "invitation.sent": { to: text },
    "invitation.resent": { to: text },
    "invitation.revoked": { to: text },
  },
  workflow: {
    "workflow.created": {},
    "workflow.archived": {},
    "workflow.restored": {},
    "workflow.renamed": changed(text),
    "workflow.made_default": {},
    "workflow.state_added": { to: state },
    "workflow.state_renamed": changed(state),
    "workflow.state_removed": changed(state),
    "workflow.states_reordered": changed(texts),
  },
  label: {
    "label.created": { to: text },
    "label.name_changed": changed(text),
    "label.color_changed": changed(text),
    "label.description_changed": changed(perhaps),
    "label.archived": { from: text },
    "label.restored": { to: text },
    "label.merged": changed(text),
  },
  projectLabel: {
    "projectLabel.created": { to: text },
    "projectLabel.name_changed": changed(text),
    "projectLabel.color_changed": changed(text),
    "projectLabel.description_changed": changed(perhaps),
    "projectLabel.archived": { from: text },
    "projectLabel.restored": { to: text },
    "projectLabel.merged": changed(text),
  },
  taskTemplate: {
    "taskTemplate.created": { to: template },
    "taskTemplate.changed": changed(template),
    "taskTemplate.archived": changed(template),
    "taskTemplate.restored": changed(template),
  },
  projectTemplate: {
    "projectTemplate.created": { to: text },
    "projectTemplate.changed": either(text),
    "projectTemplate.archived": either(text),
    "projectTemplate.restored": either(text),
  },
  view: {
    "view.created": {},
    "view.updated": changed(text),
    "view.archived": {},
    "view.restored": {},
  },
  automation: {
    "automation.created": {
      to: record({ name: text, scopes: texts, teamIds: teamIds.nullable() }),
    },
    "automation.renamed": changed(text),
    "automation.description_changed": {},
    "automation.teams_changed": placed(teamIds),
    "automation.scopes_changed": changed(texts),
    "automation.secret_rotated": { to: id("credential") },
    "automation.suspended": {},
    "automation.unsuspended": {},
  },
  agent: {
    "agent.created": {
      to: record({ name: text, role: text, teamIds, automationId: id("automation") }),
    },
    "agent.renamed": changed(text),
    "agent.teams_changed": changed(teamIds),
    "agent.role_changed": changed(text),
    "agent.suspended": {},
    "agent.unsuspended": {},
  },
} as const;

type Catalogue = typeof catalogue;

/** The kinds of subjects. */
export type SubjectKind = keyof Catalogue;
/** The kinds of events of one kind of subject. */
export type KindOf<S extends SubjectKind> = { [K in S]: keyof Catalogue[K] }[S] & string;
/** A kind of event: `task.title_changed`. */
export type ActivityKind = KindOf<SubjectKind>;

type Shapes = { [S in SubjectKind]: (given: Catalogue[S]) => void }[SubjectKind] extends
  (given: infer All) => void ? All : never;

/** The data of an entry. */
export type DataOf<K extends ActivityKind> = z.output<z.ZodObject<Shapes[K]>>;

/** The kinds of events whose old and new value have a given type. */
export type KindChanging<V> = {
  [K in ActivityKind]: { from: V; to: V } extends DataOf<K> ? K : never;
}[ActivityKind];

/** Kinds without stored values. */
export type BareKind = {
  [K in ActivityKind]: keyof Shapes[K] extends never ? K : never;
}[ActivityKind];

/** An event: its kind, with the old and new value. */
export type Fact =
  | { kind: BareKind; data?: Record<never, never> }
  | { [K in ActivityKind]: { kind: K; data: DataOf<K> } }[Exclude<ActivityKind, BareKind>];

/** A declared kind of event. */
export interface KindEntry {
  subject: SubjectKind;
  kind: ActivityKind;
  shape: z.ZodObject;
  /** The places of record IDs in the kind's data. */
  mentions: readonly IdPlace[];
}

/** All kinds of events. */
export const activityKinds: readonly KindEntry[] = Object.entries(catalogue).flatMap((
  [subject, kinds],
) =>
  Object.entries(kinds).map(([kind, shapes]) => {
    const shape = z.strictObject(shapes as z.ZodRawShape) as z.ZodObject;
    return {
      subject: subject as SubjectKind,
      kind: kind as ActivityKind,
      shape,
      mentions: idPlacesIn(shape),
    };
  })
);

const byKind: ReadonlyMap<string, KindEntry> = new Map(
  activityKinds.map((entry) => [entry.kind, entry]),
);

/** Returns the subject of a kind of event. */
export function subjectOf(kind: ActivityKind): SubjectKind {
  return byKind.get(kind)!.subject;
}

/**
 * Returns whether an entry's data matches its kind. An entry by a newer process might not, or its kind might be
 * unknown.
 */
export function keepsWhatItShould({ kind, data }: { kind: string; data: unknown }): boolean {
  return byKind.get(kind)?.shape.safeParse(data).success ?? false;
}

/** Returns the kinds of events of some kinds of subjects. */
export function kindsOf<S extends SubjectKind>(...of: S[]): KindOf<S>[] {
  return activityKinds.filter(({ subject }) => (of as SubjectKind[]).includes(subject))
    .map(({ kind }) => kind as KindOf<S>);
}
