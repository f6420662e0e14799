import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { onboardingPath } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";
import { SignedInAs } from "./signed_in_as.tsx";

interface OnboardingProps {
  frame: Frame;
  email: string;
  /** Whether the person still has to say who they are. */
  unnamed: boolean;
  values: { yourName: string; name: string; teamName: string; teamKey: string };
  errors: FieldErrors;
  refusal?: string | undefined;
  /** Whether there is a workspace to go back to. */
  hasWorkspace: boolean;
}

/** The first workspace, or one more: its name and its first team. */
export function OnboardingPage(props: OnboardingProps) {
  const { frame, email, unnamed, values, errors, refusal, hasWorkspace } = props;
  return (
    <Auth
      frame={frame}
      title="Create a workspace"
      lead="A workspace holds your teams and their tasks."
      foot={<SignedInAs email={email} hasWorkspace={hasWorkspace} />}
    >
      <form class="form" method="post" action={onboardingPath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {unnamed && (
          <Field
            name="yourName"
            label="Your name"
            error={errors.yourName}
            input={{
              value: values.yourName,
              required: true,
              maxlength: 80,
              autocomplete: "name",
              autofocus: true,
            }}
          />
        )}
        <Field
          name="name"
          label="Workspace name"
          error={errors.name}
          input={{
            value: values.name,
            required: true,
            maxlength: 80,
            autofocus: !unnamed,
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
          hint="Tasks are numbered with it, as in ENG-1. Leave it empty to take it from the name."
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
      </form>
    </Auth>
  );
}
