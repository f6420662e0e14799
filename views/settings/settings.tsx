import type { Child } from "hono/jsx";
import type { Named } from "../../server/domain/refs/named.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { settingsPath } from "../settings_paths.ts";
import { GuideLink } from "../ui/guide_link.tsx";
import { placeAt, type settingsFor } from "./places.ts";

type Groups = ReturnType<typeof settingsFor>;

/** The top bar of a settings page, with its guide. On narrow screens, it links back to all settings. */
export function SettingsBar({ title, here }: {
  title: string;
  /** The page's path. */
  here: string;
}) {
  return (
    <>
      <a
        class="button settings-back"
        data-kind="quiet"
        data-shape="icon"
        href={settingsPath}
        aria-label="All settings"
      >
        <Icon name="chevron-left" />
      </a>
      <h1>{title}</h1>
      <GuideLink to={placeAt(here)?.guide ?? guides.settings} text="Guide" />
    </>
  );
}

/** A settings page, beside the list of all where there is room. @param here the page's path */
export function SettingsMain({ groups, here, children }: {
  groups: Groups;
  here: string;
  children: Child;
}) {
  const current = placeAt(here)?.href;
  return (
    <Main kind="settings">
      <nav class="settings-places" aria-label="Settings">
        {groups.map(({ name, places }) => (
          <section aria-label={name}>
            <h2>{name}</h2>
            <ul>
              {places.map(({ name, href }) => (
                <li>
                  <a href={href} aria-current={href === current ? "page" : undefined}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div class="settings-page">{children}</div>
    </Main>
  );
}

/** All settings pages with their purposes. */
export function SettingsIndex({ groups, managers }: {
  groups: Groups;
  /** Owners and admins to ask for access to the other pages. */
  managers: readonly Named[];
}) {
  return (
    <Main kind="settings-index">
      {groups.map(({ name, places }) => (
        <section aria-label={name}>
          <h2>{name}</h2>
          <ul class="settings-links">
            {places.map(({ name, href, about }) => (
              <li>
                <a href={href}>
                  <span>{name}</span>
                  <small>{about}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <WhomToAsk managers={managers}>
        Owners and admins manage the workspace's people, workflows, labels, templates, and
        automations.
      </WhomToAsk>
    </Main>
  );
}
