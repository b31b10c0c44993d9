import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { audit } from "../../lib/audit/audit.ts";
import { cellPower, claimsThatCatch, triedSlips } from "../../lib/audit/power.ts";
import { constraintNetwork } from "../../lib/audit/constraint_network.ts";
import { localise } from "../../lib/audit/localise.ts";
import { slipsOf } from "../../lib/audit/misprint.ts";
import type { Observation } from "../../lib/model/observation.ts";
import type { Report } from "../../lib/model/report.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { randomTable } from "./random_table.ts";

/** How many tables are tried: ten times as many by `deno task test:long`. */
const tables = Deno.args.includes("--all") ? 10_000 : 1_000;

/** Values of a cell that a slip of a kind would give it, found without the power map. */
function slippedValues(cell: Observation, slip: typeof triedSlips[number]): number[] {
  const unit = 10 ** -cell.decimals;
  const shown = Math.abs(cell.value).toFixed(cell.decimals);
  const sign = cell.value < 0 ? -1 : 1;
  const places = [...shown].flatMap((character, place) => character === "." ? [] : [place]);
  const texts = slip === "one-unit-off"
    ? []
    : slip === "swapped-digits"
    ? places.slice(1).map((place, index) => {
      const characters = [...shown];
      [characters[place], characters[places[index]]] = [shown[places[index]], shown[place]];
      return characters.join("");
    })
    : places.flatMap((place) =>
      [..."0123456789"].map((digit) => shown.slice(0, place) + digit + shown.slice(place + 1))
    );
  const misread = texts.filter((text) => !/^0\d/.test(text)).map((text) => sign * Number(text));
  const off = slip === "one-unit-off"
    ? [1, -1].map((step) => Number((cell.value + step * unit).toFixed(cell.decimals)))
    : [];
  return [...new Set([...off, ...misread])].filter((value) => value !== cell.value);
}

function withValue(report: Report, cell: Observation, value: number): Report {
  const observations = report.observations.map((each) => each === cell ? { ...each, value } : each);
  return { ...report, observations };
}

function failures(report: Report): string[] {
  return audit(report).verdicts.filter(({ kind }) => kind === "contradicts")
    .map(({ claim }) => claim.id);
}

Deno.test("a table that is consistent is never said to contradict under its way of rounding", () => {
  fc.assert(
    fc.property(randomTable, ({ report, mode }) => {
      for (const { kind, roundingModes, claim } of audit(report).verdicts) {
        assert(kind !== "contradicts", claim.id);
        assert(roundingModes.includes(mode), claim.id);
      }
    }),
    { numRuns: tables },
  );
});

Deno.test("an error is caught just when the power map says so", () => {
  const pick = fc.record({
    cell: fc.nat(1000),
    slip: fc.constantFrom(...triedSlips),
    nth: fc.nat(99),
  });
  let caught = 0;
  fc.assert(
    fc.property(randomTable, pick, ({ report }, { cell, slip, nth }) => {
      const target = report.observations[cell % report.observations.length];
      const values = slippedValues(target, slip);
      if (values.length === 0) return;
      const value = values[nth % values.length];
      const caughtBy = claimsThatCatch(constraintNetwork(report), { ...target, value });
      assertEquals(failures(withValue(report, target, value)), caughtBy);
      caught += caughtBy.length;
    }),
    { numRuns: tables },
  );
  assert(caught > tables / 10);
});

Deno.test("the power map tries every slip of its kinds, each once", () => {
  fc.assert(
    fc.property(randomTable, ({ report }) => {
      const network = constraintNetwork(report);
      for (const cell of report.observations) {
        const { trials, slips } = cellPower(network, cell);
        for (const slip of triedSlips) {
          const tried = trials.filter((trial) => trial.slip === slip).map(({ value }) => value);
          assertEquals(tried.toSorted(), slippedValues(cell, slip).toSorted(), cell.printed);
          const caught = tried.filter((value) =>
            claimsThatCatch(network, { ...cell, value }).length > 0
          );
          assertEquals(slips[slip], { tried: tried.length, caught: caught.length });
        }
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("localisation finds the cell with the error among the smallest repairs", () => {
  let found = 0;
  fc.assert(
    fc.property(randomTable, fc.nat(1000), fc.nat(1000), ({ report }, cell, pick) => {
      const target = report.observations[cell % report.observations.length];
      const slips = slipsOf(target, { kinds: ["changed-digit"] });
      if (slips.length === 0) return;
      const value = slips[pick % slips.length].value.valueOf();
      const wrong = withValue(report, target, value);
      const violated = failures(wrong);
      if (violated.length === 0) return;
      found++;
      const groups = localise(wrong, { most: 1 });
      assertEquals(groups.flatMap(({ violated }) => violated).toSorted(), violated.toSorted());
      for (const { repairs } of groups) {
        const repair = repairs.find(({ cells }) => cells[0].observation.id === target.id);
        assert(repair, `${target.id} from ${target.value} to ${value}`);
        const { low, high } = repair.cells[0].prints;
        assert(low === null || low.compare(exact(target.value)) <= 0);
        assert(high === null || high.compare(exact(target.value)) >= 0);
      }
    }),
    { numRuns: 0.3 * tables },
  );
  assert(found > tables / 20);
});
