import type { Label as LabelRecord } from "../../server/domain/labels/schema.ts";
import { labelColors } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { listPath } from "../paths.ts";
import { projectListPath } from "../project_list_paths.ts";
import { projectLabelsPath, taskLabelsPath } from "../settings_paths.ts";
import { ActForm } from "../ui/act_form.tsx";
import { ChoiceField, Field } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { Label } from "../ui/label.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { counted } from "../ui/words.ts";
import { type Asked, askedPath, ShowAllLink, shownOf } from "./first_records.tsx";
import { Concern, type Refused } from "./parts.tsx";
import { CancelLink, IconLink } from "./record_links.tsx";

/** The values of a label's form. */
export interface LabelWords {
  name: string;
  color: string;
  description: string;
}

/** The open form: it creates, edits, or merges a label. A refused form keeps its values. */
export interface OpenLabel {
  /** Null for a new label. */
  id: string | null;
  merges?: boolean;
  typed?: (Partial<LabelWords> & { into?: string; refused: Refused }) | undefined;
}

/** A kind of label, and which labels of it the page shows. */
interface Kind {
  asked: Asked;
  path: string;
  /** The record that has the labels: "task". */
  noun: "task" | "project";
  /** Returns the URL of the list of records with a label. */
  listOf(id: string): string;
}

const kinds = {
  task: { path: taskLabelsPath, noun: "task", listOf: (id) => listPath({ label: id }) },
  project: {
    path: projectLabelsPath,
    noun: "project",
    listOf: (id) => projectListPath({ label: id }),
  },
} as const satisfies Record<string, Omit<Kind, "asked">>;

const pathOf = ({ path, asked }: Kind, opens?: Record<string, string>) =>
  askedPath(path, asked, opens);

interface LabelsProps {
  of: keyof typeof kinds;
  asked: Asked;
  /** The labels that match the text in the URL. */
  labels: readonly LabelRecord[];
  /** The labels that another label can be merged into: all active ones. */
  others: readonly LabelRecord[];
  uses: Readonly<Record<string, number>>;
  open: OpenLabel | null;
}

/** The field that finds a label, beside the title. */
export function LabelsFilter({ of, asked: { q } }: Pick<LabelsProps, "of" | "asked">) {
  const { path } = kinds[of];
  return <TextFilter action={path} q={q} name="Find a label" fields={[]} without={path} />;
}

/** The labels of a kind: active ones, then archived ones. */
export function Labels({ of, asked, labels, others, uses, open }: LabelsProps) {
  const kind: Kind = { ...kinds[of], asked };
  const inUse = labels.filter(({ archivedAt }) => archivedAt === null);
  const archived = labels.filter(({ archivedAt }) => archivedAt !== null);
  const item = (label: LabelRecord) => (
    <LabelItem kind={kind} label={label} uses={uses[label.id] ?? 0} open={open} others={others} />
  );
  const list = (all: readonly LabelRecord[], what: string) => {
    const shown = shownOf(all, asked, ({ id }) => id === open?.id);
    const href = askedPath(kind.path, { ...asked, show: "all" });
    return (
      <>
        <ul class="record-list">{shown.map(item)}</ul>
        <ShowAllLink
          shown={shown}
          records={all}
          href={href}
          of={counted(all.length, what)}
          rowOf={({ id }) => id}
        />
      </>
    );
  };
  return (
    <>
      <Concern
        id="labels"
        title="Active labels"
        lead={`A ${kind.noun} can have several labels. Anyone who can edit a ${kind.noun} can add or remove them.`}
        beside={open?.id !== null && (
          <a id="add-label" class="button" href={pathOf(kind, { create: "1" })}>
            <Icon name="plus" />
            <span>New label</span>
          </a>
        )}
      >
        {open?.id === null && <LabelForm kind={kind} open={open} />}
        {inUse.length > 0 ? list(inUse, "label") : (
          <p class="records-empty">
            {asked.q ? `No labels match “${asked.q}”` : "No labels yet"}
          </p>
        )}
      </Concern>
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived labels"
          lead={`Archived labels stay on their ${kind.noun}s but can't be added to other ${kind.noun}s. You can reuse their names.`}
        >
          {list(archived, "archived label")}
        </Concern>
      )}
    </>
  );
}

