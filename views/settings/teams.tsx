import { ActForm } from "../ui/act_form.tsx";
import type { Team } from "../../server/domain/teams/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { teamRoleWords } from "../people/words.ts";
import { teamMembersPath, teamSettingsPath, teamsSettingsPath } from "../settings_paths.ts";
import { teamPath } from "../team_paths.ts";
import { TeamLink } from "../teams/mark.tsx";
import { Field } from "../ui/field.tsx";
import { counted } from "../ui/words.ts";
import { Concern, ConcernForm, NameField, Records, type Refused } from "./parts.tsx";

interface TeamsSettingsProps {
  teams: readonly Team[];
  /** Archived teams, for people who can restore them. */
  archived: readonly Team[];
  /** Whether the viewer can create a team. */
  mayMake: boolean;
  /** Owners and admins to ask. Empty for one of them. */
  managers: readonly Named[];
  /** Returns whether the viewer can change a team. */
  mayChange(teamId: string): boolean;
  /** The open form of a new team. */
  making: NewTeam | null;
}

/** The values of a new team's form. */
export interface NewTeam {
  values: { name?: unknown; key?: unknown; private?: boolean };
  refused: Refused | null;
}

/** All teams, with links to the settings of those that the viewer can change. */
export function TeamsSettings(props: TeamsSettingsProps) {
  const { teams, archived, mayMake, managers, mayChange, making } = props;
  return (
    <>
      <Concern
        id="teams"
        title="Active teams"
        lead="A team has its own tasks, key, and members. Team leads, owners, and admins can change a team."
        beside={mayMake && !making && (
          <a id="add-team" class="button" href={withQuery(teamsSettingsPath, { create: "1" })}>
            <Icon name="plus" />
            <span>New team</span>
          </a>
        )}
      >
        {making && <NewTeamForm {...making} />}
        <Records
          name="Teams"
          columns={[{ name: "Team" }, { name: "Your role" }, { name: "Members", number: true }]}
          rows={teams.map((team) => {
            const may = mayChange(team.id);
            return {
              key: team.key,
              cells: [
                <TeamLink
                  team={team}
                  href={may ? teamSettingsPath(team.key) : teamPath(team.key)}
                />,
                team.role === null ? "" : teamRoleWords[team.role],
                may
                  ? <a class="team-way" href={teamMembersPath(team.key)}>{team.memberCount}</a>
                  : team.memberCount,
              ],
            };
          })}
          empty="No teams yet"
        />
        <WhomToAsk managers={managers}>Only owners and admins can create teams.</WhomToAsk>
      </Concern>
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived teams"
          lead="Archived teams are hidden from lists and don't accept new tasks. You can restore them."
        >
          <Records
            name="Archived teams"
            columns={[{ name: "Team" }, { name: "Members", number: true }, {
              name: "Restore",
              hidden: true,
            }]}
            rows={archived.map((team) => ({
              key: team.key,
              muted: true,
              cells: [
                <TeamLink team={team} href={teamSettingsPath(team.key)} />,
                counted(team.memberCount, "member"),
                <RestoreTeam team={team} />,
              ],
            }))}
            empty=""
          />
        </Concern>
      )}
    </>
  );
}

/** The button that restores a team. */
export function RestoreTeam({ team: { key, name } }: { team: Pick<Team, "key" | "name"> }) {
  const path = teamSettingsPath(key);
  return (
    <ActForm
      path={path}
      act="restore"
      name={`Restore the team ${name}`}
      words="Restore"
      kind="plain"
    />
  );
}

function NewTeamForm({ values, refused }: NewTeam) {
  const errors = refused?.errors ?? {};
  return (
    <ConcernForm
      id="new-team"
      action={teamsSettingsPath}
      keeps="team:new"
      refused={refused}
      button="Create team"
      cancel={teamsSettingsPath}
    >
      <NameField
        value={String(values.name ?? "")}
        error={errors.name}
        placeholder="Engineering"
      />
      <KeyField value={values.key} error={errors.key} />
      <PrivateField checked={values.private ?? false} error={errors.private} />
    </ConcernForm>
  );
}

/** The field for a team's key. */
export function KeyField({ value, error }: { value: unknown; error: string | undefined }) {
  return (
    <Field
      name="key"
      label="Key"
      hint="Prefix for task references, such as ENG-1. If you change it, old references keep working."
      error={error}
      input={{
        value: String(value ?? ""),
        required: true,
        class: "input team-key",
        maxlength: 10,
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: "false",
        placeholder: "ENG",
      }}
    />
  );
}

/** The checkbox that makes a team private. */
export function PrivateField({ checked, error }: { checked: boolean; error: string | undefined }) {
  return (
    <div class="field">
      <div class="choice">
        <input
          type="checkbox"
          id="field-private"
          name="private"
          checked={checked}
          aria-describedby="field-private-hint"
        />
        <label for="field-private">Private</label>
        <p class="hint" id="field-private-hint">
          Only the team's members, owners, and admins can see the team and its tasks.
        </p>
        {error && <p class="error">{error}</p>}
      </div>
    </div>
  );
}
