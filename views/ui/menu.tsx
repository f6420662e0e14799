import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { FilterField, FindForm, type Finds, Press } from "./menu_filter.tsx";

/** One thing to choose: a link where it leads somewhere, a button of the form around it where it changes something. */
export interface Choice {
  name: string;
  icon?: Child;
  hint?: string | undefined;
  /** The keys that do the same, as one reads them, where they are more than a character: who has none isn't told. */
  press?: string | undefined;
  chosen?: boolean;
  /** Set where it is chosen for some of several tasks. */
  mixed?: boolean;
  /** The key that does the same, in the menu where it is a digit, on the page otherwise. */
  shortcut?: string | undefined;
  /** Where it leads. */
  href?: string;
  /** Set where that is another menu, to be opened in this one's place. */
  menu?: string;
  /** What of a task it copies; scripts do that. */
  copies?: { what: "link" | "page" | "reference" | "branch"; task: string; title: string };
  /** What it does to what is selected; scripts do that. */
  selects?: { act: "take" | "clear"; reference?: string };
  /** The arrow, or the end of the list, to which it moves the row that its menu is of; scripts do that. */
  moves?: "ArrowUp" | "ArrowDown" | "Home";
  /** The page of a task that it prints; scripts do that. */
  prints?: string;
  /** Whether what it leads to is a file to keep. */
  downloads?: boolean;
  /** Whether it opens the composer. */
  composes?: boolean;
  /** Whether it opens what it leads to in a panel beside the list. */
  peeks?: boolean;
  /** Where it leads when “not” was typed before it. */
  hrefNot?: string | undefined;
  /** The menu as it stands after it, where that stays open. */
  again?: string;
  /** Where the focus goes after it: a selector. */
  next?: string;
  /** How many tasks it would leave. */
  count?: string | undefined;
  /** Set where it makes what is typed, as long as nothing is called so: scripts show it then, and send that. */
  makes?: true;
  /** Set where it is offered once something is typed: scripts show it then. */
  typed?: true;
  /** What it sends. */
  send?: {
    name: string;
    value: string;
    /** Where it is sent, where that isn't where its form is. */
    to?: string;
    /** The form that it is sent with, where that isn't the one around the menu. */
    form?: string;
  };
}

export interface MenuProps {
  /** What its parts are called in the page; one that stays there besides others has its own. */
  id?: string;
  /** What the menu changes: "Status". */
  name: string;
  /** Where the form posts to; links need none. */
  action?: string;
  groups: { name?: string; choices: Choice[] }[];
  /** Several can be chosen, one after another. */
  many?: boolean;
  /** Where its choices are found as one types: they are the server's, for what is typed. */
  finds?: Finds | undefined;
  /** Fields that are sent along with each choice. */
  along?: Along;
  /** Where the focus goes once a choice is done: a selector. */
  next?: string;
  /** The property of a task that a choice sets, by the name that rows and the rail know it by. */
  sets?: string;
  /** The form that is filled in with what is chosen, in place of being sent. */
  fills?: Filled;
  /** Its own path, where something can be made in it. */
  at?: string;
  /** The keys that open it, where no key of the page does. */
  press?: string | undefined;
  /** A form below the choices: a date to enter, say. */
  below?: Child;
}

/** Values by the names of a form's fields. */
export type Along = Readonly<Record<string, string>>;
/** A form elsewhere on the page, one of whose fields a menu fills in (`static/js/pills.js`). */
export interface Filled {
  field: string;
  /** The page that the form stands on: without JavaScript a choice leads there. */
  path: string;
  /** What else it holds. */
  along: readonly (readonly [name: string, value: string])[];
}

/**
 * A list of things to choose, filtered as one types. Without JavaScript it is a page of buttons and links.
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

/** What takes the name of what is made, where there are no scripts. */
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

/** A menu that has nothing to choose from: why. */
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

/** What is chosen in it, or entered, goes into the form that its menu fills in. */
export function FillForm(props: Filled & { class?: string; children: Child }) {
  const along = props.along.filter(([name]) => name !== props.field);
  return (
    <form method="get" action={props.path} class={props.class}>
      {along.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {props.children}
    </form>
  );
}

/** A form that changes something; with htmx only what changed is swapped. */
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

/** What changes the page below alone, so that the menu stays; what is a file is no page. */
function stays({ href, again, downloads }: Choice) {
  if (downloads) return { download: true, "hx-boost": "false" };
  if (!again) return {};
  return { "hx-get": href, "hx-target": "#main", "hx-push-url": "true", "data-again": again };
}
