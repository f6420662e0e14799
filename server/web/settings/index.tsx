import { guides } from "../../../views/docs_paths.ts";
import { settingsPath } from "../../../views/settings_paths.ts";
import { SettingsIndex } from "../../../views/settings/settings.tsx";
import { GuideLink } from "../../../views/ui/guide_link.tsx";
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
  bar: () => (
    <>
      <h1>Settings</h1>
      <GuideLink to={guides.settings} text="Guide" />
    </>
  ),
  main: (props) => <SettingsIndex {...props} />,
});
