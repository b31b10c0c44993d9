import { sum } from "d3-array";
import { infer, resolveDefinitions } from "../../audit/infer.ts";
import { type FindingVerdict, unlistedContradictions } from "../../audit/judge_findings.ts";
import { limitOf } from "../../audit/limit_of.ts";
import { localise, repairText } from "../../audit/localise.ts";
import { power, type SlipCounts } from "../../audit/power.ts";
import type { Exact } from "../../model/interval.ts";
import type { Label } from "../../model/label.ts";
import type { Observation } from "../../model/observation.ts";
import type { Report } from "../../model/report.ts";
import type { Verdict } from "../../model/verdict.ts";
import { decimalString } from "../../numbers/format_number.ts";
import { intervalJson } from "../../numbers/interval_text.ts";
import type { Judged } from "./audit_text.ts";

/**
 * What `verify --json` prints: an audit with all that follows from it as plain data. Numbers are decimal strings, so that
 * none loses a digit; what is not there is `null` or an empty list; words are in English but for `statement_ru`.
 *
 * @param report The report.
 * @param judged The verdicts on its claims and findings.
 */
export function auditJson(report: Report, { audit, findings }: Judged) {
  const slips = power(report).claims;
  const places = new Map<string, Place>(
    [...report.observations, ...report.norms].map((row) => [row.id, row]),
  );
  return {
    edition: report.edition.id,
    /** How many claims there are of each verdict. */
    summary: audit.summary,
    /** Claims that contradict the print, and that no erratum declares. */
    undeclared: audit.undeclared.map(({ claim }) => claim.id),
    /** Findings that print a value which a claim contradicts that they do not list. */
    unlisted: unlistedContradictions(findings).map(({ finding, claim }) => ({
      finding: finding.id,
      claim: claim.id,
    })),
    /** Claims of errata that no longer occur. */
    stale: audit.stale.map(({ claim }) => claim),
    claims: audit.verdicts.map((verdict) => claimJson(verdict, places, slips)),
    findings: findings.map(findingJson),
    repairs: localise(report).map(({ violated, repairs }) => ({
      violated,
      consistentIf: repairs.map((repair) => ({
        statement: repairText(repair, { language: "en" }),
        cost: repair.cost,
        slips: repair.cells.map(({ slips }) => slips),
      })),
    })),
    implied: infer(report).map(({ id, statement, interval, unit, lines }) => ({
      id,
      statement: statement.en,
      interval: intervalJson(interval),
      unit,
      lines,
    })),
    definitions: resolveDefinitions(report).map(({ definition, kind, candidates }) => ({
      id: definition.id,
      question: definition.question.en,
      verdict: kind,
      candidates: candidates.map(({ candidate: { id, label }, value, survives }) => ({
        id,
        label: label.en,
        gives: intervalJson(value),
        survives,
      })),
    })),
  };
}

/** A printed value, with the place that prints it, and where a printed table has it, if one does. */
type Place = Pick<Observation, "printed" | "line"> & Partial<Pick<Observation, "cell">>;

function claimJson(
  verdict: Verdict,
  places: ReadonlyMap<string, Place>,
  slips: ReadonlyMap<string, SlipCounts>,
) {
  const { claim, printed, kind, how, lines } = verdict;
  const tallies = Object.values(slips.get(claim.id) ?? {});
  return {
    id: claim.id,
    kind: claim.kind,
    basis: claim.basis,
    statement: claim.statement.en,
    statement_ru: claim.statement.ru,
    printed,
    operands: [...claim.operands, ...claim.divisors].flatMap((id) => {
      const place = places.get(id);
      if (!place) return [];
      const { printed, line, cell } = place;
      return [{ id, printed, line, ...(line === null && cell && { cell }) }];
    }),
    computed: decimal(verdict.computed),
    interval: {
      computed: intervalJson(verdict.computedInterval),
      printed: intervalJson(verdict.printedInterval),
    },
    verdict: kind,
    how,
    /** The limit of a comparison, in words. */
    limit: limitOf(verdict)?.en ?? null,
    difference: decimal(verdict.difference),
    slack: decimal(verdict.slack),
    rounding: verdict.roundingModes,
    missing: inWords(claim.missing.map(({ label }) => label)),
    /** Slips tried on its cells, and those that this claim alone would have caught. */
    power: {
      tried: sum(tallies, ({ tried }) => tried),
      caught: sum(tallies, ({ caught }) => caught),
    },
    /** The line that states it; where the numbers imply it, the one that prints what is judged. */
    line: claim.line ?? places.get(claim.result ?? "")?.line ?? lines[0] ?? null,
    lines,
    topic: claim.topic,
  };
}

function findingJson({ finding, kind: verdict, how, ...found }: FindingVerdict) {
  const { id, kind, statement, lines, values, claims, needed, caveat, topic } = finding;
  return {
    id,
    kind,
    statement: statement.en,
    statement_ru: statement.ru,
    verdict,
    how,
    /** The first line that states it, and all of them. */
    line: lines[0],
    lines,
    /** Ids of the observations that it prints, and of its claims. */
    values,
    claims,
    /** The claims that settle it, and its claims that do not. */
    decisive: found.decisive.map(briefly),
    premises: found.premises.map(briefly),
    /** Claims that it does not list and that contradict what it prints or rests on. */
    touched: found.touched.map(({ claim }) => claim.id),
    /** What of it was checked and what not, and what would be needed and is not printed, in words. */
    checked: inWords(found.checked),
    unchecked: inWords(found.unchecked),
    missing: inWords(found.missing),
    needed: needed.en,
    caveat: caveat.en,
    /** Ids of the initiatives that bear on it. */
    records: found.records.map(({ id }) => id),
    topic,
  };
}

function briefly({ claim, kind, how }: Verdict) {
  return { id: claim.id, verdict: kind, how };
}

function inWords(labels: readonly Label[]): string[] {
  return labels.map(({ en }) => en);
}

function decimal(number: Exact | null): string | null {
  return number && decimalString(number);
}
