import type { Named } from "../../server/domain/refs/named.ts";
import type { TaskDraft } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { held, heldMany, PillLink, type PillProps } from "../parts/pills.tsx";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { Notice } from "../ui/field.tsx";
import { type ComposerMenu, composerMenuPath } from "../task_paths.ts";
import { relationWords } from "../ui/words.ts";
import { ComposerField } from "../parts/composer_fields.tsx";
import { composerLetter, pillOrder } from "./composer_keys.ts";
import { linkLine, relationLine } from "./starting_lines.ts";
import { propertyOf } from "./properties/all.ts";
import type { Drafting } from "./properties/property.ts";

/** The data of the composer, with its templates. */
export interface Composing extends Drafting {
  templates: readonly { id: string; name: string }[];
  /** The fields that templates can set. */
  filledByTemplates: readonly string[];
  /** The people to ask for membership in a team; empty if the viewer can create tasks. */
  askable: readonly Named[];
  /** Why the workspace can't have more tasks, or `null` if it can. */
  full: string | null;
  /** The relations of the new task, with the tasks that the viewer can see. */
  related: readonly (StartingRelation & { task: { title: string; reference: string } | null })[];
}

type StartingRelation = NonNullable<TaskDraft["relations"]>[number];

/** A new task's properties, each a button that shows its value and opens its menu. */
export function Pills(composing: Composing) {
  const { templates, filledByTemplates, values, related } = composing;
  const template = templates.find(({ id }) => id === values.templateId);
  return (
    <div
      id="pills"
      class="pills"
      role="group"
      aria-label="Properties"
      hx-sync="replace"
    >
      <BeforeWriting {...composing} />
      {pillOrder.map((menu) => {
        const { name, field, pill } = propertyOf(menu);
        const value = pill(composing);
        return value && (
          <Pill
            menu={menu}
            name={name}
            field={field}
            filled={filledByTemplates.includes(field)}
            value={value}
          />
        );
      })}
      {templates.length > 0 && (
        <Pill
          menu="template"
          name="Template"
          field="templateId"
          value={{
            icon: <Icon name="template" />,
            text: template?.name ?? "Template",
            chosen: template !== undefined,
          }}
        />
      )}
      {related.map((relation) => <RelationPill {...relation} />)}
    </div>
  );
}

/** Tells people before they write whether they can create tasks, and whether another team takes the task over. */
export function BeforeWriting(
  { askable, full, values, teams }: Pick<Composing, "askable" | "full" | "values" | "teams">,
) {
  if (askable.length > 0) {
    return (
      <WhomToAsk managers={askable}>
        You can't create tasks. Only owners, admins, team leads, and team members can.
      </WhomToAsk>
    );
  }
  if (full) return <Notice kind="error">{full}</Notice>;
  const team = teams.find(({ id, handsOver }) => handsOver && id === values.teamId);
  return team
    ? (
      <p class="composer-note">
        You're handing this task over to{" "}
        <bdi>{team.name}</bdi>. You can edit its title and description, and comment on it. Only the
        team can change its properties.
      </p>
    )
    : null;
}

/** A relation of the new task, with its menu. */
function RelationPill({ kind, taskId, task }: Composing["related"][number]) {
  const words = relationWords[kind] ?? kind;
  const title = task ? task.title : "Task not found";
  return (
    <a
      class="pill"
      id={`pill-relation-${taskId}`}
      role="button"
      aria-haspopup="dialog"
      href={composerMenuPath("relation")}
      data-menu="relation"
      data-pill="relations"
      data-of={taskId}
      data-chosen
      data-missing={!task || undefined}
      title={title}
    >
      <Icon name="relation" />
      <span>{`${words} ${task?.reference ?? taskId}`}</span>
      <span class="unseen">{`: ${title}`}</span>
    </a>
  );
}

function Pill(props: PillProps<ComposerMenu>) {
  const { menu } = props;
  return <PillLink {...props} href={composerMenuPath(menu)} letter={composerLetter(menu)} />;
}

/** The fields that pills set. They are hidden in the dialog and visible on the page without scripts. */
export function PropertyFields({ alone, ...composing }: Composing & { alone: boolean }) {
  const { values, templates } = composing;
  return (
    <div class="asked-fields" hidden={alone}>
      {pillOrder.map((name) => {
        const { field, asked } = propertyOf(name);
        return alone ? heldBy(field, values) : asked(composing);
      })}
      <Lines
        name="resources"
        label="Links"
        hint="One per line: URL, then title"
        lines={values.resources?.map(linkLine)}
      />
      <Lines
        name="relations"
        label="Relations"
        hint="One per line, such as blocks ENG-12"
        lines={values.relations?.map(relationLine)}
      />
      {templates.length > 0 && held("templateId", values.templateId)}
    </div>
  );
}

function Lines({ name, label, hint, lines = [] }: {
  name: string;
  label: string;
  hint: string;
  lines: string[] | undefined;
}) {
  return (
    <ComposerField label={label}>
      <textarea class="input" name={name} rows={2} placeholder={hint}>
        {"\n" + lines.join("\n")}
      </textarea>
    </ComposerField>
  );
}

function heldBy(field: string, values: TaskDraft) {
  const value = Object.entries(values).find(([name]) => name === field)?.[1];
  if (field !== "tags") return held(field, String(value ?? ""));
  return heldMany("tags", values.tags ?? []);
}
