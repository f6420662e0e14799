import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { FilterField, FindForm, type Finds, Press } from "./menu_filter.tsx";

/** A choice: a link that opens a page, or a button that submits a form. */
export interface Choice {
  name: string;
  icon?: Child;
  hint?: string | undefined;
  /** The shortcut in words, if it has more than one key. */
  press?: string | undefined;
  chosen?: boolean;
  /** Whether only some of several tasks have this value. */
  mixed?: boolean;
  /** The shortcut: a digit works in the menu, a letter on the page. */
  shortcut?: string | undefined;
  /** The URL that the option opens. */
  href?: string;
  /** The menu that it opens instead of a page. */
  menu?: string;
  /** The part of a task that scripts copy. */
  copies?: { what: "link" | "page" | "reference" | "branch"; task: string; title: string };
  /** The change of the selection that scripts make. */
  selects?: { act: "take" | "clear"; reference?: string };
  /** The key with which scripts move the row, such as `ArrowUp`. */
  moves?: "ArrowUp" | "ArrowDown" | "Home";
  /** The page that scripts print. */
  prints?: string;
  /** Whether its URL is a file to download. */
  downloads?: boolean;
  /** Whether it opens the composer. */
  composes?: boolean;
  /** Whether it opens the panel beside the list. */
  peeks?: boolean;
  /** The URL if “not” was typed before it. */
  hrefNot?: string | undefined;
  /** The URL of the updated menu, if it stays open. */
  again?: string;
  /** The selector of the element that gets the focus. */
  next?: string;
  /** The number of matching tasks. */
  count?: string | undefined;
  /** Whether it creates a record with the typed name. Scripts show it if no record has that name. */
  makes?: true;
  /** Whether scripts show it only after something was typed. */
  typed?: true;
  /** The field that it sends. */
  send?: {
    name: string;
    value: string;
    /** The URL, if it differs from the form's. */
    to?: string;
    /** The form, if it isn't the one around the menu. */
    form?: string;
  };
}

export interface MenuProps {
  /** The prefix of its IDs. Menus that stay on the page need their own. */
  id?: string;
  /** The name of the menu: "Status". */
  name: string;
  /** The URL of the form. Links need none. */
  action?: string;
  groups: { name?: string; choices: Choice[] }[];
  /** Whether several choices can be made. */
  many?: boolean;
  /** The search on the server, if it has one. */
  finds?: Finds | undefined;
  /** Fields that each choice sends too. */
  along?: Along;
  /** The selector of the element that gets the focus after a choice. */
  next?: string;
  /** The name of the property that a choice sets, as in rows and the rail. */
  sets?: string;
  /** The form that gets the chosen value instead of submitting it. */
  fills?: Filled;
  /** The URL of the menu, if it can create records. */
  at?: string;
  /** The shortcut of the menu. */
  press?: string | undefined;
  /** A form below the choices, for example for a date. */
  below?: Child;
}

/** Values by the names of a form's fields. */
export type Along = Readonly<Record<string, string>>;
/** A form on the page with a field that a menu sets (`static/js/pills.js`). */
export interface Filled {
  field: string;
  /** The form's page, which a choice opens without JavaScript. */
  path: string;
  /** The other fields of the form. */
  along: readonly (readonly [name: string, value: string])[];
}

/**
 * A list of choices with a filter. Without JavaScript, it is a page of buttons and links.
 * `static/js/listbox.js` moves the highlight, `static/js/menu.js` opens it beside what it changes.
 */
export function Menu(props: MenuProps) {
  const { id = "menu", name, action, groups, many, finds, along, next, sets, fills } = props;
  const { press, below, at } = props;
  const all = groups.flatMap(({ choices }) => choices);
  const making = all.find(({ makes }) => makes);
  const empty = all.length === 0;
  const list = (
    <div
      class="menu-items"
      id={`${id}-items`}
      role="listbox"
      aria-label={name}
      aria-multiselectable={many ? "true" : undefined}
      data-found={finds?.rest ? undefined : finds?.q}
      data-rest={finds?.rest}
    >
      {groups.map((group) => <Group {...group} />)}
    </div>
  );
  return (
    <div
      class="menu"
      x-data="listbox"
      data-sets={sets}
      data-fills={fills?.field}
      data-at={making && at}
    >
      {finds ? <FindForm id={id} name={name} press={press} {...finds} /> : (
        <div class="menu-filter">
          <FilterField id={id} name={name} />
          <Press keys={press} />
        </div>
      )}
      {action
        ? <MenuForm action={action} along={along} next={next}>{list}</MenuForm>
        : fills
        ? <FillForm {...fills}>{list}</FillForm>
        : list}
      <p class="menu-none" id={`${id}-none`} data-none hidden={!empty}>
        {finds?.none || (empty && !finds ? "No options yet" : "No matches")}
      </p>
      {action && making && <Making {...making} at={at ?? action} />}
      {below}
    </div>
  );
}

