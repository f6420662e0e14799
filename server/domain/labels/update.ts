import type { z } from "zod";
import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column, name } from "../change/columns.ts";
import type { Versioned } from "../core/versioned.ts";
import { requireFreeName } from "../core/free_names.ts";
import type { WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import type { LabelKind } from "./kinds.ts";
import { locateLabel } from "./locate.ts";
import { readLabel } from "./record.ts";
import type { Label, labelKey, ProjectLabelPatch } from "./schema.ts";

type StoredLabel = Selectable<Tables[LabelKind["table"]]>;
/** A change of a label, including whether it is archived. */
type Change = z.output<typeof ProjectLabelPatch>;

/**
 * Changes a label on all its records at once, archives it, or restores it. Activity keeps its former name, and saved
 * views refer to its ID. Archived labels can be changed, because records still show them. A patch without changes
 * leaves no trace.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict if an active label has the name
 */
export async function updateLabel(
  context: WriteContext<Member>,
  kind: LabelKind,
  { labelId, version }: z.output<typeof labelKey>,
  patch: Change,
): Promise<Versioned<Label>> {
  const { id } = await changeRecord(context, labels(kind), labelId, { version, patch });
  return await readLabel(context, kind, id);
}

function labels(
  kind: LabelKind,
): ChangeRules<LabelKind["table"], string, StoredLabel, Change> {
  const { table, noun, subject } = kind;
  return {
    name: noun,
    table,
    dated: false,
    async locate(context, idOrName) {
      const { id } = await locateLabel(context, kind, idOrName);
      return await context.tx.selectFrom(table).selectAll().where("id", "=", id)
        .executeTakeFirstOrThrow();
    },
    allow: ({ actor }) => requireManager(actor, `change ${noun}s`),
    planners: {
      name: name(`${subject}.name_changed`),
      color: column("color", `${subject}.color_changed`),
      description: column("description", `${subject}.description_changed`),
      archived({ now, record: { archived_at, name } }, to) {
        if (to === (archived_at !== null)) return null;
        const columns = { archived_at: to ? now.toISOString() : null };
        return to
          ? { columns, fact: { kind: `${subject}.archived`, data: { from: name } } }
          : { columns, fact: { kind: `${subject}.restored`, data: { to: name } } };
      },
    },
    async requireFit(context, { id }, { name, archived_at }) {
      if (archived_at === null) {
        await requireFreeName(context, table, {
          within: context.actor.workspace.id,
          name,
          ownId: id,
        });
      }
    },
    async around(context, _, write) {
      await write();
      // Records show their labels' names and colors.
      await reviseWorkspace(context);
    },
    subject: ({ id }) => id,
  };
}
