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
  /** Whether the server sends email. Otherwise, the code is in the log. */
  delivers: boolean;
  /** Who can create an account. */
  signup: "open" | "invite" | "closed";
  /** Seconds until another code can be requested. */
  wait: number;
}

/** Notices for people without an account. All addresses get the same notice. */
const newAccounts = {
  open: null,
  invite:
    "New here? To create an account on this server, you need an invitation sent to this email address.",
  closed: "This server doesn't accept new accounts. Only existing accounts get a code.",
};

/** The second step of signing in or up: the code. */
export function VerifyPage(props: VerifyProps) {
  const { frame, purpose, email, next, errors, refusal, delivers, signup } = props;
  return (
    <Auth
      frame={frame}
      title="Enter your code"
      lead={delivers
        ? (
          <>
            We sent a code to <strong>{email}</strong>. The code expires in ten minutes.
          </>
        )
        : (
          <>
            Enter the code for <strong>{email}</strong>. The code expires in ten minutes.
          </>
        )}
      foot={<Resend {...props} />}
    >
      {!delivers && (
        <Notice>Email isn't set up on this server. Find the code in the server log.</Notice>
      )}
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
            // A pasted code might contain spaces
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
