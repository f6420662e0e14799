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
  /** Those that are archived, for who may bring them back. */
  archived: readonly Team[];
  /** Whether who looks may make a team. */
  mayMake: boolean;
  /** Whom who may not can ask. */
  managers: readonly Named[];
  /** Whether who looks may change a team. */
  mayChange(teamId: string): boolean;
  /** The form of a new one, where it is open. */
  making: NewTeam | null;
}

/** A new team as it is typed. */
export interface NewTeam {
  values: { name?: unknown; key?: unknown; private?: boolean };
  refused: Refused | null;
}

/** Every team, with the way to the settings of those that one may change. */
export function TeamsSettings(props: TeamsSettingsProps) {
  const { teams, archived, mayMake, managers, mayChange, making } = props;
  return (
    <>
      <Concern
        id="teams"
        title="In use"
        lead="A team has its own tasks, under a key of its own, and the people who work on them. Its leads and the workspace's managers change it."
        beside={mayMake && !making && (
          <a id="add-team" class="button" href={withQuery(teamsSettingsPath, { add: "1" })}>
            <Icon name="plus" />
            <span>New team</span>
          </a>
        )}
      >
        {making && <NewTeamForm {...making} />}
        <Records
          name="Teams"
          columns={[{ name: "Team" }, { name: "You" }, { name: "Members" }]}
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
          empty="No teams yet."
        />
        <WhomToAsk managers={managers}>Owners and admins make teams.</WhomToAsk>
      </Concern>
      {archived.length > 0 && (
        <Concern
          id="archived"
          title="Archived"
          lead="They are in no list and take no tasks. Nothing of them is lost."
        >
          <Records
            name="Archived teams"
            columns={[{ name: "Team" }, { name: "Members" }, { name: "Restore", hidden: true }]}
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

/** Brings an archived team back. */
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

/** What a team's tasks are called by. */
export function KeyField({ value, error }: { value: unknown; error: string | undefined }) {
  return (
    <Field
      name="key"
      label="Key"
      hint="Its tasks are called by it, such as ENG-1. It can be changed: what was called by the old one is found by it still."
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

/** Whether a team's members and the managers alone see it. */
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
          Only its members and the workspace's managers see it and its tasks.
        </p>
        {error && <p class="error">{error}</p>}
      </div>
    </div>
  );
}
