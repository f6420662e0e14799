import { IconLink } from "./record_links.tsx";
import { ActForm } from "../ui/act_form.tsx";
import type { Agent } from "../../server/domain/agents/schema.ts";
import type { Automation } from "../../server/domain/automations/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { memberPath } from "../people_paths.ts";
import { teamRoleHints, teamRoleWords } from "../people/words.ts";
import { automationSettingsPath } from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import type { OpenAutomation } from "./automations.tsx";
import { Choices } from "./choices.tsx";
import { ConcernForm, CopiedId, NameField, Records } from "./parts.tsx";
import { namesOf, teamChoices } from "./team_choices.ts";

/** The values of an agent's form. */
export interface AgentWords {
  name?: string | undefined;
  role?: string | undefined;
  teamIds?: readonly string[] | undefined;
}

/** The agents of an automation. */
export function Agents({ automation, agents, teams, open }: {
  automation: Automation;
  agents: readonly Agent[];
  teams: readonly Team[];
  open: OpenAutomation | null;
}) {
  const { id, name } = automation;
  return (
    <section class="automation-agents" aria-labelledby={`${id}-agents`}>
      <header>
        <h4 id={`${id}-agents`}>Agents</h4>
        <a
          id={`add-agent-${id}`}
          class="button"
          data-kind="quiet"
          href={withQuery(automationSettingsPath, { agent: id })}
          aria-label={`New agent for ${name}`}
        >
          <Icon name="plus" />
          <span>New agent</span>
        </a>
      </header>
      <Records
        name={`Agents of ${name}`}
        columns={[{ name: "Name" }, { name: "Role" }, { name: "Teams" }, {
          name: "Actions",
          hidden: true,
        }]}
        rows={agents.map((agent) => ({
          key: agent.id,
          muted: agent.suspended,
          cells: [
            <>
              <a class="person-link" href={memberPath(agent.profileId)}>
                <Avatar person={{ name: agent.name, kind: "agent", color: null }} />
                <span>
                  <bdi>{agent.name}</bdi>
                  <small>@{agent.username}{agent.suspended && ", suspended"}</small>
                </span>
              </a>
              <CopiedId name={`Agent ID of ${agent.name}`} id={agent.id} label="Agent ID" />
              <CopiedId
                name={`Profile ID of ${agent.name}`}
                id={agent.profileId}
                label="Profile ID"
              />
            </>,
            teamRoleWords[agent.role],
            namesOf(agent.teamIds, teams) || "No teams",
            <Acts agent={agent} />,
          ],
          open: open?.form === "agent" && open.id === agent.id
            ? <AgentForm automation={automation} teams={teams} open={open} agent={agent} />
            : undefined,
        }))}
        empty="No agents yet. The automation acts under its own name."
      />
    </section>
  );
}

function Acts({ agent: { id, name, suspended } }: { agent: Agent }) {
  const path = `${automationSettingsPath}/agents/${id}`;
  return (
    <span class="record-acts">
      <ActForm
        path={path}
        act={suspended ? "resume" : "suspend"}
        name={`${suspended ? "Unsuspend" : "Suspend"} ${name}`}
        words={suspended ? "Unsuspend" : "Suspend"}
        next="here"
      />
      <IconLink
        id={`edit-${id}`}
        href={withQuery(automationSettingsPath, { editAgent: id })}
        name={`Edit ${name}`}
        title="Edit"
        icon="pencil"
      />
    </span>
  );
}

/** The form that creates or edits an agent. It offers only teams that the automation has access to. */
export function AgentForm({ automation, teams, open, agent }: {
  automation: Automation;
  teams: readonly Team[];
  open: OpenAutomation & { form: "agent" };
  agent?: Agent;
}) {
  const { refused, typed } = open;
  const reached = teams.filter((team) =>
    automation.teamIds === null ? !team.private : automation.teamIds.includes(team.id)
  );
  const all = reached.map(({ id }) => id);
  const values = refused ? typed : {
    name: agent?.name,
    role: agent?.role ?? "member",
    teamIds: agent?.teamIds ?? all,
    ...typed,
  };
  const errors = refused?.errors ?? {};
  const of = agent?.id ?? `new-of-${automation.id}`;
  const path = agent
    ? `${automationSettingsPath}/agents/${agent.id}`
    : `${automationSettingsPath}/${automation.id}/agents`;
  return (
    <ConcernForm
      id={`agent-${of}`}
      action={path}
      keeps={`agent:${of}`}
      refused={refused}
      button={agent ? "Save agent" : "Create agent"}
      next={agent ? `#edit-${agent.id}` : `#add-agent-${automation.id}`}
      cancel={automationSettingsPath}
    >
      {agent && <input type="hidden" name="version" value={String(agent.version)} />}
      <NameField
        value={values.name ?? ""}
        error={errors.name}
        hint="People mention the agent and assign tasks to it by this name."
        placeholder="Scout"
      />
      <Choices
        of={of}
        name="role"
        legend="Team role"
        choices={(["member", "commentator"] as const).map((value) => ({
          value,
          label: teamRoleWords[value],
          hint: `${teamRoleHints[value]}.`,
        }))}
        chosen={[values.role ?? "member"]}
        error={errors.role}
      />
      <Choices
        of={of}
        name="teamIds"
        legend="Teams"
        several
        dense
        choices={teamChoices(reached)}
        chosen={values.teamIds ?? []}
        error={errors.teamIds}
        hint="Limited to teams the automation has access to."
      />
    </ConcernForm>
  );
}
