import { isAdditive, type Quantities, type Quantity, quantityOf } from "../audit/quantity.ts";
import type { Exact } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { unitOf } from "./period.ts";
import type { PlacedCell } from "./table.ts";
import type { Instance } from "./table_relation.ts";

/** A cell as an observation of the place it has in a relation; `undefined` where it prints no number. */
export function observationOf(cell: PlacedCell, instance: Instance): Observation | undefined {
  const { read } = cell, isResult = cell.id === instance.relation.result;
  // One operand alone is no sum.
  const isPartly = instance.cells.slice(1)
    .filter(({ read }) => "value" in read || read.form === "nil").length > 1;
  const isNil = read.form === "nil" ||
    (read.form === "blank" && !isResult && instance.family.blank === "nil" && isPartly);
  if (!isNil && !("value" in read)) return undefined;
  const value = "value" in read ? read.value : exact(0);
  // The scale of a number counts in quotients only, where that of others may differ.
  const { kind, unit } = instance.family;
  const scale = isAdditive(kind)
    ? "units"
    : instance.family.each === "row"
    ? cell.column.header.unit
    : unitOf(cell.row.name);
  return {
    id: cell.id,
    ...{ indicator: "any", population: "all", scope: "all", territory: "all" },
    // A change between two periods may have the other sign.
    period: cell.column.header.isChange ? "2000/2001" : "2000",
    value: value.valueOf(),
    unit: (isResult || kind === "shares") && unit !== "" ? unit : scale,
    form: "value" in read ? read.form : "nil",
    printed: cell.printed,
    line: cell.row.number,
    decimals: "value" in read ? read.decimals : 0,
    ...("value" in read && read.form === "range" && { spread: read.spread.valueOf() }),
  };
}

/** The numbers that an instance reads. */
export function quantitiesOf(
  instance: Instance,
  changes: ReadonlyMap<string, Exact> = new Map(),
): Quantities {
  const known = new Map<string, Quantity>();
  for (const cell of instance.cells) {
    const observation = observationOf(cell, instance);
    if (observation === undefined) continue;
    const value = changes.get(cell.id)?.valueOf();
    const changed = value === undefined
      ? observation
      : { ...observation, value, form: "number" as const };
    known.set(cell.id, quantityOf(changed, changed.decimals !== 0));
  }
  return known;
}
