import { preferencesPath, savedPreferencesPath } from "../../../views/settings_paths.ts";
import { PreferencesForm } from "../../../views/settings/preferences.tsx";
import { ChannelsForm } from "../../../views/settings/channels.tsx";
import { notificationKinds } from "../../domain/vocabulary.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { type Action, action } from "../action.ts";
import { checked, type FieldReader, optional } from "../forms.ts";
import { settingsPage } from "./page.tsx";

/** The fields of the form: a channel for each kind of notification. */
const channelForm = Object.fromEntries(notificationKinds.map((kind) => [kind, optional]));
/** Reads a time zone. Empty text means the workspace's. A form without the field changes nothing. */
const ownTimeZone: FieldReader<string | null | undefined> = (fields, name) =>
  fields.has(name) ? fields.get(name)!.trim() || null : undefined;

export const savePreferences = action({
  path: preferencesPath,
  // Browsers send only checked checkboxes
  form: {
    theme: optional,
    shortcuts: checked,
    startPage: optional,
    timeZone: ownTimeZone,
    weekStart: optional,
    density: optional,
  },
  does: (chosen, at) => at.perform(updatePreferences, chosen),
  then: () => savedPreferencesPath,
  home: () => preferencesPath,
});

/** Saves the theme, which the page already shows. */
export const switchTheme: Action = action({
  path: preferencesPath,
  button: "act=theme",
  form: { theme: optional },
  async does({ theme }, at) {
    const before = at.viewer.preferences.theme;
    const { theme: now } = await at.perform(updatePreferences, { theme });
    return { before, now };
  },
  says: ({ before, now }) => ({
    text: `Theme set to ${now}`,
    ...(before === now ? {} : {
      undo: { action: switchTheme, path: preferencesPath, along: { theme: before } },
    }),
  }),
  home: () => preferencesPath,
});

/** Saves the channel of each kind of notification. */
export const saveChannels = action({
  path: preferencesPath,
  button: "act=notifications",
  form: channelForm,
  does: (notifications, at) => at.perform(updatePreferences, { notifications }),
  says: () => ({ text: "Notification settings saved" }),
  home: () => preferencesPath,
});

/** The viewer's preferences. */
export const preferencesPage = settingsPage({
  path: preferencesPath,
  who: "members",
  passing: ["saved"],
  read: ({ viewer, url, sendsMail }) => ({
    values: viewer.preferences,
    email: sendsMail ? viewer.email : null,
    workspaceZone: viewer.workspace.timeZone,
    saved: url.searchParams.has("saved"),
  }),
}).shows({
  title: () => "Preferences",
  live: () => ["preferences"],
  main({ values, workspaceZone, email, saved, refused }) {
    const form = refused(savePreferences);
    return (
      <>
        <PreferencesForm
          values={form?.values ?? values}
          workspaceZone={workspaceZone}
          saved={saved}
          errors={form?.errors ?? {}}
          refusal={form?.rest}
        />
        <ChannelsForm
          channels={values.notifications}
          email={email}
          refused={refused(saveChannels)}
        />
      </>
    );
  },
});
