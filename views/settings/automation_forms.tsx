import type { Automation } from "../../server/domain/automations/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import { automationSettingsPath } from "../settings_paths.ts";
import { Field } from "../ui/field.tsx";
import { Choices } from "./choices.tsx";
import type { OpenAutomation } from "./automations.tsx";
import { ConcernForm, NameField } from "./parts.tsx";
import { automationScopeWords } from "./scopes.ts";
import { teamChoices } from "./team_choices.ts";

/** The values of an automation's form. */
export interface AutomationWords {
  name?: string | undefined;
  description?: string | undefined;
  providerType?: string | undefined;
  reach?: string | undefined;
  teamIds?: readonly string[] | undefined;
  scopes?: readonly string[] | undefined;
  credentialLabel?: string | undefined;
}

/** Returns the first values of an automation's form. */
function wordsOf(automation: Automation | undefined): AutomationWords {
  if (!automation) return { reach: "public", scopes: ["tasks.read", "projects.read"] };
  const { name, description, teamIds, scopes } = automation;
  return {
    name,
    description: description ?? "",
    reach: teamIds === null ? "public" : "chosen",
    teamIds: teamIds ?? [],
    scopes,
  };
}

/** The form that creates or edits an automation. */
export function AutomationForm({ open, teams, automation }: {
  open: OpenAutomation & { form: "automation" };
  teams: readonly Team[];
  automation?: Automation;
}) {
  const { refused, typed } = open;
  const values = refused ? typed : { ...wordsOf(automation), ...typed };
  const errors = refused?.errors ?? {};
  const of = automation?.id ?? "new";
  return (
    <ConcernForm
      id={`automation-${of}`}
      action={automation ? `${automationSettingsPath}/${automation.id}` : automationSettingsPath}
      keeps={`automation:${of}`}
      refused={refused}
      button={automation ? "Save automation" : "Create automation"}
      next={automation ? `#edit-${of}` : "#add-automation"}
      reveals={!automation}
      cancel={automationSettingsPath}
    >
      {automation && <input type="hidden" name="version" value={String(automation.version)} />}
      <NameField value={values.name ?? ""} error={errors.name} placeholder="Release notes" />
      <Field
        name="description"
        label="Description"
        error={errors.description}
        input={{ value: values.description ?? "", "data-limit": 2000, autocomplete: "off" }}
      />
      <Choices
        of={of}
        name="scopes"
        legend="Scopes"
        several
        choices={automationScopeWords.map(([value, hint]) => ({
          value,
          label: <code>{value}</code>,
          hint,
        }))}
        chosen={values.scopes ?? []}
        error={errors.scopes}
      />
      <Choices
        of={of}
        name="reach"
        legend="Team access"
        choices={[
          {
            value: "public",
            label: "All teams that aren't private",
            hint: "Includes teams created later.",
          },
          { value: "chosen", label: "Selected teams" },
        ]}
        chosen={[values.reach ?? "public"]}
        error={errors.reach}
      />
      <div class="only-chosen">
        <Choices
          of={of}
          name="teamIds"
          legend="Teams"
          several
          dense
          choices={teamChoices(teams)}
          chosen={values.teamIds ?? []}
          error={errors.teamIds}
        />
      </div>
      {!automation && (
        <>
          <Field
            name="providerType"
            label="Provider"
            hint="For example, “github”. Defaults to “custom”."
            error={errors.providerType}
            input={{ value: values.providerType ?? "", "data-limit": 40, autocomplete: "off" }}
          />
          <Field
            name="credentialLabel"
            label="Secret label"
            hint="For example, the place where you store the secret. The secret is shown once, after you create the automation."
            error={errors.credentialLabel}
            input={{ value: values.credentialLabel ?? "", "data-limit": 80, autocomplete: "off" }}
          />
        </>
      )}
    </ConcernForm>
  );
}

/** The form that rotates a secret. */
export function RotateForm({ automation: { id, name }, open }: {
  automation: Automation;
  open: OpenAutomation & { form: "rotate" };
}) {
  return (
    <ConcernForm
      id={`rotating-${id}`}
      action={`${automationSettingsPath}/${id}`}
      keeps={`automation:${id}:rotate`}
      refused={open.refused}
      button="Rotate secret"
      danger
      name="act"
      value="rotate"
      next={`#rotate-${id}`}
      reveals
      cancel={automationSettingsPath}
    >
      <p>
        {name}{" "}
        gets a new secret. The old secret and all tokens issued for it stop working immediately.
        Update the secret wherever the automation runs.
      </p>
      <Field
        name="credentialLabel"
        label="New secret label"
        error={open.refused?.errors.credentialLabel}
        input={{
          value: open.label ?? "",
          autofocus: true,
          "data-limit": 80,
          autocomplete: "off",
          placeholder: "Default",
        }}
      />
    </ConcernForm>
  );
}
