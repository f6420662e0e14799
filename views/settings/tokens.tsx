import type { PersonalToken } from "../../server/domain/personal_tokens/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { tokensPath } from "../settings_paths.ts";
import { Field } from "../ui/field.tsx";
import { Ago, Coming, type PageClock } from "../ui/time.tsx";
import { Concern, ConcernForm, ConfirmForm, Records, type Refused, ShownOnce } from "./parts.tsx";
import { scopeWords } from "./scopes.ts";

interface TokensProps {
  tokens: readonly PersonalToken[];
  clock: PageClock;
  /** Whether the form of a new token is open. */
  adds: boolean;
  /** The ID of the token that the viewer is about to revoke. */
  revokes: string | null;
  /** The token that was just created. */
  secret: { name: string; secret: string; line?: string } | null;
  refused:
    | Refused & { values: { label?: string; scopes?: string[]; expiresInDays?: string } }
    | null;
}

const terms = [["7", "7 days"], ["30", "30 days"], ["90", "90 days"], ["365", "A year"], [
  "never",
  "Never",
]] as const;

/** The viewer's tokens with their scopes and expiration, each with a button that revokes it. */
export function Tokens({ tokens, clock, adds, revokes, secret, refused }: TokensProps) {
  const open = refused !== null || (adds && !secret);
  return (
    <Concern
      id="tokens"
      title="Your tokens"
      lead="Scripts and the command line use tokens to act as you, limited by scopes and your role. For scripts that several people run, use an automation."
      beside={!open && (
        <a id="add-token" class="button" href={withQuery(tokensPath, { create: "1" })}>
          <Icon name="plus" />
          <span>New token</span>
        </a>
      )}
    >
      {secret && <ShownOnce {...secret} />}
      {open && <TokenForm refused={refused} />}
      <Records
        name="Personal access tokens"
        columns={[
          { name: "Token" },
          { name: "Status" },
          { name: "Scopes" },
          { name: "Expires" },
          { name: "Last used" },
          { name: "Revoke", hidden: true },
        ]}
        rows={tokens.map((token) => ({
          key: token.id,
          muted: token.status !== "active",
          open: token.status === "active" && token.id === revokes
            ? <RevokeForm token={token} />
            : undefined,
          cells: [
            <>
              {token.label}
              <small>
                <code>{token.prefix}…</code>
              </small>
            </>,
            <Status token={token} clock={clock} />,
            token.scopes.join(", "),
            token.expiresAt === null ? "Never" : <Coming at={token.expiresAt} clock={clock} />,
            token.lastUsedAt === null ? "Never" : <Ago at={token.lastUsedAt} clock={clock} />,
            token.status === "active" && (
              <span class="record-acts">
                <a
                  id={`revoke-${token.id}`}
                  class="button"
                  data-kind="danger"
                  href={withQuery(tokensPath, { revoke: token.id })}
                  aria-label={`Revoke the token ${token.label}`}
                >
                  Revoke
                </a>
              </span>
            ),
          ],
        }))}
        empty="No tokens yet"
      />
    </Concern>
  );
}

const statusWords = { active: "Active", expired: "Expired", revoked: "Revoked" } as const;

/** The status of a token, and when the viewer revoked it. */
function Status({ token: { status, revokedAt }, clock }: {
  token: PersonalToken;
  clock: PageClock;
}) {
  return (
    <>
      <span class="badge">{statusWords[status]}</span>
      {revokedAt !== null && (
        <small>
          by you <Ago at={revokedAt} clock={clock} />
        </small>
      )}
    </>
  );
}

function RevokeForm({ token: { id, label } }: { token: PersonalToken }) {
  return (
    <ConfirmForm
      action={`${tokensPath}/${id}`}
      question={
        <>
          Revoke the token “<bdi>{label}</bdi>”?
        </>
      }
      button="Revoke token"
      cancel={tokensPath}
      next={`#revoke-${id}`}
    >
      Scripts and programs that use this token lose access immediately. You can't undo this.
    </ConfirmForm>
  );
}

function TokenForm({ refused }: Pick<TokensProps, "refused">) {
  const { label = "", scopes, expiresInDays = "90" } = refused?.values ?? {};
  const chosen = scopes ?? ["tasks.read", "projects.read", "workspace.read"];
  const errors = refused?.errors ?? {};
  return (
    <ConcernForm
      id="new-token"
      action={tokensPath}
      keeps="token:new"
      refused={refused}
      button="Create token"
      cancel={tokensPath}
    >
      <Field
        name="label"
        label="Name"
        error={errors.label}
        input={{
          value: label,
          required: true,
          autofocus: true,
          "data-limit": 80,
          autocomplete: "off",
          placeholder: "Nightly report",
        }}
      />
      <fieldset class="field" aria-describedby={errors.scopes && "scopes-error"}>
        <legend>Scopes</legend>
        {scopeWords.map(([scope, words]) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`scope-${scope}`}
              name="scopes"
              value={scope}
              checked={chosen.includes(scope)}
              aria-describedby={`scope-${scope}-hint`}
            />
            <label for={`scope-${scope}`}>
              <code>{scope}</code>
            </label>
            <p class="hint" id={`scope-${scope}-hint`}>{words}</p>
          </div>
        ))}
        {errors.scopes && <p class="error" id="scopes-error">{errors.scopes}</p>}
      </fieldset>
      <fieldset class="field terms" aria-describedby={errors.expiresInDays && "term-error"}>
        <legend>Expiration</legend>
        {terms.map(([value, name]) => (
          <div class="choice">
            <input
              type="radio"
              id={`term-${value}`}
              name="expiresInDays"
              value={value}
              checked={value === expiresInDays}
            />
            <label for={`term-${value}`}>{name}</label>
          </div>
        ))}
        {errors.expiresInDays && <p class="error" id="term-error">{errors.expiresInDays}</p>}
      </fieldset>
    </ConcernForm>
  );
}
