import type { Child } from "hono/jsx";
import { Ago, type PageClock } from "../ui/time.tsx";

/** A property in a record's rail. */
interface RailProperty {
  /** The name of its menu in URLs. */
  property: string;
  name: string;
  /** The shortcut of the property's menu. */
  key: string | undefined;
  menu: string;
  value: Child;
}

interface RailProps {
  /** The class of a rail with more content. */
  class?: "project-rail";
  properties: readonly RailProperty[];
  record: {
    creator: { name: string };
    createdAt: string;
    updatedAt: string;
    archivedAt: string | null;
  };
  clock: PageClock;
  /** Why the viewer can't change the record, or `null` if they can. */
  refusal: string | null;
  /** Content below the properties. */
  children?: Child;
  /** The last line. */
  last?: Child;
}

/** A record's properties as menus, or as plain text for people who can't change them. */
export function Rail(props: RailProps) {
  const { properties, record, clock, refusal, children, last } = props;
  const Property = refusal ? FixedProperty : MenuProperty;
  return (
    <aside class={props.class ? `rail ${props.class}` : "rail"} aria-label="Properties">
      <dl>{properties.map((one) => Property(one))}</dl>
      {refusal && record.archivedAt === null && <p class="rail-note">{refusal}</p>}
      {children}
      <p class="rail-foot">
        Created by <bdi>{record.creator.name}</bdi> {Ago({ at: record.createdAt, clock })}
        <br />
        Updated {Ago({ at: record.updatedAt, clock })}
        {last}
      </p>
    </aside>
  );
}

function MenuProperty({ property, name, key, menu, value }: RailProperty) {
  return (
    <div>
      <dt id={`property-${property}`}>{name}</dt>
      <dd>
        <a
          class="rail-value"
          id={`value-${property}`}
          href={menu}
          data-menu={property}
          aria-labelledby={`property-${property} value-${property}`}
          aria-keyshortcuts={key}
        >
          {value}
        </a>
      </dd>
    </div>
  );
}

function FixedProperty({ property, name, value }: RailProperty) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="rail-value" data-property={property}>{value}</dd>
    </div>
  );
}
