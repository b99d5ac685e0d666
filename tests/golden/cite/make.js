// For each style and item: the entry, and the citation with a locator, as HTML and as text.
const CSL = require("../../../node_modules/citeproc");

const task = JSON.parse(require("fs").readFileSync(0, "utf8"));
const made = {};
const items = Object.fromEntries(task.items.map((item) => [item.id, item]));
for (const [name, xml] of Object.entries(task.styles)) {
  const system = {
    retrieveLocale: (tag) => task.locales[tag] || "",
    retrieveItem: (id) => items[id],
  };
  const engine = new CSL.Engine(system, xml, task.locale, true);
  made[name] = {};
  for (const { id } of task.items) {
    made[name][id] = {};
    for (const format of ["html", "text"]) {
      engine.setOutputFormat(format);
      engine.updateItems([id]);
      const entries = engine.makeBibliography();
      const cites = [{ id, locator: "3", label: "paragraph" }];
      const cluster = { citationItems: cites, properties: { noteIndex: 1 } };
      made[name][id][format] = {
        entry: entries?.[1]?.[0] ?? "",  // some kinds of source are in no list
        citation: engine.previewCitationCluster(cluster, [], [], format),
      };
    }
  }
}
process.stdout.write(JSON.stringify(made));
