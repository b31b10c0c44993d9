import { randomLcg, randomLogNormal, randomUniform } from "d3";

/** A printed table of a made country: what every library of it returned for three years. */
export interface Country {
  readonly header: readonly string[];
  /** The rows, one at a time, so that a large country never lies in memory. */
  rows(): Generator<readonly string[]>;
  /** The cells that were misprinted: number of the row, as in the file, and name of the column. */
  readonly slips: readonly { readonly row: number; readonly column: string }[];
}

const years = ["2021", "2022", "2023"] as const;
const parts = ["children", "youth", "adults"] as const;

/** The relations of the table, as the file of relations that a person would write. */
export const countryRelations = [
  "each,kind,result,operands,divisors,unit,computed",
  "row,sum,users_{period},children_{period} | youth_{period} | adults_{period},,,as-printed",
  "row,ratio,loans_per_user_{period},loans_{period},users_{period},,as-printed",
  "row,share,children_share_{period},children_{period},users_{period},percent,as-printed",
  "row,difference,users_change,users_2023 | users_2022,,,as-printed",
].join("\n") + "\n";

/**
 * A made country of libraries, the same for the same number of them: 30 columns, ten relations in each row, and one
 * misprinted cell in every 2,000 rows.
 *
 * @param libraries How many rows.
 */
export function madeCountry(libraries: number): Country {
  const each = 2_000;
  const header = [
    "library",
    "region",
    ...years.flatMap((year) =>
      ["users", ...parts, "loans", "visits", "loans_per_user", "children_share", "staff"]
        .map((measure) => `${measure}_${year}`)
    ),
    "users_change",
  ];
  const slipped = ["users_2021", "children_2022", "loans_per_user_2023", "users_change"];
  const slips = Array.from({ length: Math.floor(libraries / each) }, (_, index) => ({
    row: 2 + index * each + (index * 7) % each,
    column: slipped[index % slipped.length],
  }));
  return {
    header,
    slips,
    *rows() {
      const source = randomLcg(0.2023);
      const size = randomLogNormal.source(source)(6, 1),
        uniform = randomUniform.source(source)(0, 1);
      const at = new Map(slips.map(({ row, column }) => [row, header.indexOf(column)]));
      for (let index = 0; index < libraries; index++) {
        const row = [`Library ${index + 1}`, `Region ${index % 90 + 1}`, ...figures(size, uniform)];
        const slip = at.get(index + 2);
        if (slip !== undefined) row[slip] = misprinted(row[slip]);
        yield row;
      }
    },
  };
}

function figures(size: () => number, uniform: () => number): string[] {
  const users: number[] = [];
  const printed = years.flatMap(() => {
    const counts = parts.map(() => Math.ceil(size() + 20));
    const all = counts.reduce((sum, count) => sum + count, 0);
    const loans = Math.ceil(all * (5 + 20 * uniform()));
    users.push(all);
    return [
      ...[all, ...counts, loans, Math.ceil(all * 8 * uniform())].map(String),
      (Math.round(10 * loans / all) / 10).toFixed(1),
      (Math.round(1000 * counts[0] / all) / 10).toFixed(1),
      String(1 + Math.floor(4 * uniform())),
    ];
  });
  return [...printed, String(users[2] - users[1])];
}

/** A number with a digit too many: a slip far above any rounding. */
function misprinted(printed: string): string {
  return printed.replace(/^(-?)(\d)/, "$1$2$2");
}
