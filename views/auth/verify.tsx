import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { signInPath, signUpPath, verifyPath } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";

interface VerifyProps {
  frame: Frame;
  purpose: "signin" | "signup";
  email: string;
  next: string | undefined;
  errors: FieldErrors;
  refusal?: string | undefined;
  /** Whether mail leaves this server; if not, the code is in its log. */
  delivers: boolean;
  /** Who may make an account here. */
  signup: "open" | "invite" | "closed";
  /** Seconds until another code may be asked for. */
  wait: number;
}

/** What whoever has no account yet needs; the same is said of every address. */
const newAccounts = {
  open: null,
  invite: "New here? An account on this server needs an invitation to this address.",
  closed: "This server takes no new accounts: a code comes to addresses that have one.",
};

/** Signing in or up, second half: the six digits. */
export function VerifyPage(props: VerifyProps) {
  const { frame, purpose, email, next, errors, refusal, delivers, signup } = props;
  return (
    <Auth
      frame={frame}
      title="Enter your code"
      lead={delivers
        ? (
          <>
            We sent six digits to <strong>{email}</strong>. They are good for ten minutes.
          </>
        )
        : (
          <>
            A code for <strong>{email}</strong> is good for ten minutes.
          </>
        )}
      foot={<Resend {...props} />}
    >
      {!delivers && <Notice>This server sends no mail yet: its log has the code.</Notice>}
      {newAccounts[signup] && <Notice>{newAccounts[signup]}</Notice>}
      <form class="form" method="post" action={verifyPath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="purpose" value={purpose} />
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="code"
          label="Six-digit code"
          error={errors.code}
          input={{
            type: "text",
            inputmode: "numeric",
            autocomplete: "one-time-code",
            pattern: "[0-9 ]*",
            // A code that is pasted may have spaces in it
            maxlength: 12,
            required: true,
            autofocus: true,
            "data-kind": "code",
            "data-code": true,
          }}
        />
        <button type="submit" class="button" data-kind="primary" data-size="wide">
          {purpose === "signin" ? "Sign in" : "Continue"}
        </button>
      </form>
    </Auth>
  );
}

function Resend({ purpose, email, next, wait }: VerifyProps) {
  const path = purpose === "signin" ? signInPath : signUpPath;
  return (
    <>
      <form method="post" action={path}>
        <input type="hidden" name="email" value={email} />
        {next && <input type="hidden" name="next" value={next} />}
        <button type="submit" class="link" x-data="cooldown" data-wait={String(wait)}>
          Send a new code
        </button>{" "}
        {wait > 0 && <span data-wait-text>in {wait} s</span>}
      </form>
      <a href={path}>Use another address</a>
    </>
  );
}
