// The table: the same contacts as rows, sorted by any column.
const rowStep = 200;
const table = { rows: "pairs", sort: { pairs: ["contacts", -1], parties: ["contacts", -1], contacts: ["when", -1] }, length: rowStep };

const pairDays = (index) => {
  let first = null, last = null;
  for (const contact of pairs[index].contacts) {
    if (!shown.contact[contact] || contacts[contact].first === null) continue;
    first = first === null ? contacts[contact].first : Math.min(first, contacts[contact].first);
    last = last === null ? contacts[contact].last : Math.max(last, contacts[contact].last);
  }
  return { first, last };
};
const text = (value) => document.createTextNode(value);
// Places in the alphabet are found once: comparing numbers is what makes sorting twenty thousand rows immediate.
const ranks = (names) => {
  const collator = new Intl.Collator("en"), rank = new Int32Array(names.length);
  names.map((name, index) => index).sort((a, b) => collator.compare(names[a], names[b])).forEach((index, place) => {
    rank[index] = place;
  });
  return rank;
};
const nameRank = ranks(parties.map((party) => party.name));
let knownTitleRank = null;
const titleRank = (article) => {
  knownTitleRank = knownTitleRank || ranks(articles.map((one) => one.title));
  return knownTitleRank[article];
};
const order = (a, b) => (typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0);
const nothing = -Infinity;

const columns = {
  pairs: [
    { id: "a", title: "Party", value: (row) => nameRank[pairs[row].a], cell: (row) => partyButton(pairs[row].a) },
    { id: "b", title: "Party", value: (row) => nameRank[pairs[row].b], cell: (row) => partyButton(pairs[row].b) },
    { id: "contacts", title: "Contacts", isNumber: true, value: (row) => shown.pair[row],
      cell: (row) => element("button", { class: "link", type: "button", click: () => choose(-1, row), "aria-label": shown.pair[row] + " contacts of " + pairTitle(row) }, String(shown.pair[row])) },
    { id: "kinds", title: "Kinds", value: kindCounts, cell: (row) => text(kindCounts(row)) },
    { id: "when", title: "When", value: (row) => { const days = pairDays(row); return days.last === null ? nothing : days.last; },
      cell: (row) => { const days = pairDays(row); return text(shortSpanText(days.first, days.last)); } },
  ],
  parties: [
    { id: "name", title: "Party", value: (row) => nameRank[row], cell: (row) => partyButton(row) },
    { id: "type", title: "Type", value: (row) => data.types[parties[row].type], cell: (row) => text(typeName[data.types[parties[row].type]]) },
    { id: "country", title: "Country", value: (row) => countryName(parties[row]), cell: (row) => text(countryName(parties[row])) },
    { id: "contacts", title: "Contacts", isNumber: true, value: (row) => shown.party[row], cell: (row) => text(String(shown.party[row])) },
    { id: "partners", title: "Spoke with", isNumber: true, value: (row) => pairsOf[row].filter((pair) => shown.pair[pair] > 0).length,
      cell: (row) => text(String(pairsOf[row].filter((pair) => shown.pair[pair] > 0).length)) },
  ],
  contacts: [
    { id: "when", title: "When", value: (row) => contacts[row].first === null ? nothing : contacts[row].first, cell: (row) => text(spanText(contacts[row].first, contacts[row].last)) },
    { id: "from", title: "From", value: (row) => nameRank[contacts[row].from], cell: (row) => partyButton(contacts[row].from) },
    { id: "kind", title: "Kind", value: (row) => contacts[row].kind, cell: (row) => text(kindNames[data.kinds[contacts[row].kind]]) },
    { id: "to", title: "To", value: (row) => nameRank[contacts[row].to], cell: (row) => partyButton(contacts[row].to) },
    { id: "modality", title: "Took place", value: (row) => contacts[row].modality, cell: (row) => text(contacts[row].modality === 0 ? "yes" : modalityNames[data.modalities[contacts[row].modality]]) },
    { id: "sentence", title: "Sentence", value: (row) => contacts[row].evidence.length > 0 ? contacts[row].evidence[0][0] : "", cell: (row) => text(contacts[row].evidence.length > 0 ? contacts[row].evidence[0][0] : "") },
    { id: "article", title: "Article", value: (row) => titleRank(contacts[row].article), cell: (row) => link(articles[contacts[row].article].address, articles[contacts[row].article].title) },
  ],
};

const tableRows = () => {
  if (table.rows === "pairs") return pairs.map((pair) => pair.index).filter((row) => shown.pair[row] > 0);
  if (table.rows === "parties") return parties.map((party) => party.index).filter((row) => shown.party[row] > 0);
  return contacts.map((contact) => contact.index).filter((row) => shown.contact[row]);
};

const showTable = () => {
  const own = columns[table.rows], [sorted, direction] = table.sort[table.rows];
  const column = own.find((one) => one.id === sorted);
  const keyed = tableRows().map((row) => [column.value(row), row]);
  keyed.sort((a, b) => direction * order(a[0], b[0]) || a[1] - b[1]);
  const head = element("tr");
  for (const one of own) {
    head.append(element("th", { scope: "col", class: one.isNumber ? "number" : null, "aria-sort": one.id === sorted ? (direction > 0 ? "ascending" : "descending") : null },
      element("button", { type: "button", "data-column": one.id, click: () => sortBy(one) }, one.title)));
  }
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.column : null;
  byId("table").tHead.replaceChildren(head);
  const body = document.createDocumentFragment();
  for (const [, row] of keyed.slice(0, table.length)) {
    const line = element("tr");
    for (const one of own) line.append(element("td", { class: one.isNumber ? "number" : null }, one.cell(row)));
    body.append(line);
  }
  byId("table").tBodies[0].replaceChildren(body);
  const more = byId("more-rows"), left = keyed.length - table.length;
  more.hidden = left <= 0;
  more.textContent = "Show " + Math.min(left, rowStep) + " more of " + keyed.length.toLocaleString("en-GB");
  if (focused) {
    const again = head.querySelector("[data-column=" + JSON.stringify(focused) + "]");
    if (again) again.focus();
  }
};

const sortBy = (column) => {
  const [sorted, direction] = table.sort[table.rows];
  table.sort[table.rows] = [column.id, column.id === sorted ? -direction : column.isNumber || column.id === "when" ? -1 : 1];
  table.length = rowStep;
  showTable();
};
const showRows = (rows) => {
  table.rows = rows;
  table.length = rowStep;
  for (const name of Object.keys(columns)) byId("rows-" + name).setAttribute("aria-pressed", String(name === rows));
  showTable();
};
for (const name of Object.keys(columns)) byId("rows-" + name).addEventListener("click", () => showRows(name));
byId("more-rows").addEventListener("click", () => {
  table.length += rowStep;
  showTable();
});
