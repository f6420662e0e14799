import type { TeamDetail } from "../../server/domain/teams/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { teamMembersPath, teamSettingsPath } from "../settings_paths.ts";
import { teamPath } from "../team_paths.ts";
import { archivedTeamText } from "../teams/words.ts";
import { ChoiceField, Field, Notice, Optional } from "../ui/field.tsx";
import { counted } from "../ui/words.ts";
import { Concern, ConcernForm, NameField, type Refused } from "./parts.tsx";
import { KeyField, PrivateField, RestoreTeam } from "./teams.tsx";

interface TeamSettingsProps {
  team: TeamDetail;
  workflows: readonly Pick<Workflow, "id" | "name">[];
  /** Number of open tasks. */
  open: number;
  /** Owners and admins to ask to archive or restore the team. Empty for one of them. */
  managers: readonly Named[];
  /** The refused form with its values. */
  refused: Refused & { values: Record<string, unknown> } | null;
  /** Why the team couldn't be archived. */
  kept: string | null;
}

/** The settings of a team. */
export function TeamSettings(
  { team, workflows, open, managers, refused, kept }: TeamSettingsProps,
) {
  const mayArchive = managers.length === 0;
  const { key, name, members, archivedAt } = team;
  if (archivedAt !== null) {
    return (
      <Notice>
        <p>
          {archivedTeamText(name)}
        </p>
        {mayArchive && <RestoreTeam team={team} />}
        <WhomToAsk managers={managers}>Only owners and admins can restore teams.</WhomToAsk>
      </Notice>
    );
  }
  const leads = members.filter(({ role }) => role === "lead").map(({ profile }) => profile.name);
  return (
    <>
      <Concern
        id="team"
        title="Team"
        lead={<a class="team-way" href={teamPath(key)}>Open team</a>}
      >
        <TeamForm team={team} workflows={workflows} refused={refused} />
      </Concern>
      <Concern
        id="members"
        title="Members"
        lead={`${counted(members.length, "member")}. ${
          leads.length === 0 ? "No lead." : `Led by ${namesOf(leads)}.`
        }`}
        beside={<a class="button" href={teamMembersPath(key)}>Manage members</a>}
      >
        {""}
      </Concern>
      {mayArchive && (
        <Concern
          id="archive"
          title="Archive team"
          lead="The team is hidden from lists and doesn't accept new tasks. You can restore it later."
          danger
        >
          <form
            class="form"
            method="post"
            action={teamSettingsPath(key)}
            hx-post={teamSettingsPath(key)}
          >
            {kept && <Notice kind="error">{kept}</Notice>}
            {open > 0 && (
              <div class="choice">
                <input type="checkbox" id="field-force" name="force" />
                <label for="field-force">
                  {`Archive with ${counted(open, "open task")}`}
                </label>
              </div>
            )}
            <div class="form-actions">
              <button type="submit" class="button" data-kind="danger" name="act" value="archive">
                Archive team
              </button>
            </div>
          </form>
        </Concern>
      )}
      <WhomToAsk managers={managers}>Only owners and admins can archive teams.</WhomToAsk>
    </>
  );
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  const more = names.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function TeamForm(
  { team, workflows, refused }: Pick<TeamSettingsProps, "team" | "workflows" | "refused">,
) {
  const values = refused?.values ?? { ...team };
  const errors = refused?.errors ?? {};
  const text = (field: string) => String(values[field] ?? "");
  return (
    <ConcernForm
      id="team-form"
      action={teamSettingsPath(team.key)}
      keeps={`team:${team.id}`}
      refused={refused}
      button="Save team"
    >
      <input type="hidden" name="version" value={String(team.version)} />
      <NameField value={text("name")} error={errors.name} stays />
      <KeyField value={values.key} error={errors.key} />
      <div class="field">
        <label for="field-description">
          Description
          <Optional />
        </label>
        <textarea
          class="input"
          id="field-description"
          name="description"
          rows={3}
          data-limit={2_000}
          aria-invalid={errors.description ? "true" : undefined}
          aria-describedby={errors.description ? "field-description-error" : undefined}
        >
          {text("description")}
        </textarea>
        {errors.description && (
          <p class="error" id="field-description-error">{errors.description}</p>
        )}
      </div>
      <Field
        name="expertiseArea"
        label="Expertise"
        hint="Topics that people can ask this team about."
        error={errors.expertiseArea}
        input={{ value: text("expertiseArea"), "data-limit": 200, autocomplete: "off" }}
      />
      <ChoiceField
        name="workflowId"
        label="Workflow"
        hint="The states of the team's tasks. If you change the workflow, tasks keep their status."
        error={errors.workflowId}
        choices={workflows.map(({ id, name }) => [id, name])}
        chosen={text("workflowId")}
      />
      <PrivateField checked={values.private === true} error={errors.private} />
    </ConcernForm>
  );
}
