import type { Child } from "hono/jsx";
import { Fault, faultOf } from "../parts/fault.tsx";
import { Notice, Optional } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField, markdownHint } from "../ui/markdown_field.tsx";
import { NameField, type Refused } from "./parts.tsx";
import { CancelLink } from "./record_links.tsx";

/** The form that creates or edits a template. */
export function TemplateForm({ id, noun, path, version, archived, refused, children }: {
  /** Null for a new template. */
  id: string | null;
  /** The kind of template: "task". */
  noun: string;
  /** The path of the list of templates. */
  path: string;
  version: number | undefined;
  archived: boolean;
  refused: Refused | undefined;
  children: Child;
}) {
  return (
    <>
      {archived && (
        <Notice kind="warning">This template is archived. To use the template, restore it.</Notice>
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

/** The field for a template's name. @param props.fresh whether the field gets the focus */
export function TemplateName({ value, error, fresh }: {
  value: string;
  error: string | undefined;
  fresh: boolean;
}) {
  return <NameField label="Template name" value={value} error={error} stays={!fresh} />;
}

/** The field for a template's description in Markdown, with tools and a preview. */
export function TemplateText({ value, error }: { value: string; error: string | undefined }) {
  return (
    <div class="field">
      <span class="field-name">
        Description
        <Optional />
      </span>
      <MarkdownField
        id="template-text"
        name="description"
        label="Description"
        value={value}
        rows={8}
        limit={100_000}
        placeholder={`Default description. ${markdownHint}`}
        faultId={faultOf("description", error)["aria-describedby"]}
      />
      <Fault name="description" text={error} />
    </div>
  );
}

/** A select whose first option leaves the field unset. */
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

/** Checkboxes for several values. */
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
