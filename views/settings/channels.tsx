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
  mail: "Inbox and email",
};

/** The kinds of notification with their descriptions, the most personal first. */
const kinds: readonly (readonly [kind: NotificationKind, hint: string])[] = [
  ["mention", "Someone mentions you in a description, comment, or project update."],
  ["assignment", "You're assigned to a task or added to a project."],
  ["approval", "Someone requests your approval or decides on your request."],
  ["invitation", "Invitations to other workspaces, which you can't turn off."],
  ["comment", "Someone comments on a task you follow."],
  ["status", "A task you follow changes status."],
  ["viewUpdate", "A task or project enters a view you subscribe to."],
  [
    "reminder",
    "A project you lead has had no update for two weeks. You get another reminder after three.",
  ],
];

/**
 * The form that chooses a channel for each kind of notification.
 * @param props.email the address that emails go to, or null if the server sends none
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
            ? "Email isn't set up on this server. The server log shows what would be sent."
            : <>Emails go to {email}.</>}{" "}
          Each email is sent after a few minutes and combines the notifications you haven't read.
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
