import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { avatarColors } from "../../server/domain/vocabulary.ts";
import { profileSettingsPath } from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Field, Optional } from "../ui/field.tsx";
import { ConcernForm, type Refused } from "./parts.tsx";

type Words = Partial<Record<"name" | "username" | "title" | "bio" | "color", unknown>>;

/** The form of the viewer's profile. */
export function ProfileSettings({ profile, workspace, refused }: {
  profile: MemberRecord;
  /** The workspace's name. */
  workspace: string;
  /** The refused form with its values and errors. */
  refused: Refused & { values: Words } | null;
}) {
  const values: Words = refused?.values ?? profile;
  const valueOf = (name: keyof Words) => String(values[name] ?? "");
  const errors = refused?.errors ?? {};
  return (
    <>
      <p class="settings-lead">
        Your profile in {workspace}, visible to all members.
      </p>
      <div class="profile-face">
        <Avatar person={profile} large />
        <p>
          <bdi>{profile.name}</bdi>
          <span>{profile.email}</span>
        </p>
      </div>
      <ConcernForm
        id="profile"
        action={profileSettingsPath}
        keeps="profile"
        refused={refused}
        button="Save profile"
      >
        <input type="hidden" name="version" value={String(profile.version)} />
        <Field
          name="name"
          label="Name"
          error={errors.name}
          input={{ value: valueOf("name"), required: true, "data-limit": 80, autocomplete: "name" }}
        />
        <Field
          name="username"
          label="Username"
          hint={`People mention you as @${profile.username}.`}
          error={errors.username}
          input={{
            value: valueOf("username"),
            required: true,
            autocomplete: "off",
            autocapitalize: "none",
            spellcheck: "false",
          }}
        />
        <Field
          name="title"
          label="Title"
          hint="For example, “Product designer”."
          error={errors.title}
          input={{
            value: valueOf("title"),
            "data-limit": 80,
            autocomplete: "organization-title",
          }}
        />
        <div class="field">
          <label for="field-bio">
            Bio
            <Optional />
          </label>
          <textarea
            class="input"
            id="field-bio"
            name="bio"
            rows={4}
            data-limit={2000}
            aria-invalid={errors.bio ? "true" : undefined}
            aria-describedby={errors.bio ? "field-bio-error" : undefined}
          >
            {valueOf("bio")}
          </textarea>
          {errors.bio && <p class="error" id="field-bio-error">{errors.bio}</p>}
        </div>
        <Colors profile={profile} chosen={valueOf("color")} error={errors.color} />
      </ConcernForm>
    </>
  );
}

/** The color of the avatar: automatic, or chosen. */
function Colors({ profile, chosen, error }: {
  profile: MemberRecord;
  chosen: string;
  error: string | undefined;
}) {
  return (
    <fieldset class="field avatar-colors" aria-describedby={error && "field-color-error"}>
      <legend>Color</legend>
      {[null, ...avatarColors].map((color) => (
        <label class="avatar-color" title={color ?? undefined}>
          <input
            type="radio"
            name="color"
            value={color ?? ""}
            checked={chosen === (color ?? "")}
          />
          <Avatar person={{ ...profile, color }} large />
          <span class={color ? "unseen" : undefined}>{color ?? "Automatic"}</span>
        </label>
      ))}
      {error && <p class="error" id="field-color-error">{error}</p>}
    </fieldset>
  );
}
