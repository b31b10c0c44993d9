import { assertEquals } from "@std/assert";
import { nextLine, problemsOf, withLine } from "./changed_edition.ts";

const question = "x,users.all,persons,20,table-1,а?,a?";
const candidate = "x.one,x,sum,users.children users.youth,,а,a";

async function problems(questions: string, candidates: string): Promise<string[]> {
  const found = await problemsOf({
    "definitions.csv": withLine(questions),
    "candidates.csv": withLine(candidates),
  });
  const asked = nextLine("definitions.csv"), answered = nextLine("candidates.csv");
  return found.map((problem) =>
    problem.replace(`definitions.csv:${asked}:`, "question:")
      .replace(`candidates.csv:${answered}:`, "candidate:")
  );
}

Deno.test("a question is refused for a result that is unknown, or printed though marked as not", async () => {
  assertEquals(await problems(question.replace("users.all", "nobody"), candidate), [
    'question:3: result: unknown observation "nobody"',
  ]);
  assertEquals(await problems(question.replace("users.all", "?stock"), candidate), [
    'question:3: result: expected no ? before "stock", which is printed or inferred',
    'candidate:7: definition: expected no ? before "stock", which is printed',
  ]);
});

Deno.test("a question is refused for another unit than its result's, and for having no candidates", async () => {
  assertEquals(await problems(question.replace("persons", "items"), candidate), [
    'question:13: unit: expected "persons" as of "users.all", found "items"',
    'candidate:13: operands: expected unit "items" of "users.children", found "persons"',
    'candidate:13: operands: expected unit "items" of "users.youth", found "persons"',
  ]);
  assertEquals(
    await problems(question, candidate.replace(",x,", ",youth-coverage,")),
    [
      'question:1: id: "x" has no candidates',
      'candidate:26: operands: expected unit "percent" of "users.children", found "persons"',
      'candidate:26: operands: expected unit "percent" of "users.youth", found "persons"',
    ],
  );
});

Deno.test("a candidate is refused for an unknown question, operand, kind or rule", async () => {
  assertEquals(await problems(question, `${candidate}\n${candidate.replace("x.one,x", "y,y")}`), [
    `candidates.csv:${
      nextLine("candidates.csv") + 1
    }:3: definition: unknown code "y"; expected an id of definitions.csv`,
  ]);
  assertEquals(await problems(question, candidate.replace("users.youth", "nobody")), [
    'candidate:13: operands: unknown operand "nobody"',
  ]);
  assertEquals(await problems(question, candidate.replace(",,а", ",at-most,а")), [
    'candidate:40: rule: expected nothing for sum, found "at-most"',
  ]);
});

Deno.test("a candidate may compute with what is inferred, and with what is not printed", async () => {
  const line = nextLine("definitions.csv");
  const inferred = "x.two,x,sum,users.children users.others,,а,a";
  const missing = "x.three,x,sum,users.children ?users.old,,а,a";
  const found = await problemsOf({
    "definitions.csv": withLine(question.replace(",20,", ",999,")),
    "candidates.csv": withLine([candidate, inferred, missing].join("\n")),
  });
  assertEquals(found, [`definitions.csv:${line}:21: line: expected at most 218, found 999`]);
});
