import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { signInPath, signUpPath, withQuery } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";

interface RequestCodeProps {
  frame: Frame;
  purpose: "signin" | "signup";
  email: string;
  next: string | undefined;
  /** Whether a session ended while somebody was at a form, whose text their device keeps. */
  kept: boolean;
  errors: FieldErrors;
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
}

const words = {
  signin: {
    path: signInPath,
    title: "Sign in",
    lead: "Enter your email address and we send you a code.",
    button: "Send the code",
  },
  signup: {
    path: signUpPath,
    title: "Create your account",
    lead: "There is no password. Each time you sign in you get a code by mail.",
    button: "Send the code",
  },
};

/** Signing in or up, first half: whose code it is. */
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
            Have an account? <a href={withQuery(signInPath, { next })}>Sign in</a>
          </>
        )}
    >
      <form class="form" method="post" action={path}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {kept && (
          <Notice>
            Your session has ended. Anything you were writing is kept on this device, and is there
            again once you have signed in.
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