/** The form that creates a record by name without scripts. */
function Making({ name, send, at }: Choice & { at: string }) {
  if (!send?.to) return null;
  return (
    <noscript>
      <form method="post" action={send.to} class="menu-form">
        <input type="hidden" name="menu" value={at} />
        <input name={send.name} aria-label={name} maxlength={80} autocomplete="off" />
        <button type="submit" class="button">{name}</button>
      </form>
    </noscript>
  );
}

/** A menu without choices, with the reason. */
export function MenuNote({ name, children }: { name: string; children: Child }) {
  return (
    <div class="menu">
      <p class="menu-note" tabindex={-1} data-menu-start>
        <strong>{name}</strong>
        {children}
      </p>
    </div>
  );
}

/** The form that passes a choice to the form that its menu sets. */
export function FillForm(props: Filled & { class?: string; children: Child }) {
  const along = props.along.filter(([name]) => name !== props.field);
  return (
    <form method="get" action={props.path} class={props.class}>
      {along.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {props.children}
    </form>
  );
}

/** A form that changes a record. With htmx, only changed parts are swapped. */
export function MenuForm(props: {
  action: string;
  along?: Along | undefined;
  next?: string | undefined;
  children: Child;
  class?: string;
}) {
  const along = Object.entries(props.along ?? {});
  return (
    <form
      method="post"
      action={props.action}
      class={props.class}
      hx-post={props.action}
      hx-sync="queue all"
      data-next={props.next}
    >
      {along.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {props.children}
    </form>
  );
}

function Group({ name, choices }: MenuProps["groups"][number]) {
  if (!name) return <>{choices.map(ChoiceItem)}</>;
  return (
    <div role="group" aria-label={name}>
      <div class="menu-heading" aria-hidden="true">{name}</div>
      {choices.map(ChoiceItem)}
    </div>
  );
}

function ChoiceItem(choice: Choice) {
  const { name, icon, hint, count, chosen, mixed, shortcut, href, menu, copies, prints } = choice;
  const { composes, send, selects, press, moves } = choice;
  const inside = (
    <>
      {icon}
      <span>{name}</span>
      {hint && <small>{hint}</small>}
      {press && <small class="menu-press">{press}</small>}
      {count !== undefined && (
        <small class="menu-count number" data-uncounted>
          {count}
          <span class="unseen">{count === "1" ? " task" : " tasks"}</span>
        </small>
      )}
      <span class="check" aria-hidden="true">
        <Icon name={mixed ? "minus" : "check"} />
      </span>
      {shortcut && (
        <kbd class="menu-key" data-key={shortcut.toUpperCase()} aria-hidden="true">
        </kbd>
      )}
    </>
  );
  const selected = chosen ? "true" : "false";
  return href
    ? (
      <a
        class="menu-item"
        role="option"
        aria-selected={selected}
        aria-keyshortcuts={shortcut}
        href={href}
        {...stays(choice)}
        data-menu={menu}
        data-compose={composes}
        data-peek={choice.peeks}
        data-not={choice.hrefNot}
        data-next={choice.next}
        data-typed={choice.typed}
        hidden={choice.typed}
      >
        {inside}
      </a>
    )
    : (
      <button
        type={copies || prints || selects || moves ? "button" : "submit"}
        data-moves={moves}
        data-selection={moves ? "leads" : selects?.act}
        data-print={prints}
        data-copy={copies?.what}
        data-reference={selects?.reference}
        data-task={copies?.task}
        data-title={copies?.title}
        class="menu-item"
        role="option"
        aria-selected={selected}
        aria-checked={mixed ? "mixed" : undefined}
        aria-keyshortcuts={shortcut}
        hidden={choice.makes}
        data-makes={choice.makes && name}
        name={send?.name}
        value={send?.value}
        form={send?.form}
        data-to={send?.to}
      >
        {inside}
      </button>
    );
}

/** Attributes of choices that keep the menu open or download a file. */
function stays({ href, again, downloads }: Choice) {
  if (downloads) return { download: true, "hx-boost": "false" };
  if (!again) return {};
  return { "hx-get": href, "hx-target": "#main", "hx-push-url": "true", "data-again": again };
}
