import type { JSX } from "hono/jsx/jsx-runtime";
import { settingsPath } from "../../../views/settings_paths.ts";
import { settingsFor } from "../../../views/settings/places.ts";
import { SettingsBar, SettingsMain } from "../../../views/settings/settings.tsx";
import type { Member } from "../../domain/core/actor.ts";
import type { Topic } from "../../domain/live/topics.ts";
import { type InShell, page, type PageParts, type Props } from "../page.ts";
import { audienceOf, type Who } from "../audience.ts";

/** Returns the settings pages that a member can open, in groups. */
export const settingsOf = (member: Member) =>
  settingsFor(audienceOf(member), [...member.teams.values()].includes("lead"));

/**
 * Creates a settings page, beside the list of all settings.
 * @param parts the page's parts, with its audience
 */
export function settingsPage<P extends string, D extends object>(
  parts: PageParts<Member, P, D> & { who: Who },
) {
  const whole = page<P, D & { groups: ReturnType<typeof settingsOf>; here: string }>({
    ...parts,
    areas: ["settings"],
    sidebarPaths: () => [settingsPath],
    read: async (at) => ({
      ...await parts.read(at),
      groups: settingsOf(at.viewer),
      here: at.url.pathname,
    }),
  });
  return {
    /** Sets the page's content, beside the list of all settings. */
    shows: ({ title, main, live, beside }: {
      title(data: D): string;
      main(props: Props<D>): JSX.Element;
      live?(data: D): readonly Topic[];
      /** Actions in the bar, beside the title. */
      beside?(props: Props<D>): JSX.Element;
    }) => {
      const shell: InShell<D & { groups: ReturnType<typeof settingsOf>; here: string }> = {
        title,
        bar: (props) => (
          <>
            <SettingsBar title={title(props)} here={props.here} />
            {beside?.(props)}
          </>
        ),
        main: (props) => (
          <SettingsMain groups={props.groups} here={props.here}>{main(props)}</SettingsMain>
        ),
        ...(live ? { live } : {}),
      };
      return whole.shows(shell);
    },
  };
}
