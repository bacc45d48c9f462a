// The filters' controls and the search.
const optionCounts = {};
const makeOptions = (id, names, words, styleOf, key) => {
  const box = byId(id);
  optionCounts[id] = names.map((name, index) => {
    const input = element("input", { type: "checkbox", id: id + "-" + name });
    input.checked = true;
    input.addEventListener("change", () => {
      filter[key] = input.checked ? filter[key] | 1 << index : filter[key] & ~(1 << index);
      update();
    });
    const count = element("span", { class: "count" });
    const only = element("button", { class: "only", type: "button", "aria-label": "Only " + words[name], click: () => {
      filter[key] = filter[key] === 1 << index ? all(names) : 1 << index;
      update();
    } }, "only");
    const row = element("div", { class: "option" }, element("label", {}, input, element("span", { class: styleOf(name), "aria-hidden": "true" }), element("span", {}, words[name]), count), only);
    box.append(row);
    return { row, input, count, index, key };
  });
};

const countOptions = (id, tally) => {
  for (const option of optionCounts[id]) {
    option.input.checked = (filter[option.key] >> option.index & 1) === 1;
    option.count.textContent = tally[option.index].toLocaleString("en-GB");
    option.row.classList.toggle("empty", tally[option.index] === 0);
  }
};

const fromDay = byId("from-day"), toDay = byId("to-day"), weight = byId("weight");
const heaviest = pairs.reduce((largest, pair) => Math.max(largest, pair.contacts.length), 1);
const bins = 48;
const setUpTime = () => {
  const box = fromDay.closest("fieldset");
  if (!hasDays || firstDay === lastDay) {
    box.hidden = true;
    return;
  }
  for (const input of [fromDay, toDay]) {
    input.min = firstDay;
    input.max = lastDay;
    input.step = 1;
  }
  const counts = new Array(bins).fill(0), span = lastDay - firstDay + 1;
  for (const contact of days) counts[Math.min(bins - 1, Math.floor((contact.first - firstDay) / span * bins))] += 1;
  const tallest = Math.max(...counts), histogram = byId("histogram");
  histogram.setAttribute("viewBox", "0 0 " + bins + " 40");
  counts.forEach((count, bin) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect"), height = count === 0 ? 0 : 2 + 38 * count / tallest;
    for (const [name, value] of [["x", bin + 0.08], ["y", 40 - height], ["width", 0.84], ["height", height]]) bar.setAttribute(name, value);
    histogram.append(bar);
  });
  const undated = contacts.length - days.length;
  byId("undated").textContent = undated > 0 ? plural(undated, "contact has", "contacts have") + " no date and only show for the whole time." : "";
  fromDay.addEventListener("input", () => {
    filter.from = Math.min(Number(fromDay.value), filter.to);
    update();
  });
  toDay.addEventListener("input", () => {
    filter.to = Math.max(Number(toDay.value), filter.from);
    update();
  });
};

const showControls = () => {
  fromDay.value = filter.from;
  toDay.value = filter.to;
  if (hasDays) {
    byId("from-label").textContent = dayText(filter.from);
    byId("to-label").textContent = dayText(filter.to);
    fromDay.setAttribute("aria-valuetext", dayText(filter.from));
    toDay.setAttribute("aria-valuetext", dayText(filter.to));
    const span = Math.max(1, lastDay - firstDay);
    byId("chosen").style.left = 100 * (filter.from - firstDay) / span + "%";
    byId("chosen").style.right = 100 * (lastDay - filter.to) / span + "%";
    [...byId("histogram").children].forEach((bar, bin) => {
      const left = firstDay + bin / bins * (span + 1), right = firstDay + (bin + 1) / bins * (span + 1);
      bar.setAttribute("class", right > filter.from && left <= filter.to ? "in" : "");
    });
  }
  weight.value = filter.weight;
  byId("weight-label").textContent = String(filter.weight);
  const kinds = new Int32Array(data.kinds.length), modalities = new Int32Array(data.modalities.length), types = new Int32Array(data.types.length);
  for (let index = 0; index < contacts.length; index += 1) {
    if (!shown.contact[index]) continue;
    kinds[contacts[index].kind] += 1;
    modalities[contacts[index].modality] += 1;
  }
  for (let index = 0; index < parties.length; index += 1) if (shown.party[index] > 0) types[parties[index].type] += 1;
  countOptions("kinds", kinds);
  countOptions("modalities", modalities);
  countOptions("types", types);
  byId("filter-note").textContent = isFiltered() ? shown.contacts.toLocaleString("en-GB") + " of " + contacts.length.toLocaleString("en-GB") : "";
  byId("reset").disabled = !isFiltered();
};

