import { type NotificationKind, notificationKinds } from "../../server/domain/vocabulary.ts";
import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { unsubscribePath } from "../paths.ts";
import { channelNames } from "../settings/channel_names.ts";
import { preferencesPath } from "../settings_paths.ts";
import { type FieldErrors, Notice } from "../ui/field.tsx";

interface UnsubscribeProps {
  frame: Frame;
  /** Identifies the recipient. */
  token: string;
  /** Whether the recipient has an account, whose inbox has all notifications too. */
  hasInbox: boolean;
  /** The chosen kind of notification. Empty for all. */
  kind: string;
  /** Whether the emails were just stopped. */
  done: boolean;
  errors: FieldErrors;
  refusal?: string | undefined;
}

/** The page that stops emails without signing in. It asks first, because some programs open all links in an email. */
export function UnsubscribePage(
  { frame, token, hasInbox, kind, done, errors, refusal }: UnsubscribeProps,
) {
  const preferences = <a href={`${preferencesPath}#notifications`}>your preferences</a>;
  if (done) {
    return (
      <Auth
        frame={frame}
        title="Unsubscribed"
        lead={hasInbox
          ? "You'll still see these notifications in your inbox, but you won't get emails."
          : "You won't get invitations by email anymore."}
        foot={hasInbox && <>You can change this choice at any time in {preferences}.</>}
      >
        <p role="status" class="unseen">Unsubscribed</p>
      </Auth>
    );
  }
  return (
    <Auth
      frame={frame}
      title="Unsubscribe from emails"
      lead={hasInbox
        ? "You'll still see notifications in your inbox."
        : "You won't get invitations by email."}
      foot={hasInbox && <>To choose channels for each kind of notification, go to {preferences}.</>}
    >
      <form class="form" method="post" action={unsubscribePath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        <input type="hidden" name="token" value={token} />
        {hasInbox
          ? <KindField kind={kind} error={errors.kind} />
          : <input type="hidden" name="kind" value="invitation" />}
        <button type="submit" class="button" data-kind="primary" data-size="wide">
          Unsubscribe
        </button>
      </form>
    </Auth>
  );
}

/** The field for the kind of emails to stop. The default is all. */
function KindField({ kind, error }: { kind: string; error: string | undefined }) {
  return (
    <div class="field">
      <label for="field-kind">Emails to stop</label>
      <select
        class="input"
        id="field-kind"
        name="kind"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error && "field-kind-error"}
      >
        <option value="">All notification emails</option>
        {notificationKinds.map((one: NotificationKind) => (
          <option value={one} selected={one === kind}>{channelNames[one]}</option>
        ))}
      </select>
      {error && <p class="error" id="field-kind-error">{error}</p>}
    </div>
  );
}
