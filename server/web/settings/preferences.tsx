import { preferencesPath, savedPreferencesPath } from "../../../views/settings_paths.ts";
import { PreferencesForm } from "../../../views/settings/preferences.tsx";
import { ChannelsForm } from "../../../views/settings/channels.tsx";
import { notificationKinds } from "../../domain/vocabulary.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action } from "../action.ts";
import { optional, ticked } from "../forms.ts";
import { settingsPage } from "./page.tsx";

/** Each kind of notification, with how it is chosen to be heard of. */
const channelForm = Object.fromEntries(notificationKinds.map((kind) => [kind, optional]));

export const savePreferences = action({
  path: preferencesPath,
  // A box that isn't ticked isn't sent
  form: { theme: optional, shortcuts: ticked },
  does: (chosen, at) => at.perform(updatePreferences, chosen),
  then: () => savedPreferencesPath,
  home: () => preferencesPath,
});

/** Chooses how one hears of each kind of notification. */
export const saveChannels = action({
  path: preferencesPath,
  button: "act=notifications",
  form: channelForm,
  does: (notifications, at) => at.perform(updatePreferences, { notifications }),
  says: () => ({ text: "Your notifications are saved." }),
  home: () => preferencesPath,
});

/** One's own preferences. */
export const preferencesPage = settingsPage({
  path: preferencesPath,
  who: "members",
  passing: ["saved"],
  read: ({ viewer, url, sendsMail }) => ({
    values: viewer.preferences,
    email: sendsMail ? viewer.email : null,
    saved: url.searchParams.has("saved"),
  }),
}).shows({
  title: () => "Preferences",
  live: () => ["preferences"],
  main({ values, email, saved, refused }) {
    const form = refused(savePreferences);
    return (
      <>
        <PreferencesForm
          values={values}
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
