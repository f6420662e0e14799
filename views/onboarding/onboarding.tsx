import { onboardingPath } from "../paths.ts";
import { Field } from "../ui/field.tsx";
import { type Newcomer, Step } from "./step.tsx";

interface OnboardingProps extends Newcomer {
  values: { name: string; teamName: string; teamKey: string };
}

/** The form of a new workspace: its name and first team. */
export function OnboardingPage({ values, ...newcomer }: OnboardingProps) {
  const { yourName, errors } = newcomer;
  return (
    <Step
      {...newcomer}
      title="Create a workspace"
      lead="A workspace holds your teams and their tasks."
      action={onboardingPath}
      nameFirst
    >
      <Field
        name="name"
        label="Workspace name"
        error={errors.name}
        input={{
          value: values.name,
          required: true,
          maxlength: 80,
          autofocus: yourName === null,
          autocomplete: "organization",
          placeholder: "Acme",
        }}
      />
      <Field
        name="teamName"
        label="First team"
        error={errors.teamName}
        input={{
          value: values.teamName,
          required: true,
          maxlength: 80,
          autocomplete: "off",
          placeholder: "Engineering",
        }}
      />
      <Field
        name="teamKey"
        label="Team key"
        error={errors.teamKey}
        hint="Prefix for task references, such as ENG-1. Leave the field empty to generate a key from the team name."
        input={{
          value: values.teamKey,
          autocomplete: "off",
          placeholder: "ENG",
          "data-kind": "key",
        }}
      />
      <button type="submit" class="button" data-kind="primary" data-size="wide">
        Create workspace
      </button>
    </Step>
  );
}
