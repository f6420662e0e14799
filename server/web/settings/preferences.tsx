import { preferencesPath, savedPreferencesPath } from "../../../views/settings_paths.ts";
import { PreferencesForm } from "../../../views/settings/preferences.tsx";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action } from "../action.ts";
import { optional, ticked } from "../forms.ts";
import { settingsPage } from "./page.tsx";

export const savePreferences = action({
  path: preferencesPath,
  // A box that isn't ticked isn't sent
  form: { theme: optional, shortcuts: ticked, projectReminders: ticked },
  does: (chosen, at) => at.perform(updatePreferences, chosen),
  then: () => savedPreferencesPath,
  home: () => preferencesPath,
});

/** One's own preferences. */
export const preferencesPage = settingsPage({
  path: preferencesPath,
  who: "members",
  passing: ["saved"],
  read: ({ viewer, url }) => ({
    values: viewer.preferences,
    saved: url.searchParams.has("saved"),
  }),
}).shows({
  title: () => "Preferences",
  live: () => ["preferences"],
  main({ values, saved, refused }) {
    const form = refused(savePreferences);
    return (
      <PreferencesForm
        values={values}
        saved={saved}
        errors={form?.errors ?? {}}
        refusal={form?.rest}
      />
    );
  },
});
