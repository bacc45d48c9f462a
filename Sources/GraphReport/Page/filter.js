// What the reader wants to see, and what of the graph passes it.
const all = (names) => (1 << names.length) - 1;
const days = contacts.filter((contact) => contact.first !== null);
const firstDay = days.reduce((least, contact) => Math.min(least, contact.first), Infinity);
const lastDay = days.reduce((most, contact) => Math.max(most, contact.last), -Infinity);
const hasDays = days.length > 0;

const start = () => ({
  kinds: all(data.kinds), modalities: all(data.modalities), types: all(data.types), weight: 1,
  from: hasDays ? firstDay : 0, to: hasDays ? lastDay : 0, text: "",
});
let filter = start();

// The result of the filter: which contacts show, and their number for each pair and party.
const shown = {
  contact: new Uint8Array(contacts.length), pair: new Int32Array(pairs.length), party: new Int32Array(parties.length),
  contacts: 0, pairs: 0, parties: 0, articles: 0,
};

const isFiltered = () => {
  const initial = start();
  return Object.keys(initial).some((key) => initial[key] !== filter[key]);
};

// Complexity: linear in the contacts.
const applyFilter = () => {
  const words = filter.text ? fold(filter.text) : "";
  const texts = words ? sentences() : null;
  const isWholeTime = !hasDays || (filter.from <= firstDay && filter.to >= lastDay);
  shown.contact.fill(0);
  shown.pair.fill(0);
  shown.party.fill(0);
  for (let index = 0; index < contacts.length; index += 1) {
    const contact = contacts[index];
    if (!(filter.kinds >> contact.kind & 1) || !(filter.modalities >> contact.modality & 1)) continue;
    if (!(filter.types >> parties[contact.from].type & 1) || !(filter.types >> parties[contact.to].type & 1)) continue;
    if (!isWholeTime && (contact.first === null || contact.last < filter.from || contact.first > filter.to)) continue;
    if (texts && !texts[index].includes(words)) continue;
    shown.contact[index] = 1;
    shown.pair[contact.pair] += 1;
  }
  const seen = new Uint8Array(articles.length);
  shown.contacts = shown.pairs = shown.parties = shown.articles = 0;
  for (let index = 0; index < contacts.length; index += 1) {
    if (!shown.contact[index]) continue;
    const contact = contacts[index];
    if (shown.pair[contact.pair] < filter.weight) {
      shown.contact[index] = 0;
      continue;
    }
    shown.contacts += 1;
    if (shown.party[contact.from] === 0) shown.parties += 1;
    shown.party[contact.from] += 1;
    if (shown.party[contact.to] === 0) shown.parties += 1;
    shown.party[contact.to] += 1;
    if (!seen[contact.article]) {
      seen[contact.article] = 1;
      shown.articles += 1;
    }
  }
  for (let index = 0; index < pairs.length; index += 1) {
    if (shown.pair[index] < filter.weight) shown.pair[index] = 0;
    if (shown.pair[index] > 0) shown.pairs += 1;
  }
};

const shownContacts = (indexes) => indexes.filter((index) => shown.contact[index]);