function LabelItem({ kind, label, uses, open, others }: {
  kind: Kind;
  label: LabelRecord;
  uses: number;
  open: OpenLabel | null;
  others: readonly LabelRecord[];
}) {
  const { id, name, description, archivedAt } = label;
  if (open?.id === id) {
    return (
      <li id={id}>
        {open.merges
          ? <MergeForm kind={kind} label={label} uses={uses} open={open} others={others} />
          : <LabelForm kind={kind} label={label} open={open} />}
      </li>
    );
  }
  const to = (opens: Record<string, string>) => pathOf(kind, opens);
  return (
    <li id={id} class="record-item">
      <div>
        <Label label={label} />
        {description && <p>{description}</p>}
      </div>
      <a class="record-uses" href={kind.listOf(id)}>{counted(uses, kind.noun)}</a>
      {archivedAt === null
        ? (
          <div class="record-acts">
            <IconLink
              id={`edit-${id}`}
              href={to({ edit: id })}
              name={`Edit the label ${name}`}
              title="Edit"
              icon="pencil"
            />
            {others.length > 1 && (
              <IconLink
                id={`merge-${id}`}
                href={to({ merge: id })}
                name={`Merge the label ${name} into another`}
                title="Merge"
                icon="relation"
              />
            )}
            <ActForm
              path={`${kind.path}/${id}`}
              act="archive"
              name={`Archive the label ${name}`}
              title="Archive"
              icon="archive"
            />
          </div>
        )
        : (
          <div class="record-acts">
            <ActForm
              path={`${kind.path}/${id}`}
              act="restore"
              name={`Restore the label ${name}`}
              title="Restore"
              icon="restore"
            />
          </div>
        )}
    </li>
  );
}

function LabelForm({ kind, label, open }: { kind: Kind; label?: LabelRecord; open: OpenLabel }) {
  const { typed } = open;
  const errors = typed?.refused.errors ?? {};
  const color = typed?.color ?? label?.color ?? "gray";
  const id = label?.id ?? "new";
  const focused = { required: true, autofocus: true, autocomplete: "off" };
  return (
    <KeptForm
      id={`label-${id}`}
      class="record-form"
      action={label ? `${kind.path}/${label.id}` : kind.path}
      keeps={`${kind.noun}-label:${id}`}
      keepsAll
      error={[errors.color, typed?.refused.rest].filter(Boolean).join(" ") || undefined}
      refused={typed !== undefined}
      next={label ? `#edit-${label.id}` : `#label-new-name`}
      saveKey
    >
      {label && <input type="hidden" name="version" value={String(label.version)} />}
      <Field
        id={`label-${id}-name`}
        name="name"
        label="Name"
        error={errors.name}
        input={{ value: typed?.name ?? label?.name ?? "", "data-limit": 80, ...focused }}
      />
      <fieldset class="label-colors">
        <legend>Color</legend>
        {labelColors.map((name) => (
          <label class="label-color" data-color={name} title={name}>
            <input type="radio" name="color" value={name} checked={name === color} />
            <span class="unseen">{name}</span>
          </label>
        ))}
      </fieldset>
      <Field
        id={`label-${id}-description`}
        name="description"
        label="Description"
        error={errors.description}
        input={{
          value: typed?.description ?? label?.description ?? "",
          "data-limit": 500,
          autocomplete: "off",
          placeholder: "When to use the label",
        }}
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {label ? "Save label" : "Create label"}
        </button>
        <CancelLink href={pathOf(kind)} next={label ? `#edit-${label.id}` : "#add-label"} />
      </div>
    </KeptForm>
  );
}

function MergeForm({ kind, label, uses, open, others }: {
  kind: Kind;
  label: LabelRecord;
  uses: number;
  open: OpenLabel;
  others: readonly LabelRecord[];
}) {
  const { typed } = open;
  const { id, name, version } = label;
  const { into, ...errors } = typed?.refused.errors ?? {};
  const targets = others.filter((other) => other.id !== id);
  return (
    <KeptForm
      id={`merging-${id}`}
      class="record-form"
      action={`${kind.path}/${id}`}
      keeps={`${kind.noun}-label:${id}:merge`}
      keepsAll
      error={[...Object.values(errors), typed?.refused.rest].filter(Boolean).join(" ") || undefined}
      refused={typed !== undefined}
      next="#add-label"
      saveKey
    >
      <input type="hidden" name="act" value="merge" />
      <input type="hidden" name="version" value={String(version)} />
      <b>
        Merge “<bdi>{name}</bdi>” into another label?
      </b>
      <p>
        {counted(uses, kind.noun)} will get the label you choose. The label “<bdi>{name}</bdi>”{" "}
        is then archived. You can't undo this.
      </p>
      <ChoiceField
        name="into"
        label="Merge into"
        error={into}
        choices={[["", "Choose a label"], ...targets.map(({ id, name }) => [id, name] as const)]}
        chosen={typed?.into ?? ""}
        input={{ required: true, autofocus: true }}
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="danger">Merge labels</button>
        <CancelLink href={pathOf(kind)} next={`#merge-${id}`} />
      </div>
    </KeptForm>
  );
}
