import type { JSX } from "hono/jsx/jsx-runtime";
import { settingsPath } from "../../../views/settings_paths.ts";
import { settingsFor } from "../../../views/settings/places.ts";
import { SettingsBar, SettingsMain } from "../../../views/settings/settings.tsx";
import type { Member } from "../../domain/core/actor.ts";
import type { Topic } from "../../domain/live/topics.ts";
import { type InShell, page, type PageParts, type Props } from "../page.ts";
import { audienceOf, type Who } from "../audience.ts";

/** The pages of settings that somebody may open, by groups. */
export const settingsOf = (member: Member) =>
  settingsFor(audienceOf(member), [...member.teams.values()].includes("lead"));

/**
 * A page of settings: like any page inside the shell, beside the way to the others.
 * @param parts with which members of the workspace it is for
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
    /** Says how it looks: what stands beside the way to the others. */
    shows: ({ title, main, live, beside }: {
      title(data: D): string;
      main(props: Props<D>): JSX.Element;
      live?(data: D): readonly Topic[];
      /** What stands in the bar beside its title: what one can do with the whole of it. */
      beside?(props: Props<D>): JSX.Element;
    }) => {
      const shell: InShell<D & { groups: ReturnType<typeof settingsOf>; here: string }> = {
        title,
        bar: (props) => (
          <>
            <SettingsBar title={title(props)} />
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
