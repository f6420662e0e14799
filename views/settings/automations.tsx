import { IconLink } from "./record_links.tsx";
import { ActForm } from "../ui/act_form.tsx";
import type { Agent } from "../../server/domain/agents/schema.ts";
import type { Automation } from "../../server/domain/automations/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { memberPath } from "../people_paths.ts";
import { automationSettingsPath } from "../settings_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { AgentForm, Agents, type AgentWords } from "./agents.tsx";
import { AutomationForm, type AutomationWords, RotateForm } from "./automation_forms.tsx";
import { Concern, CopiedId, type Refused, ShownOnce } from "./parts.tsx";
import { namesOf } from "./team_choices.ts";

/** The form that is open. */
export type OpenAutomation =
  & { refused: Refused | null }
  & (
    | { form: "automation"; id: string | null; typed: AutomationWords }
    | { form: "rotate"; id: string; label?: string | undefined }
    | { form: "agent"; id: string | null; automationId: string; typed: AgentWords }
  );

export interface AutomationsProps {
  automations: readonly Automation[];
  agents: readonly Agent[];
  teams: readonly Team[];
  clock: PageClock;
  open: OpenAutomation | null;
  /** The secret that was just issued. */
  secret: { name: string; secret: string; line?: string } | null;
}

/** The workspace's automations and their agents. */
export function Automations(props: AutomationsProps) {
  const { automations, open, secret, teams } = props;
  const isNew = open?.form === "automation" && open.id === null;
  return (
    <Concern
      id="automations"
      title="Automations"
      lead="Programs with their own secret, scopes, and team access. Automations act under their own name or as one of their agents. You can mention agents and assign tasks to them."
      beside={!isNew && (
        <a
          id="add-automation"
          class="button"
          data-kind={automations.length === 0 ? "primary" : undefined}
          href={withQuery(automationSettingsPath, { create: "1" })}
        >
          <Icon name="plus" />
          <span>New automation</span>
        </a>
      )}
    >
      {secret && <ShownOnce {...secret} />}
      {isNew && <AutomationForm open={open} teams={teams} />}
      {automations.length === 0
        ? <p class="records-empty">No automations yet</p>
        : automations.map((automation) => <OneAutomation {...props} automation={automation} />)}
    </Concern>
  );
}

function OneAutomation({ automation, agents, teams, clock, open }: AutomationsProps & {
  automation: Automation;
}) {
  const { id } = automation;
  const own = agents.filter(({ automationId }) => automationId === id);
  return (
    <article
      class="automation"
      id={id}
      aria-labelledby={`${id}-name`}
      data-muted={automation.suspended || undefined}
    >
      {open?.form === "automation" && open.id === id
        ? <AutomationForm open={open} teams={teams} automation={automation} />
        : <Facts automation={automation} teams={teams} clock={clock} />}
      {open?.form === "rotate" && open.id === id && (
        <RotateForm automation={automation} open={open} />
      )}
      <Agents automation={automation} agents={own} teams={teams} open={open} />
      {open?.form === "agent" && open.id === null && open.automationId === id && (
        <AgentForm automation={automation} teams={teams} open={open} />
      )}
    </article>
  );
}

function Facts({ automation, teams, clock }: {
  automation: Automation;
  teams: readonly Team[];
  clock: PageClock;
}) {
  const { id, profileId, name, description, providerType, scopes, suspended } = automation;
  const { credential } = automation;
  const path = `${automationSettingsPath}/${id}`;
  return (
    <>
      <header>
        <h3 id={`${id}-name`}>
          <bdi>{name}</bdi> {suspended && <span class="badge">suspended</span>}
        </h3>
        <span class="record-acts">
          <ActForm
            path={path}
            act={suspended ? "resume" : "suspend"}
            name={`${suspended ? "Unsuspend" : "Suspend"} ${name}`}
            words={suspended ? "Unsuspend" : "Suspend"}
            next="here"
          />
          <a
            id={`rotate-${id}`}
            class="button"
            data-kind="quiet"
            href={withQuery(automationSettingsPath, { rotate: id })}
            aria-label={`Rotate the secret of ${name}`}
          >
            Rotate secret
          </a>
          <IconLink
            id={`edit-${id}`}
            href={withQuery(automationSettingsPath, { edit: id })}
            name={`Edit ${name}`}
            title="Edit"
            icon="pencil"
          />
        </span>
      </header>
      {description && <p class="automation-about">{description}</p>}
      <dl class="person-facts">
        <Fact name="Scopes">
          {scopes.map((scope, at) => (
            <>
              {at > 0 && ", "}
              <code>{scope}</code>
            </>
          ))}
        </Fact>
        <Fact name="Teams">{reachOf(automation, teams)}</Fact>
        <Fact name="Secret">
          {credential.label} <code>{credential.prefix}…</code>, created{" "}
          <Ago at={credential.createdAt} clock={clock} />,{" "}
          {credential.lastUsedAt === null ? "never used" : (
            <>
              last used <Ago at={credential.lastUsedAt} clock={clock} />
            </>
          )}
        </Fact>
        <Fact name="Provider">{providerType}</Fact>
        <Fact name="Recent activity">
          <a href={memberPath(profileId)}>
            View activity<span class="unseen">: {name}</span>
          </a>
        </Fact>
        <Fact name="ID">
          <CopiedId name={`ID of ${name}`} id={id} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function reachOf({ teamIds }: Automation, teams: readonly Team[]): string {
  if (teamIds === null) return "All teams that aren't private";
  return namesOf(teamIds, teams) || "No teams";
}
