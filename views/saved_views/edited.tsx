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

/** A saved view as somebody has it before them. */
export interface ShownView {
  view: View;
  /** Whether it is shown otherwise than it was saved. */
  edited: boolean;
  /** What it is saved as by now, where that was changed since one began to change it. */
  saved: { query: ListQuery; chips: readonly FilterChip[] } | null;
}

interface ViewStateProps {
  shown: ShownView;
  query: ListQuery;
  chips: readonly FilterChip[];
  /** Whether who looks may change it. */
  mayChange: boolean;
  /** What it is filtered by that isn't here. */
  gone: readonly FilterField[];
}

/** What is to be known of a view above its tasks: that it is archived, that it is changed and not saved, what it lacks. */
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
 * That a view is changed, which nobody else sees, and what one can do about it; where it was saved anew meanwhile, both in
 * words.
 */
export function Edited({ view, search, since, saveAs, mayChange, saved, yours }: {
  view: View;
  /** The list as it is shown. */
  search: string;
  /** The version that it was begun from. */
  since: string | undefined;
  /** Where it is saved as another view. */
  saveAs: string;
  mayChange: boolean;
  /** What it is saved as by now, where that was changed since one began to change it. */
  saved: Child;
  /** What is shown. */
  yours: Child;
}) {
  const path = savedViewPath(view);
  const anew = saved !== null;
  return (
    <>
      {anew && (
        <div class="filter-bar">
          <Notice kind="warning">
            {view.name}{" "}
            was saved anew while you were changing it. Both are here: save yours in the place of the
            newer one, as another view, or take that.
            <dl>
              <dt>As it is saved now</dt>
              <dd>{saved}</dd>
              <dt>Yours, below</dt>
              <dd>{yours}</dd>
            </dl>
          </Notice>
        </div>
      )}
      <section class="filter-bar view-edited" aria-label="Changes of the view">
        <p>
          <span class="dot" data-color="indigo" aria-hidden="true"></span>
          Not saved<span class="optional">: nobody else sees it</span>
        </p>
        {mayChange && (
          <form method="post" action={path} hx-post={path} data-next="#main">
            <input type="hidden" name="query" value={search} />
            <input type="hidden" name="version" value={anew ? String(view.version) : since} />
            <button type="submit" class="button" data-kind="primary" name="act" value="save">
              {anew ? "Save yours instead" : "Save"}
            </button>
          </form>
        )}
        <a class="button" id="save-view-as" href={saveAs} data-menu="save-view">
          Save as…
        </a>
        <a class="button" data-kind="quiet" href={path} data-next="#main">
          {anew ? "Take the newer one" : "Reset"}
        </a>
      </section>
    </>
  );
}

/** That a view is archived, and the way back for who may. */
export function ArchivedView({ view, mayChange }: { view: View; mayChange: boolean }) {
  const path = savedViewPath(view);
  return (
    <div class="filter-bar">
      <Notice>
        This view is archived: no list has it any more.
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
  const which = new Intl.ListFormat("en").format(names);
  return (
    <div class="filter-bar">
      <Notice kind="warning">
        Its filter by {which} names something that isn't here any more, or isn't yours to see.
      </Notice>
    </div>
  );
}

/** A dot beside the title of a view that is changed and not saved. */
export function EditedDot({ shown }: { shown: Pick<ShownView, "edited"> | null | undefined }) {
  if (!shown?.edited) return null;
  return (
    <span class="dot" data-color="indigo" title="Changed, and not saved">
      <span class="unseen">Changed, and not saved</span>
    </span>
  );
}

/** What one does with a view as a whole, beside its title. */
export function ViewTools({ shown: { view } }: { shown: Pick<ShownView, "view"> }) {
  const path = savedViewPath(view);
  const { subscribed } = view;
  const hears = subscribed ? "You hear of what comes in" : "Hear of what comes in";
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
            aria-label="Hear of what comes in"
            aria-pressed={subscribed ? "true" : "false"}
            title={hears}
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
        aria-label="Actions on the view"
      >
        <Icon name="ellipsis" />
      </a>
    </>
  );
}
