import type { Interval } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import type { TrendWord } from "../model/claim.ts";
import { meets, within } from "../numbers/interval.ts";
import { boundInterval, normInterval, trendInterval } from "./allowed_interval.ts";
import { certainMean } from "./mean_interval.ts";
import { hullOf } from "./open_ended.ts";
import { recompute, type Values } from "./recompute.ts";

/** Whether the recomputed values fit what a relation allows: all of them, some, or none. */
export interface Agreement {
  readonly fit: "all" | "some" | "none";
  readonly computed: Interval;
  readonly allowed: Interval;
}

/**
 * Compares what a relation allows with what its operands give.
 *
 * @param relation The relation.
 * @param values Every number that each of its values may be.
 * @param word The word of a trend.
 */
export function agreement(relation: Relation, values: Values, word?: TrendWord): Agreement {
  const { kind, rule, operands } = relation;
  const computed = recompute(relation, values);
  const fits = (judged: Interval, allowed: Interval, certain: Interval | null): Agreement => {
    const isCertain = certain !== null && within(judged, certain);
    return { fit: isCertain ? "all" : meets(judged, allowed) ? "some" : "none", computed, allowed };
  };
  switch (kind) {
    case "bound":
      return fits(
        values(relation.result),
        boundInterval(rule, computed, false),
        boundInterval(rule, computed, true),
      );
    case "norm": {
      const allowed = normInterval(rule, values(operands[0]));
      return fits(computed, allowed, allowed);
    }
    case "part":
    case "trend": {
      const allowed = word ? trendInterval(word) : computed;
      return fits(computed, allowed, allowed);
    }
    case "mean": {
      const parts = operands.map(values);
      return fits(computed, hullOf(parts), certainMean(parts));
    }
    default: {
      const allowed = values(relation.result);
      return fits(computed, allowed, allowed);
    }
  }
}
