import type { FieldErrors } from "../ui/field.tsx";
import { Field, Notice, Optional } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";

/** The values of a view's form. `whose` is `personal`, `workspace`, or the ID of a team or project. */
export interface ViewWords {
  name: string;
  description: string;
  whose: string;
}

/** The audiences a view can have, besides its owner only. */
export interface ViewScopes {
  /** The workspace's name. */
  workspace: string;
  teams: readonly { id: string; name: string }[];
  projects: readonly { id: string; name: string }[];
}

interface ViewFormProps {
  id: "new-view" | "edit-view";
  title: string;
  action: string;
  /** The key of the draft on the device. */
  keeps: string;
  submit: string;
  scopes: ViewScopes;
  values: ViewWords;
  errors: FieldErrors;
  /** The error that belongs to no field. */
  error: string | undefined;
  along: Readonly<Record<string, string>>;
  /** The version that was saved since the form was opened. */
  saved?: ViewWords | undefined;
}

/** The form for a view's name, description, and audience. */
export function ViewForm(props: ViewFormProps) {
  const { id, title, action, values, scopes, errors, saved, along } = props;
  return (
    <div class="menu">
      <KeptForm
        id={id}
        class="menu-form view-form"
        action={action}
        keeps={props.keeps}
        keepsAll
        error={props.error}
        refused={props.error !== undefined || Object.keys(errors).length > 0}
      >
        <strong>{title}</strong>
        {saved && <NowSaved saved={saved} scopes={scopes} />}
        {Object.entries(along).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Field
          name="name"
          label="Name"
          error={errors.name}
          input={{
            "value": values.name,
            "data-limit": 80,
            "required": true,
            "autofocus": true,
            "autocomplete": "off",
            "data-menu-start": true,
          }}
        />
        <div class="field">
          <label for="field-description">
            Description
            <Optional />
          </label>
          <textarea
            class="input"
            id="field-description"
            name="description"
            rows={2}
            data-limit={2_000}
            aria-invalid={errors.description ? "true" : undefined}
            aria-describedby={errors.description ? "field-description-error" : undefined}
          >
            {"\n" + values.description}
          </textarea>
          {errors.description && (
            <p class="error" id="field-description-error">{errors.description}</p>
          )}
        </div>
        <div class="field">
          <label for="field-whose">Visible to</label>
          <select class="input" id="field-whose" name="whose">
            <ScopeOption value="personal" chosen={values.whose}>Only me</ScopeOption>
            <ScopeOption value="workspace" chosen={values.whose}>
              {`Everyone in ${scopes.workspace}`}
            </ScopeOption>
            <ScopeGroup label="Teams" all={scopes.teams} chosen={values.whose} />
            <ScopeGroup label="Projects" all={scopes.projects} chosen={values.whose} />
          </select>
        </div>
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">{props.submit}</button>
        </div>
      </KeptForm>
    </div>
  );
}

function ScopeGroup({ label, all, chosen }: {
  label: string;
  all: readonly { id: string; name: string }[];
  chosen: string;
}) {
  if (all.length === 0) return null;
  return (
    <optgroup label={label}>
      {all.map(({ id, name }) => <ScopeOption value={id} chosen={chosen}>{name}</ScopeOption>)}
    </optgroup>
  );
}

function ScopeOption(
  { value, chosen, children }: { value: string; chosen: string; children: string },
) {
  return <option value={value} selected={value === chosen}>{children}</option>;
}

/** Describes the saved version of a view that changed meanwhile. */
function NowSaved({ saved, scopes }: { saved: ViewWords; scopes: ViewScopes }) {
  const { name, description, whose } = saved;
  const chosen = [...scopes.teams, ...scopes.projects].find(({ id }) => id === whose);
  const whom = chosen?.name ??
    (whose === "personal" ? "only you" : `everyone in ${scopes.workspace}`);
  return (
    <Notice kind="warning">
      This view changed while you were editing. The view is now called <bdi>{name}</bdi>{" "}
      and is visible to <bdi>{whom}</bdi>
      {description && (
        <>
          , with the description “<bdi>{description}</bdi>”
        </>
      )}. If you save, your version replaces the saved version.
    </Notice>
  );
}
