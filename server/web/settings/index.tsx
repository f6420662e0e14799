import { settingsPath } from "../../../views/settings_paths.ts";
import { SettingsIndex } from "../../../views/settings/settings.tsx";
import { page } from "../page.ts";
import { managersToAsk } from "../whom_to_ask.ts";
import { settingsOf } from "./page.tsx";

/** All settings pages that the viewer can open. */
export const settingsIndexPage = page({
  path: settingsPath,
  who: "members",
  areas: ["settings"],
  read: async (at) => ({ groups: settingsOf(at.viewer), managers: await managersToAsk(at) }),
}).shows({
  title: () => "Settings",
  bar: () => <h1>Settings</h1>,
  main: (props) => <SettingsIndex {...props} />,
});
