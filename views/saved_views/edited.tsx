import type { Child } from "hono/jsx";
import type { View } from "../../server/domain/saved_views/schema.ts";
import { Icon } from "../icons.tsx";
import type { ListQuery } from "../paths.ts";
import type { FilterChip } from "../tasks/filter_bar.tsx";
import { filterOf } from "../tasks/filters/all.tsx";
import type { FilterField } from "../tasks/filters/fields.ts";
import { searchOf } from "../tasks/list_search.ts";
import { Notice } from "../ui/field.tsx";
import { savedViewPath, saveViewPath, viewActionsPath } from "../view_paths.ts";
import { listWords } from "./words.tsx";

/** A saved view as it is currently shown. */
export interface ShownView {
  view: View;
  /** Whether it has unsaved changes. */
  edited: boolean;
  /** The saved version, if it changed since the viewer started editing. */
  saved: { query: ListQuery; chips: readonly FilterChip[] } | null;
}

interface ViewStateProps {
  shown: ShownView;
  query: ListQuery;
  chips: readonly FilterChip[];
  /** Whether the viewer can change it. */
  mayChange: boolean;
  /** Filters with values that are missing or hidden. */
  gone: readonly FilterField[];
}

/** Notices above a view's tasks: archived, unsaved changes, or missing filter values. */
export function ViewState({ shown, query, chips, mayChange, gone }: ViewStateProps) {
  const { view, edited, saved } = shown;
  if (view.archivedAt !== null) return <ArchivedView view={view} mayChange={mayChange} />;
  return (
    <>
      {gone.length > 0 && <Gone fields={gone} />}
      {edited && (
        <Edited
          view={view}
          mayChange={mayChange}
          search={searchOf(query)}
          since={query.since}
          saveAs={saveViewPath(query)}
          saved={saved && listWords(saved.query, saved.chips)}
          yours={listWords(query, chips)}
        />
      )}
    </>
  );
}

/**
 * The unsaved changes of a view, with its actions. If someone saved the view meanwhile, both versions are described.
 */
export function Edited({ view, search, since, saveAs, mayChange, saved, yours }: {
  view: View;
  /** The query of the shown list. */
  search: string;
  /** The version that the changes are based on. */
  since: string | undefined;
  /** The URL that saves it as a new view. */
  saveAs: string;
  mayChange: boolean;
  /** The saved version, if it changed since the viewer started editing. */
  saved: Child;
  /** The viewer's version. */
  yours: Child;
}) {
  const path = savedViewPath(view);
  const isStale = saved !== null;
  return (
    <>
      {isStale && (
        <div class="filter-bar">
          <Notice kind="warning">
            {view.name}{" "}
            was saved again while you were changing it. Save your version, save it as another view,
            or use the newer version.
            <dl>
              <dt>Saved version</dt>
              <dd>{saved}</dd>
              <dt>Your version, below</dt>
              <dd>{yours}</dd>
            </dl>
          </Notice>
        </div>
      )}
      <section class="filter-bar view-edited" aria-label="Unsaved view changes">
        <p>
          <span class="dot" data-color="indigo" aria-hidden="true"></span>
          Not saved<span class="optional">. Only you see these changes.</span>
        </p>
        {mayChange && (
          <form method="post" action={path} hx-post={path} data-next="#main">
            <input type="hidden" name="query" value={search} />
            <input type="hidden" name="version" value={isStale ? String(view.version) : since} />
            <button type="submit" class="button" data-kind="primary" name="act" value="save">
              {isStale ? "Save my version" : "Save"}
            </button>
          </form>
        )}
        <a class="button" id="save-view-as" href={saveAs} data-menu="save-view">
          Save as new view…
        </a>
        <a class="button" data-kind="quiet" href={path} data-next="#main">
          {isStale ? "Use newer version" : "Reset"}
        </a>
      </section>
    </>
  );
}

/** Explains that a view is archived, and lets people with permission restore it. */
export function ArchivedView({ view, mayChange }: { view: View; mayChange: boolean }) {
  const path = savedViewPath(view);
  return (
    <div class="filter-bar">
      <Notice>
        This view is archived. Lists hide archived views.
        {mayChange && (
          <form class="form-actions" method="post" action={path} hx-post={path} data-next="#main">
            <button type="submit" class="button" name="act" value="restore">Restore</button>
          </form>
        )}
      </Notice>
    </div>
  );
}

function Gone({ fields }: { fields: readonly FilterField[] }) {
  const names = [...new Set(fields.map((field) => filterOf(field).filter.name.toLowerCase()))];
  const which = names.join(", ");
  return (
    <div class="filter-bar">
      <Notice kind="warning">
        Some filter values no longer exist, or you can't access them: {which}.
      </Notice>
    </div>
  );
}

/** A dot beside the title of a view with unsaved changes. */
export function EditedDot({ shown }: { shown: Pick<ShownView, "edited"> | null | undefined }) {
  if (!shown?.edited) return null;
  return (
    <span class="dot" data-color="indigo" title="Unsaved changes">
      <span class="unseen">Unsaved changes</span>
    </span>
  );
}

/** The buttons beside a view's title. */
export function ViewTools({ shown: { view } }: { shown: Pick<ShownView, "view"> }) {
  const path = savedViewPath(view);
  const { subscribed } = view;
  const name = subscribed ? "Unsubscribe from view" : "Subscribe to view";
  return (
    <>
      {view.archivedAt === null && (
        <form class="fold-all" method="post" action={path} hx-post={path}>
          <button
            type="submit"
            class="button favorite"
            data-kind="quiet"
            data-shape="icon"
            name="act"
            value={subscribed ? "unsubscribe" : "subscribe"}
            aria-label="Subscribe to view"
            aria-pressed={subscribed ? "true" : "false"}
            title={name}
          >
            <Icon name="bell" />
          </button>
        </form>
      )}
      <a
        class="button"
        data-kind="quiet"
        data-shape="icon"
        id="view-actions"
        href={viewActionsPath(view)}
        data-menu="view-actions"
        aria-label="View actions"
      >
        <Icon name="ellipsis" />
      </a>
    </>
  );
}
