import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { signInPath, signUpPath, withQuery } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";

interface RequestCodeProps {
  frame: Frame;
  purpose: "signin" | "signup";
  email: string;
  next: string | undefined;
  /** Whether the session ended while someone filled in a form. Their device keeps the text. */
  kept: boolean;
  errors: FieldErrors;
  /** An error that belongs to no field. */
  refusal?: string | undefined;
}

const words = {
  signin: {
    path: signInPath,
    title: "Sign in",
    lead: "Enter your email address, and we'll send you a sign-in code.",
    button: "Send code",
  },
  signup: {
    path: signUpPath,
    title: "Create your account",
    lead: "You don't need a password. Each time you sign in, we email you a code.",
    button: "Send code",
  },
};

/** The first step of signing in or up: the email address. */
export function RequestCodePage(
  { frame, purpose, email, next, kept, errors, refusal }: RequestCodeProps,
) {
  const { path, title, lead, button } = words[purpose];
  return (
    <Auth
      frame={frame}
      title={title}
      lead={lead}
      foot={purpose === "signin"
        ? (
          <>
            New here? <a href={withQuery(signUpPath, { next })}>Create an account</a>
          </>
        )
        : (
          <>
            Already have an account? <a href={withQuery(signInPath, { next })}>Sign in</a>
          </>
        )}
    >
      <form class="form" method="post" action={path}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {kept && (
          <Notice>
            Your session ended. Unsaved text is kept on this device and comes back after you sign
            in.
          </Notice>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="email"
          label="Email address"
          error={errors.email}
          input={{
            type: "email",
            value: email,
            required: true,
            autofocus: true,
            autocomplete: "email",
            spellcheck: "false",
            placeholder: "ada@example.com",
          }}
        />
        <button type="submit" class="button" data-kind="primary" data-size="wide">{button}</button>
      </form>
    </Auth>
  );
}