const setUpControls = () => {
  makeOptions("kinds", data.kinds, kindNames, (name) => "line " + name, "kinds");
  makeOptions("modalities", data.modalities, modalityNames, (name) => "line " + name, "modalities");
  makeOptions("types", data.types, typeNames, (name) => "shape " + name, "types");
  // What the graph does not have needs no switch.
  optionCounts.kinds.forEach((option) => { option.row.hidden = !contacts.some((contact) => contact.kind === option.index); });
  optionCounts.modalities.forEach((option) => { option.row.hidden = !contacts.some((contact) => contact.modality === option.index); });
  optionCounts.types.forEach((option) => { option.row.hidden = !parties.some((party) => party.type === option.index); });
  setUpTime();
  weight.max = Math.min(heaviest, 50);
  weight.closest("fieldset").hidden = heaviest === 1;
  weight.addEventListener("input", () => {
    filter.weight = Number(weight.value);
    update();
  });
  byId("reset").addEventListener("click", () => {
    filter = start();
    search.value = "";
    update();
  });
  byId("filter-form").addEventListener("submit", (event) => event.preventDefault());
};

// The search: parties by any of their names, and words in sentences.
const search = byId("search"), suggestions = byId("suggestions");
let offered = [], current = -1;
const suggest = () => {
  const query = fold(search.value.trim());
  offered = [];
  if (query) {
    const found = [];
    for (const party of parties) {
      let rank = Infinity;
      for (const name of foldedNames[party.index]) {
        const place = name.indexOf(query);
        if (place === 0) rank = Math.min(rank, 0);
        else if (place > 0) rank = Math.min(rank, /[\s\-'’(]/.test(name[place - 1]) ? 1 : 2);
      }
      if (rank < Infinity) found.push([rank, party]);
    }
    found.sort((a, b) => a[0] - b[0] || shown.party[b[1].index] - shown.party[a[1].index] || a[1].index - b[1].index);
    offered = found.slice(0, 8).map(([, party]) => ({ party: party.index }));
    offered.push({ text: search.value.trim() });
  }
  current = offered.length > 0 ? 0 : -1;
  suggestions.replaceChildren(...offered.map((offer, index) => {
    const item = element("li", { role: "option", id: "suggestion-" + index, "aria-selected": String(index === current) });
    if (offer.text !== undefined) item.append("Sentences with “" + offer.text + "”");
    else item.append(shape(parties[offer.party]), element("span", {}, parties[offer.party].name), element("span", { class: "count" }, String(shown.party[offer.party])));
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(offer);
    });
    return item;
  }));
  openSuggestions(offered.length > 0);
};
const openSuggestions = (isOpen) => {
  suggestions.hidden = !isOpen;
  search.setAttribute("aria-expanded", String(isOpen));
  if (isOpen && current >= 0) search.setAttribute("aria-activedescendant", "suggestion-" + current);
  else search.removeAttribute("aria-activedescendant");
};
const take = (offer) => {
  openSuggestions(false);
  panel.focus({ preventScroll: true });
  if (offer.text !== undefined) {
    filter.text = offer.text;
    chosen.party = chosen.pair = -1;
    update();
    return;
  }
  search.value = "";
  if (filter.text) {
    filter.text = "";
    update();
  }
  choose(offer.party, -1);
};
search.addEventListener("input", () => {
  if (search.value.trim() === "" && filter.text) {
    filter.text = "";
    update();
  }
  suggest();
});
search.addEventListener("focus", () => { if (search.value.trim() && search.value.trim() !== filter.text) suggest(); });
search.addEventListener("blur", () => openSuggestions(false));
search.addEventListener("keydown", (event) => {
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && offered.length > 0) {
    current = (current + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length;
    [...suggestions.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === current)));
    suggestions.children[current].scrollIntoView({ block: "nearest" });
    openSuggestions(true);
    event.preventDefault();
  } else if (event.key === "Enter" && current >= 0 && !suggestions.hidden) {
    take(offered[current]);
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (!suggestions.hidden) openSuggestions(false);
    else if (search.value || filter.text) {
      search.value = "";
      filter.text = "";
      update();
    } else search.blur();
    event.stopPropagation();
    event.preventDefault();
  }
});
