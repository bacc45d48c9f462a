// The panel: what is behind a party or a pair, sentence by sentence.
const panel = byId("panel");
const pageLength = 40;

// The sentence with its parties and its trigger marked.
const pieces = (evidence) => {
  const marks = [];
  const add = (start, end, name) => {
    if (start >= 0 && end > start && !marks.some((mark) => start < mark.end && mark.start < end)) marks.push({ start, end, name });
  };
  add(evidence[1], evidence[2], "from");
  add(evidence[3], evidence[4], "to");
  add(evidence[5], evidence[6], "trigger");
  marks.sort((a, b) => a.start - b.start);
  const quote = element("blockquote");
  let position = 0;
  for (const mark of marks) {
    quote.append(evidence[0].slice(position, mark.start), element("mark", { class: mark.name }, evidence[0].slice(mark.start, mark.end)));
    position = mark.end;
  }
  quote.append(evidence[0].slice(position));
  return quote;
};

const partyButton = (index) => element("button", { class: "link", type: "button", click: () => choose(index, -1) }, parties[index].name);

const source = (contact) => {
  const article = articles[contact.article];
  const line = element("p", { class: "source" }, link(article.address, article.title));
  const rest = [article.source, article.date].filter(Boolean).join(", ");
  if (rest) line.append(" — " + rest);
  if (article.copies > 0) line.append(" · also in " + plural(article.copies, "copy", "copies"));
  return line;
};

// One event, with all the articles that report it.
const eventItem = (group) => {
  const contact = contacts[group[0]];
  const kind = data.kinds[contact.kind], modality = data.modalities[contact.modality];
  const item = element("li", { class: "contact" });
  const verb = (contact.mutual ? mutualVerbs : verbs)[kind];
  const what = element("p", { class: "what" },
    element("span", { class: "line " + kind, title: kindNames[kind] }),
    element("span", {}, partyButton(contact.from), " " + verb + " ", partyButton(contact.to)));
  if (contact.modality !== 0) what.lastChild.append(element("span", { class: "badge" }, modalityNames[modality]));
  if (contact.first !== null) what.append(element("span", { class: "when" }, spanText(contact.first, contact.last)));
  item.append(what);
  for (const evidence of contact.evidence.slice(0, 2)) item.append(pieces(evidence));
  const facts = [contact.topic && "about " + contact.topic, contact.venue && "in " + contact.venue, contact.medium && "by " + contact.medium].filter(Boolean);
  if (facts.length > 0) item.append(element("p", { class: "source" }, facts.join(" · ")));
  item.append(source(contact));
  const reports = group.reduce((sum, index) => sum + 1 + articles[contacts[index].article].copies, 0);
  const more = group.slice(1).map((index) => contacts[index]);
  const restOfFirst = contact.evidence.slice(2);
  if (more.length > 0 || restOfFirst.length > 0) {
    const details = element("details", {}, element("summary", {},
      more.length > 0 ? "reported " + reports + " times" : "more sentences of the article"));
    for (const evidence of restOfFirst) details.append(pieces(evidence));
    for (const other of more) {
      if (other.evidence.length > 0) details.append(pieces(other.evidence[0]));
      details.append(source(other));
    }
    item.append(details);
  }
  return item;
};

// The contacts as events, the latest first.
const eventsOf = (indexes) => {
  const groups = new Map();
  for (const index of shownContacts(indexes)) {
    const event = contacts[index].event;
    if (!groups.has(event)) groups.set(event, []);
    groups.get(event).push(index);
  }
  const day = (group) => contacts[group[0]].first === null ? -Infinity : contacts[group[0]].first;
  return [...groups.values()].sort((a, b) => day(b) - day(a) || a[0] - b[0]);
};

const contactList = (indexes) => {
  const events = eventsOf(indexes);
  const list = element("ol", { class: "contacts" });
  const button = element("button", { class: "quiet", type: "button" });
  let length = 0;
  const grow = () => {
    for (const group of events.slice(length, length + pageLength)) list.append(eventItem(group));
    length = Math.min(events.length, length + pageLength);
    button.hidden = length >= events.length;
    button.textContent = "Show more (" + (events.length - length) + " left)";
  };
  button.addEventListener("click", grow);
  grow();
  return [list, button];
};

