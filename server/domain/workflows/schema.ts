import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { includeArchived, key, name } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { nameKey } from "../core/name_key.ts";
import { taskStatuses } from "../vocabulary.ts";

const status = z.enum(taskStatuses, `Use one of ${taskStatuses.join(", ")}.`);

/** A workflow as every interface returns it, with its states in the order of boards. */
export const Workflow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Whether new teams use it. */
  isDefault: z.boolean(),
  states: z.array(z.strictObject({ id: z.string(), name: z.string(), status })),
  /** The number of teams that use it, including archived ones. */
  teamCount: z.int(),
  version: z.int(),
  createdAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type Workflow = z.output<typeof Workflow>;

/** A state as input: an existing one with an ID, or a new one without. */
export const StateInput = z.strictObject({ id: key.optional(), name, status });
export type StateInput = z.output<typeof StateInput>;

/** A removed state, and the state of the same status for its tasks; the first by default. */
export const Removal = z.strictObject({ id: key, into: key.optional() });
export type Removal = z.output<typeof Removal>;

/**
 * Creates the schema of a workflow's states in order, with each of the five statuses at least once and unique names.
 * `RULES.md`, Tasks
 */
function statesOf<T extends z.ZodType<{ name: string; status: string }>>(state: T) {
  return z.array(state).max(50, "Use at most 50 states.").superRefine((states, context) => {
    for (const missing of taskStatuses.filter((one) => !states.some((s) => s.status === one))) {
      context.addIssue(`Keep at least one state for ${missing}.`);
    }
    const seen = new Set<string>();
    for (const [n, { name }] of states.entries()) {
      const folded = nameKey(name);
      if (seen.has(folded)) {
        context.addIssue({
          code: "custom",
          path: [n, "name"],
          message: `Use ${name} only once.`,
        });
      }
      seen.add(folded);
    }
  });
}

/** `GET …/workflows`. */
export const WorkflowList = z.strictObject({
  ...pageFields,
  includeArchived,
});

/** `POST …/workflows`. Without states, it gets one for each status. */
export const WorkflowCreate = z.strictObject({
  name,
  states: statesOf(StateInput.omit({ id: true })).optional()
    .describe(
      "States, in order, with at least one for each status. Defaults to one state for each status.",
    ),
});

/** `PATCH …/workflows/{workflowId}`. `states` replaces the whole list, so missing ones are removed. */
export const WorkflowPatch = z.strictObject({
  name: name.optional(),
  isDefault: z.literal(true, "Use true. To change the default, make another workflow the default.")
    .optional().describe("Whether new teams use the workflow. Only `true` is accepted."),
  states: statesOf(StateInput).optional()
    .describe(
      "States, in order. Include the IDs of existing states, and omit the IDs of new states. Replaces all " +
        "current states.",
    ),
  removed: z.array(Removal).max(50, "Use at most 50 states.").optional().describe(
    "States to remove, each with the state that its tasks move to. Both must have the same status. The new " +
      "state defaults to the first with that status. Omit removed states from `states`.",
  ),
}).refine(namesAField, atLeastOneField);
