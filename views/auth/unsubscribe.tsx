import { type NotificationKind, notificationKinds } from "../../server/domain/vocabulary.ts";
import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { unsubscribePath } from "../paths.ts";
import { channelNames } from "../settings/channel_names.ts";
import { preferencesPath } from "../settings_paths.ts";
import { type FieldErrors, Notice } from "../ui/field.tsx";

interface UnsubscribeProps {
  frame: Frame;
  /** By which it is known whose mails they are. */
  token: string;
  /** Whether they have an account, where all that is mailed stands too. */
  hasInbox: boolean;
  /** What was chosen; empty for all. */
  kind: string;
  /** Whether they were stopped just now. */
  done: boolean;
  errors: FieldErrors;
  refusal?: string | undefined;
}

/** Stops mails without signing in: it asks first, as some programs open every address of a mail. */
export function UnsubscribePage(
  { frame, token, hasInbox, kind, done, errors, refusal }: UnsubscribeProps,
) {
  const preferences = <a href={`${preferencesPath}#notifications`}>your preferences</a>;
  if (done) {
    return (
      <Auth
        frame={frame}
        title="No more of these mails"
        lead={hasInbox
          ? "What happens is in your inbox from now on, and isn't mailed."
          : "No invitation is mailed to your address from now on."}
        foot={hasInbox && <>Mail again, or less of the inbox? Choose in {preferences}.</>}
      >
        <p role="status" class="unseen">The mails are stopped.</p>
      </Auth>
    );
  }
  return (
    <Auth
      frame={frame}
      title="Stop mails"
      lead={hasInbox
        ? "What happens is in your inbox then, and isn't mailed."
        : "No invitation is mailed to your address then."}
      foot={hasInbox && <>You choose what comes where in {preferences}.</>}
    >
      <form class="form" method="post" action={unsubscribePath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        <input type="hidden" name="token" value={token} />
        {hasInbox
          ? <KindField kind={kind} error={errors.kind} />
          : <input type="hidden" name="kind" value="invitation" />}
        <button type="submit" class="button" data-kind="primary" data-size="wide">
          Stop these mails
        </button>
      </form>
    </Auth>
  );
}

/** Which kind of mail stops, all of them unless one is chosen. */
function KindField({ kind, error }: { kind: string; error: string | undefined }) {
  return (
    <div class="field">
      <label for="field-kind">Which mails</label>
      <select
        class="input"
        id="field-kind"
        name="kind"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error && "field-kind-error"}
      >
        <option value="">All that tell of notifications</option>
        {notificationKinds.map((one: NotificationKind) => (
          <option value={one} selected={one === kind}>{channelNames[one]}</option>
        ))}
      </select>
      {error && <p class="error" id="field-kind-error">{error}</p>}
    </div>
  );
}