const bars = (rows) => {
  const list = element("ul", { class: "bars" });
  const largest = Math.max(1, ...rows.map((row) => row.count));
  for (const row of rows) {
    const fill = element("i");
    fill.style.width = 100 * row.count / largest + "%";
    list.append(element("li", {},
      element("button", { class: "link", type: "button", click: row.open, title: row.name }, row.name),
      element("span", { class: "count" }, String(row.count)), element("span", { class: "bar", "aria-hidden": "true" }, fill)));
  }
  return list;
};

const summary = (indexes) => {
  const list = shownContacts(indexes);
  const events = new Set(list.map((index) => contacts[index].event)).size;
  const reports = new Set(list.map((index) => contacts[index].article)).size;
  const dated = list.filter((index) => contacts[index].first !== null);
  const first = Math.min(...dated.map((index) => contacts[index].first)), last = Math.max(...dated.map((index) => contacts[index].last));
  return plural(events, "contact", "contacts") + " in " + plural(reports, "article", "articles") + (dated.length > 0 ? ", " + spanText(first, last) : "");
};

const crumb = (text) => element("p", { class: "crumb" }, element("span", {}, text),
  element("button", { class: "link", type: "button", click: () => choose(-1, -1) }, "Close (Esc)"));

const showParty = (index) => {
  const party = parties[index];
  const own = pairsOf[index].flatMap((pair) => pairs[pair].contacts);
  const partners = pairsOf[index].filter((pair) => shown.pair[pair] > 0)
    .map((pair) => ({ pair, other: pairs[pair].a === index ? pairs[pair].b : pairs[pair].a, count: shown.pair[pair] }))
    .sort((a, b) => b.count - a.count || a.other - b.other);
  const facts = element("p", { class: "facts" }, shape(party), partyFacts(party) + (party.address ? " · " : ""));
  if (party.address) facts.append(link(party.address, "Wikidata"));
  const children = [crumb("Party"), element("h2", {}, party.name), facts, element("p", { class: "facts" }, summary(own))];
  if (party.aliases.length > 0) children.push(element("p", { class: "source" }, "also: " + party.aliases.slice(0, 8).join(", ")));
  if (partners.length === 0) children.push(element("p", { class: "facts" }, "None of its contacts passes the filters."));
  else {
    children.push(element("h3", {}, "Spoke with " + plural(partners.length, "party", "parties")));
    children.push(bars(partners.slice(0, 12).map((row) => (
      { name: parties[row.other].name, count: row.count, open: () => choose(-1, row.pair) }))));
    children.push(element("h3", {}, "What was said"), ...contactList(own));
  }
  panel.replaceChildren(...children);
};

const showPair = (index) => {
  const { a, b } = pairs[index];
  const children = [crumb("Pair"), element("h2", {}, partyButton(a), " – ", partyButton(b)), element("p", { class: "facts" }, kindCounts(index))];
  if (shown.pair[index] === 0) children.push(element("p", { class: "facts" }, "None of their contacts passes the filters."));
  else children.push(element("p", { class: "facts" }, summary(pairs[index].contacts)), element("h3", {}, "What was said"), ...contactList(pairs[index].contacts));
  panel.replaceChildren(...children);
};

const showOverview = () => {
  const strongest = byWeight.slice(-10).reverse();
  const children = [element("h2", {}, plural(shown.parties, "party", "parties")),
    element("p", { class: "facts" }, plural(shown.contacts, "contact", "contacts") + " in " + plural(shown.articles, "article", "articles"))];
  if (filter.text) {
    children.push(element("h3", {}, "Sentences with “" + filter.text + "”"), ...contactList(contacts.map((contact) => contact.index)));
  } else if (shown.pairs > 0) {
    children.push(element("h3", {}, "Pairs with most contacts"),
      bars(strongest.map((pair) => ({ name: pairTitle(pair), count: shown.pair[pair], open: () => choose(-1, pair) }))),
      element("h3", {}, "Parties with most contacts"),
      bars(byImportance.slice(0, 10).map((party) => ({ name: parties[party].name, count: shown.party[party], open: () => choose(party, -1) }))));
  }
  const key = (name) => element("kbd", {}, name);
  children.push(element("h3", {}, "Keys"), element("ul", { class: "tips" },
    element("li", {}, key("/"), " search"), element("li", {}, key("Tab"), " to the network, ", key("←"), key("↑"), key("→"), key("↓"), " from party to party, ", key("Enter"), " opens"),
    element("li", {}, key("Esc"), " clears the choice")));
  panel.replaceChildren(...children);
};

const showPanel = () => {
  if (chosen.party >= 0) showParty(chosen.party);
  else if (chosen.pair >= 0) showPair(chosen.pair);
  else showOverview();
};
