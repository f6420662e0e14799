import { z } from "zod";
import { Agent } from "../domain/agents/schema.ts";
import { Automation, AutomationCredential } from "../domain/automations/schema.ts";
import { Favorite } from "../domain/favorites/schema.ts";
import { InboxCounts, Notification } from "../domain/inbox/schema.ts";
import { PersonalToken } from "../domain/personal_tokens/schema.ts";
import { Preferences } from "../domain/preferences/schema.ts";
import { Resource } from "../domain/resources/schema.ts";
import { FoundRecord } from "../domain/search/schema.ts";
import { TaskTemplate } from "../domain/task_templates/schema.ts";
import { Approval } from "../domain/approvals/schema.ts";
import { commaLists } from "../domain/core/fields.ts";
import { AuditEntry } from "../domain/audit/schema.ts";
import { Invitation, OwnInvitation } from "../domain/invitations/schema.ts";
import { Label, ProjectLabel } from "../domain/labels/schema.ts";
import { MemberActivity } from "../domain/members/activity.ts";
import { Me, MemberRecord, MemberWork } from "../domain/profiles/schema.ts";
import { ProjectTemplate } from "../domain/project_templates/schema.ts";
import {
  Milestone,
  Progress,
  ProgressOverTime,
  Project,
  ProjectDetail,
  ProjectUpdate,
  RoadmapProject,
} from "../domain/projects/schema.ts";
import { Session, TokenPair } from "../domain/sessions/schema.ts";
import { Activity } from "../domain/activity/schema.ts";
import { Comment, UnsentComment } from "../domain/comments/schema.ts";
import { OpenApproval, Relation, Task, TaskDetail } from "../domain/tasks/schema.ts";
import {
  LabelRef,
  MilestoneRef,
  ProfileRef,
  ProjectRef,
  StateRef,
  TaskRef,
} from "../domain/refs/schema.ts";
import { Team, TeamDetail } from "../domain/teams/schema.ts";
import { View } from "../domain/saved_views/schema.ts";
import { Workflow } from "../domain/workflows/schema.ts";
import { Usage, Workspace } from "../domain/workspaces/schema.ts";

/** Records with named schemas. All other schemas are inline. */
const named: Record<string, z.ZodType> = {
  Agent,
  Approval,
  AuditEntry,
  Automation,
  AutomationCredential,
  Comment,
  Favorite,
  FoundRecord,
  InboxCounts,
  Invitation,
  Label,
  LabelRef,
  Me,
  Member: MemberRecord,
  MemberActivity,
  MemberWork,
  Milestone,
  MilestoneRef,
  Notification,
  OpenApproval,
  OwnInvitation,
  PersonalToken,
  Preferences,
  ProfileRef,
  Progress,
  ProgressOverTime,
  Project,
  ProjectDetail,
  ProjectLabel,
  ProjectRef,
  ProjectTemplate,
  ProjectUpdate,
  Relation,
  Resource,
  RoadmapProject,
  Session,
  StateRef,
  Task,
  Activity,
  TaskDetail,
  TaskRef,
  TaskTemplate,
  Team,
  TeamDetail,
  TokenPair,
  UnsentComment,
  Usage,
  View,
  Workflow,
  Workspace,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const uri = (id: string) => `#/components/schemas/${id}`;

/** Returns every named schema as JSON Schema 2020-12, which OpenAPI 3.1 uses. */
export function componentSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(registry, {
    uri,
    io: "output",
    unrepresentable: "any",
    override: (described) => refine(described, "output"),
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]),
  );
}

/** Returns a reference to a named schema, or an inline schema. */
export function reference(schema: z.ZodType): unknown {
  const name = registry.get(schema)?.id;
  if (name) return { $ref: uri(name) };
  return inline(schema, "output");
}

/** The argument of Zod's override: a schema, and its JSON Schema. */
interface Described {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}

/**
 * Returns a schema as JSON Schema, with references to the named ones.
 * @param io whether to describe input or output; they differ if a schema transforms
 */
export function inline(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  // Zod could create all named schemas at once, but that takes ten times as long
  const override = (described: Described) => {
    const { zodSchema, jsonSchema } = described;
    const name = (zodSchema as unknown) === schema ? undefined : registry.get(zodSchema)?.id;
    if (name === undefined) return refine(described, io);
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    jsonSchema.$ref = uri(name);
  };
  return withoutIdentity(z.toJSONSchema(schema, { io, unrepresentable: "any", override }));
}

/**
 * Adds details that Zod leaves out: the items of comma-separated lists, the types of nullable values, minimum lengths,
 * formats of addresses, and short titles of records.
 */
function refine({ zodSchema, jsonSchema }: Described, io: "input" | "output"): void {
  nameFields(jsonSchema);
  if (io === "input") boundText(zodSchema, jsonSchema);
  const commas = commaLists.get(zodSchema)?.list;
  if (commas instanceof z.ZodType) {
    delete jsonSchema.maxLength;
    Object.assign(jsonSchema, inline(commas, io));
  }
  if (zodSchema._zod.def.type !== "nullable") return;
  const description = jsonSchema.anyOf?.[0]?.description;
  if (!description) return;
  jsonSchema.description ??= description.includes("`null`")
    ? description
    : `${description} Can be \`null\`.`;
}

/** A trimmed text has its limits after the trim, where Zod doesn't look for an input's limits. */
function boundText(zodSchema: z.core.$ZodTypes, jsonSchema: Described["jsonSchema"]): void {
  const { type, enum: words, pattern, format, minLength } = jsonSchema;
  if (type !== "string" || words || pattern || format) return;
  const text = zodSchema as unknown as z.ZodType;
  if (minLength === undefined && !text.safeParse("").success) jsonSchema.minLength = 1;
  const { def } = zodSchema._zod;
  if (def.type === "pipe" && def.out instanceof z.ZodEmail) jsonSchema.format = "email";
}

/** Lists the fields of a record whose keys are a few fixed words. */
function nameFields(jsonSchema: Described["jsonSchema"]): void {
  const { propertyNames, additionalProperties, required } = jsonSchema;
  if (typeof propertyNames !== "object" || typeof additionalProperties !== "object") return;
  const words = propertyNames.enum as string[] | undefined;
  if (!words || !required) return;
  delete jsonSchema.propertyNames;
  delete jsonSchema.additionalProperties;
  jsonSchema.properties = Object.fromEntries(
    words.map((word) => [word, structuredClone(additionalProperties)]),
  );
}

/** Returns a schema without its own `$id` and `$schema`, which a document of many schemas doesn't need. */
function withoutIdentity(schema: object): Record<string, unknown> {
  const { $id: _id, $schema: _schema, ...rest } = schema as Record<string, unknown>;
  return rest;
}
