import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { words } from "../words/words.ts";

/** What stands in one line of the source, or rests on several. */
export type Located = { readonly line: number | null } | { readonly lines: readonly number[] };

/** So many lines are named; of more, the topics. */
const mostLines = 4;

/** So many topics are named; of more, none. */
const mostTopics = 3;

/**
 * The source as a figure or table cites it: the report and its lines, or the topics that they speak of.
 *
 * @param located What is drawn on.
 * @param report The edition.
 * @param language Language of the citation.
 */
export function sourceText(
  located: readonly Located[],
  { edition, topics }: Pick<Report, "edition" | "topics">,
  language: Language,
): string {
  const said = words[language].sources;
  const found = located.flatMap((one) => "lines" in one ? one.lines : one.line ?? []);
  const lines = [...new Set(found)].toSorted((a, b) => a - b);
  const title = edition.title[language];
  if (lines.length === 0) return said.source(title);
  if (lines.length <= mostLines) return said.source(`${title}, ${said.lines(lines)}`);
  const starts = topics.flatMap((topic) => topic.lines.map((start) => ({ topic, start })));
  const spokenOf = new Set(
    lines.map((line) =>
      starts.filter(({ start }) => start <= line).toSorted((a, b) => b.start - a.start)[0]?.topic
    ),
  );
  const named = topics.filter((topic) => spokenOf.has(topic));
  if (named.length === 0 || named.length > mostTopics) return said.source(title);
  const labels = named.map(({ label }) => label[language]);
  return said.source(`${title}, ${labels.join("; ")}`);
}
