import { judge } from "../../audit/judge.ts";
import { localise, repairText } from "../../audit/localise.ts";
import { quantities } from "../../audit/quantity.ts";
import { UsageError } from "../../errors/usage_error.ts";
import type { Claim } from "../../model/claim.ts";
import { type Markup, markup } from "../../tables/markup.ts";
import type { reportParts } from "../live_files.ts";
import { withPrinted } from "./live_message.ts";
import { loadText, pageLanguage as language, words } from "./page_state.ts";
import { verdictText } from "../../display/verdict_look.ts";

const root = document.querySelector<HTMLElement>(".what-if")!;
const [broken, suspects] = root.querySelectorAll("ul");
const inputs = [...root.querySelectorAll("input")];
const restore = root.querySelector("button")!;

type ReportParts = ReturnType<typeof reportParts>;

let loaded: Promise<ReportParts> | undefined;
const report = (): Promise<ReportParts> =>
  loaded ??= loadText("report").then((text) => JSON.parse(text));

/** What is typed instead of what is printed, by id; what is no number is told at its field. */
function readFields(of: ReportParts): Record<string, string> {
  const changed = inputs.filter(({ value, dataset }) => value.trim() !== dataset.printed?.trim());
  return Object.fromEntries(changed.flatMap((input) => {
    const one = { [input.name]: input.value.trim() };
    try {
      withPrinted(of, one);
      input.removeAttribute("aria-invalid");
      input.title = "";
      return Object.entries(one);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      input.setAttribute("aria-invalid", "true");
      input.title = words.malformed;
      return [];
    }
  }));
}

function cellsOf({ relation: { result, operands, divisors } }: Claim): string[] {
  return [result, ...operands, ...divisors];
}

/** Fills a list, or says that there is nothing to be listed. */
function fill(list: Element, items: readonly Markup[], nothing: string): void {
  list.innerHTML = markup`${items.length > 0 ? items : markup`<li>${nothing}</li>`}`.text;
}

async function judgeAgain(): Promise<void> {
  let printed: ReportParts;
  try {
    printed = await report();
  } catch (error) {
    return fill(broken, [], String(error));
  }
  const now = withPrinted(printed, readFields(printed));
  const values = quantities(now);
  const trends = new Map(now.trendWords.map((word) => [word.id, word]));
  const claims = new Map(now.claims.map((claim) => [claim.id, claim] as const));
  const own = new Set(inputs.map(({ name }) => name));
  const groups = localise(now).filter(({ violated }) =>
    violated.some((id) => {
      const claim = claims.get(id);
      return claim !== undefined && cellsOf(claim).some((cell) => own.has(cell));
    })
  );
  const violated = groups.flatMap((group) => group.violated.flatMap((id) => claims.get(id) ?? []));
  const told = violated.map((claim) => {
    const text = verdictText(judge(claim, values, trends), language);
    return markup`<li data-claim="${claim.id}"><a href="claims.html#${claim.id}">${
      claim.statement[language]
    }</a>: ${text}</li>`;
  });
  fill(broken, told, words.nothingBroken);
  const repairs = groups.flatMap((group) => group.repairs);
  const nameOf = (id: string) => printed.labels[language][id];
  const mends = repairs.map((repair) =>
    markup`<li>${repairText(repair, { language, nameOf })}</li>`
  );
  fill(suspects, mends, words.nothingSuspected);
  const cells = new Set(violated.flatMap(cellsOf));
  for (const input of inputs) {
    input.closest("td")?.classList.toggle("broken", cells.has(input.name));
  }
  restore.disabled = inputs.every(({ value, dataset }) => value.trim() === dataset.printed?.trim());
}

root.addEventListener("input", judgeAgain);
root.addEventListener("focusin", judgeAgain, { once: true });
restore.addEventListener("click", () => {
  for (const input of inputs) input.value = input.dataset.printed?.trim() ?? "";
  judgeAgain();
});
