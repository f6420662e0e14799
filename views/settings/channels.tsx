import type { Channels } from "../../server/domain/preferences/channels.ts";
import {
  type NotificationChannel,
  notificationChannels,
  type NotificationKind,
} from "../../server/domain/vocabulary.ts";
import { preferencesPath } from "../settings_paths.ts";
import { channelNames } from "./channel_names.ts";
import { Concern, ConcernForm, type Refused } from "./parts.tsx";

const channelWords: Record<NotificationChannel, string> = {
  off: "Off",
  inbox: "Inbox",
  mail: "Inbox and mail",
};

/** The kinds in the order in which they concern one, with what they are. */
const kinds: readonly (readonly [kind: NotificationKind, hint: string])[] = [
  ["mention", "Somebody names you in a description, a comment or an update."],
  ["assignment", "A task is given to you, or a project is."],
  ["approval", "You are asked for one, or what you asked was decided."],
  ["invitation", "To other workspaces. They have to be answered somewhere."],
  ["comment", "On tasks that you follow."],
  ["status", "Of tasks that you follow."],
  ["viewUpdate", "What comes into those that you subscribe to."],
  ["reminder", "A project that you lead had none for two weeks, and a week later."],
];

/**
 * How one hears of each kind of notification.
 * @param props.email where mail goes; null where none leaves this server
 */
export function ChannelsForm({ channels, email, refused }: {
  channels: Channels;
  email: string | null;
  refused: Refused & { values: Record<string, unknown> } | null;
}) {
  return (
    <Concern
      id="notifications"
      title="Notifications"
      lead={
        <>
          {email === null
            ? "No mail leaves this server: its log says what would be mailed."
            : <>Mail goes to {email}.</>}{" "}
          It waits a few minutes, tells everything at once, and leaves out what you have read.
        </>
      }
    >
      <ConcernForm
        id="channels"
        action={preferencesPath}
        keeps="channels"
        refused={refused}
        button="Save notifications"
        name="act"
        value="notifications"
      >
        {kinds.map(([kind, hint]) => {
          const chosen = refused?.values[kind] ?? channels[kind];
          const error = refused?.errors[kind];
          const described = [error && `channel-${kind}-error`, `channel-${kind}-hint`];
          return (
            <div class="field channel">
              <label for={`channel-${kind}`}>{channelNames[kind]}</label>
              <p class="hint" id={`channel-${kind}-hint`}>{hint}</p>
              <select
                class="input"
                id={`channel-${kind}`}
                name={kind}
                aria-invalid={error ? "true" : undefined}
                aria-describedby={described.filter(Boolean).join(" ")}
              >
                {notificationChannels.filter((one) => one !== "off" || kind !== "invitation")
                  .map((channel) => (
                    <option value={channel} selected={channel === chosen}>
                      {channelWords[channel]}
                    </option>
                  ))}
              </select>
              {error && <p class="error" id={`channel-${kind}-error`}>{error}</p>}
            </div>
          );
        })}
      </ConcernForm>
    </Concern>
  );
}
