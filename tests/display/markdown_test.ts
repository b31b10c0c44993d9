import { assertEquals } from "@std/assert";
import { display, markdown } from "report";

const cases: [text: string, shown: string][] = [
  ["Repairs: 2 of\n3. One that does not", "Repairs: 2 of\n3\\. One that does not"],
  ["A change of\n- 6 618 visits", "A change of\n\\- 6 618 visits"],
  ["Share:\n5.2 books", "Share:\n5.2 books"],
  ["Two:\n\n1. one\n2. two", "Two:\n\n1. one\n2. two"],
  ["Two:\n\n- one\n- 2 more", "Two:\n\n- one\n- 2 more"],
  ["1. one\n2. two", "1. one\n2. two"],
];

for (const [text, shown] of cases) {
  Deno.test(`${JSON.stringify(text)} is shown with the lists that it has`, () => {
    assertEquals(markdown(text)[display]()["text/markdown"], shown);
  });
}
