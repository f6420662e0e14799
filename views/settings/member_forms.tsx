import type { WorkspaceRole } from "../../server/domain/core/actor.ts";
import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { listPath } from "../paths.ts";
import { workspaceRoleHints, workspaceRoleWords } from "../people/words.ts";
import { projectListPath } from "../project_list_paths.ts";
import { memberSettingsPath } from "../settings_paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import { counted } from "../ui/words.ts";
import { Choices } from "./choices.tsx";
import { type Asked, askedPath } from "./first_records.tsx";
import type { OpenMember } from "./members.tsx";
import type { Refused } from "./parts.tsx";
import { CancelLink } from "./record_links.tsx";

/** Returns the roles that a member can assign. */
export function rolesFor(by: WorkspaceRole) {
  return (Object.keys(workspaceRoleWords) as WorkspaceRole[]).filter((role) =>
    role !== "owner" || by === "owner"
  ).map((value) => ({
    value,
    label: workspaceRoleWords[value],
    hint: workspaceRoleHints[value],
  }));
}

const why = (refused: Refused | null) =>
  refused
    ? [...Object.values(refused.errors), refused.rest].filter(Boolean).join(" ") || undefined
    : undefined;

/** The form that changes a workspace role. @param by the editor's role */
export function RoleForm({ member, by, open, asked }: {
  member: MemberRecord;
  by: WorkspaceRole;
  asked: Asked;
  open: OpenMember & { form: "role" };
}) {
  const { id, name, role, version } = member;
  return (
    <KeptForm
      id={`role-${id}`}
      class="record-form"
      action={`${memberSettingsPath}/${id}`}
      keeps={`member:${id}:role`}
      error={why(open.refused)}
      next={`#edit-${id}`}
      saveKey
    >
      <input type="hidden" name="version" value={String(version)} />
      <Choices
        of={id}
        name="role"
        legend={`Workspace role of ${name}`}
        choices={rolesFor(by)}
        chosen={[open.role ?? role ?? "member"]}
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Save role</button>
        <CancelLink href={askedPath(memberSettingsPath, asked)} next={`#edit-${id}`} />
      </div>
    </KeptForm>
  );
}

/** The form that removes a member. It lists the consequences. */
export function RemoveForm({ member, open, asked }: {
  member: MemberRecord;
  asked: Asked;
  open: OpenMember & { form: "remove" };
}) {
  const { id, name, version, teams } = member;
  return (
    <KeptForm
      id={`removing-${id}`}
      class="record-form"
      action={`${memberSettingsPath}/${id}`}
      keeps={`member:${id}:remove`}
      error={why(open.refused)}
      next="#main"
      saveKey
    >
      <input type="hidden" name="act" value="remove" />
      <input type="hidden" name="version" value={String(version)} />
      <p>
        <b>Remove {name} from the workspace?</b>
      </p>
      <ul class="consequences">
        <li>{name} loses access to this workspace immediately.</li>
        {teams.length > 0 && (
          <li>{name} leaves these teams: {teams.map(({ name }) => name).join(", ")}.</li>
        )}
        {open.work && open.work.openTasks > 0 && (
          <li>
            {name} stays assigned to{" "}
            <a href={listPath({ assigneeId: id })}>{counted(open.work.openTasks, "open task")}</a>.
            You can reassign {open.work.openTasks === 1 ? "it" : "them"} now or later.
          </li>
        )}
        {open.work && open.work.projects > 0 && (
          <li>
            {name} stays the lead of{" "}
            <a href={projectListPath({ leadId: id })}>{counted(open.work.projects, "project")}</a>
            {" "}
            until you choose another lead.
          </li>
        )}
        <li>
          {name}'s comments are kept. If you invite {name}{" "}
          again, their private views and favorites are restored.
        </li>
      </ul>
      <div class="form-actions">
        <button
          type="submit"
          class="button"
          data-kind="danger"
          autofocus
        >
          Remove {name}
        </button>
        <CancelLink href={askedPath(memberSettingsPath, asked)} next={`#remove-${id}`} />
      </div>
    </KeptForm>
  );
}
