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

/** The roles that somebody may give. */
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

/** What somebody is in the workspace. @param by the role of who gives it */
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
        legend={`What ${name} is here`}
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

/** Takes somebody out, once it was read what that takes along. */
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
        <li>Their sessions and tokens are refused here from the next request on.</li>
        {teams.length > 0 && <li>They leave {teams.map(({ name }) => name).join(", ")}.</li>}
        {open.work && open.work.openTasks > 0 && (
          <li>
            <a href={listPath({ assigneeId: id })}>{counted(open.work.openTasks, "open task")}</a>
            {" "}
            stay theirs until somebody takes over. Give them to others before, or after.
          </li>
        )}
        {open.work && open.work.projects > 0 && (
          <li>
            They go on leading{" "}
            <a href={projectListPath({ leadId: id })}>{counted(open.work.projects, "project")}</a>
            {" "}
            until somebody else does.
          </li>
        )}
        <li>
          What they wrote stays under their name. Views and favorites of their own wait for them: an
          invitation brings the same person back.
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
