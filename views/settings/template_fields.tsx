import type { Child } from "hono/jsx";
import { Fault, faultOf } from "../parts/fault.tsx";
import { Notice } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { NameField, type Refused } from "./parts.tsx";
import { CancelLink } from "./record_links.tsx";

/** The form of a template, a new one or one that is there. */
export function TemplateForm({ id, noun, path, version, archived, refused, children }: {
  /** Null for a new one. */
  id: string | null;
  /** What it is of: "task". */
  noun: string;
  /** Where the list of them is. */
  path: string;
  version: number | undefined;
  archived: boolean;
  refused: Refused | undefined;
  children: Child;
}) {
  return (
    <>
      {archived && (
        <Notice kind="warning">It is archived: nothing can be made of it before it is back.</Notice>
      )}
      <KeptForm
        id={id ? `template-${id}` : `new-${noun}-template`}
        class="form template-form"
        action={id ? `${path}/${id}` : `${path}/new`}
        keeps={id ?? `${noun}-template:new`}
        keepsAll
        error={refused?.rest}
        refused={refused !== undefined}
        saveKey
      >
        {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
        {children}
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">
            {id ? "Save template" : "Create template"}
          </button>
          <CancelLink href={path} next="#add-template" />
        </div>
      </KeptForm>
    </>
  );
}

/** What the template itself is called. @param props.fresh whether the focus begins there */
export function TemplateName({ value, error, fresh }: {
  value: string;
  error: string | undefined;
  fresh: boolean;
}) {
  return <NameField label="Name of the template" value={value} error={error} stays={!fresh} />;
}

/** The text in Markdown that it fills in, with its tools and a preview. */
export function TemplateText({ value, error }: { value: string; error: string | undefined }) {
  return (
    <div class="field">
      <span class="field-name">Description</span>
      <MarkdownField
        id="template-text"
        name="description"
        label="Description"
        value={value}
        rows={8}
        limit={100_000}
        placeholder="What it begins with, in Markdown"
        faultId={faultOf("description", error)["aria-describedby"]}
      />
      <Fault name="description" text={error} />
    </div>
  );
}

/** Choices of one, the first of which leaves it open. */
export function LeftOpen({ name, label, open, all, chosen, error }: {
  name: string;
  label: string;
  open: string;
  all: readonly { id: string; name: string }[];
  chosen: string | null | undefined;
  error: string | undefined;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="input" name={name} {...faultOf(name, error)}>
        <option value="">{open}</option>
        {all.map(({ id, name }) => <option value={id} selected={id === chosen}>{name}</option>)}
      </select>
      <Fault name={name} text={error} />
    </label>
  );
}

/** Choices of several. */
export function Several({ name, label, all, chosen }: {
  name: string;
  label: string;
  all: readonly { id: string; name: string; color?: string }[];
  chosen: readonly string[];
}) {
  if (all.length === 0) return null;
  return (
    <fieldset class="field template-choices">
      <legend>{label}</legend>
      {all.map(({ id, name: called, color }) => (
        <label>
          <input type="checkbox" name={name} value={id} checked={chosen.includes(id)} />
          {color && <span class="dot" data-color={color}></span>}
          <bdi>{called}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
