import type { NotebookDocument } from "./notebook_document.ts";

type Metadata = NotebookDocument["metadata"];

/** What Jupyter, VS Code, Colab, papermill and their like keep of their own in a notebook. */
const ofNotebook = new Set([
  ...["orig_nbformat", "orig_nbformat_minor", "signature", "celltoolbar", "hide_input", "toc"],
  ...["varInspector", "widgets", "nteract", "kernel_info", "vscode", "interpreter"],
  ...["colab", "accelerator", "gpuClass", "kaggle", "papermill", "polyglot_notebook"],
]);

/** And in its cells. */
const ofCell = new Set([
  ...[
    "execution",
    "ExecuteTime",
    "trusted",
    "collapsed",
    "scrolled",
    "heading_collapsed",
    "hidden",
  ],
  ...["code_folding", "run_control", "vscode", "pycharm", "gather", "azdata_cell_guid"],
  ...[
    "dotnet_interactive",
    "polyglot_notebook",
    "colab",
    "colab_type",
    "outputId",
    "id",
    "cell_id",
  ],
  ...["papermill", "source_hash", "execution_start", "execution_millis", "_uuid", "_cell_guid"],
  "lines_to_next_cell",
]);

const ofVendor = /^(deepnote|application\/vnd\.|@|toc-)/;

/** What says nothing, because it is so where nothing is said. */
const unsaid: Readonly<Record<string, readonly unknown[]>> = {
  editable: [true],
  deletable: [true],
  tags: ["[]"],
  slideshow: [`{"slide_type":""}`, `{"slide_type":"-"}`, "{}"],
};

/**
 * The metadata of a notebook without what a client keeps there of its own; what nobody here knows stays.
 *
 * @param metadata As a file has it.
 */
export function authorsMetadata(metadata: Metadata): Metadata {
  return kept(metadata, (name) => !ofNotebook.has(name) && !ofVendor.test(name));
}

/** The same of a cell: what stays is what somebody chose, such as tags or the kind of a slide. */
export function authorsCellMetadata({ jupyter, ...metadata }: Metadata): Metadata {
  const isHidden = typeof jupyter === "object" && jupyter !== null && "source_hidden" in jupyter &&
    jupyter.source_hidden === true;
  return {
    ...kept(metadata, (name, value) => {
      const isUnsaid = unsaid[name]?.some((one) => one === value || one === JSON.stringify(value));
      return !ofCell.has(name) && !ofVendor.test(name) && !isUnsaid;
    }),
    ...(isHidden && { jupyter: { source_hidden: true } }),
  };
}

function kept(
  metadata: Metadata,
  isKept: (name: string, value: Metadata[string]) => boolean,
): Metadata {
  return Object.fromEntries(
    Object.entries(metadata).filter(([name, value]) => isKept(name, value)),
  );
}
