// The network: where the reader looks from, what is under the pointer, what is chosen.
const canvas = byId("network");
const view = { scale: 1, stretch: 1, x: 0, y: 0, width: 0, height: 0, ratio: 1 };
// The choice: a party, a pair, or neither. "near" is what the pointer or the keyboard is on.
const chosen = { party: -1, pair: -1 };
const near = { party: -1, pair: -1 };

const most = Math.max(1, ...parties.map((party) => pairsOf[party.index].reduce((sum, pair) => sum + pairs[pair].contacts.length, 0)));
const sizes = parties.map((party) =>
  4 + 13 * Math.sqrt(pairsOf[party.index].reduce((sum, pair) => sum + pairs[pair].contacts.length, 0) / most));
const radius = (index) => sizes[index] * Math.min(1.25, Math.max(0.42, Math.sqrt(view.scale)));
const screenX = (index) => parties[index].x * view.scale + view.x;
const screenY = (index) => parties[index].y * view.stretch * view.scale + view.y;

// Fits what shows into the stage; a wide network in a high stage is stretched a little, which moves no line through another.
const showAll = () => {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (let index = 0; index < parties.length; index += 1) {
    if (shown.party[index] === 0 && shown.parties > 0) continue;
    left = Math.min(left, parties[index].x);
    right = Math.max(right, parties[index].x);
    top = Math.min(top, parties[index].y);
    bottom = Math.max(bottom, parties[index].y);
  }
  if (!(right >= left) || view.width === 0) return;
  const room = 56;
  const acrossRoom = Math.max(80, view.width - 2 * room), downRoom = Math.max(80, view.height - 2 * room);
  const across = acrossRoom / Math.max(1, right - left), down = downRoom / Math.max(1, bottom - top);
  view.stretch = Math.max(1, Math.min(1.7, down / across));
  const scale = Math.min(across, down / view.stretch);
  view.scale = Math.max(0.02, Math.min(1.4, scale));
  view.x = view.width / 2 - (left + right) / 2 * view.scale;
  view.y = view.height / 2 - (top + bottom) / 2 * view.stretch * view.scale;
  requestPaint();
};

const zoomBy = (factor, x = view.width / 2, y = view.height / 2) => {
  const scale = Math.max(0.02, Math.min(6, view.scale * factor));
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  requestPaint();
};

// Moves the view so that a party can be seen, without changing the scale more than needed.
const reveal = (index) => {
  if (view.width === 0) return;
  const x = screenX(index), y = screenY(index), room = 60;
  if (x < room || x > view.width - room) view.x += view.width / 2 - x;
  if (y < room || y > view.height - room) view.y += view.height / 2 - y;
  requestPaint();
};

const partyAt = (x, y) => {
  let best = -1, least = Infinity;
  for (let index = 0; index < parties.length; index += 1) {
    if (shown.party[index] === 0) continue;
    const distance = Math.hypot(screenX(index) - x, screenY(index) - y) - radius(index);
    if (distance < 5 && distance < least) {
      least = distance;
      best = index;
    }
  }
  return best >= 0 ? best : labelAt(x, y);
};

const pairAt = (x, y) => {
  let best = -1, least = 5;
  for (let index = 0; index < pairs.length; index += 1) {
    if (shown.pair[index] === 0) continue;
    const ax = screenX(pairs[index].a), ay = screenY(pairs[index].a);
    const dx = screenX(pairs[index].b) - ax, dy = screenY(pairs[index].b) - ay;
    const square = dx * dx + dy * dy;
    const along = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
    const distance = Math.hypot(ax + along * dx - x, ay + along * dy - y);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
};

// The nearest shown party in the direction of an arrow key.
const neighbourTowards = (from, dx, dy) => {
  let best = -1, least = Infinity;
  for (let index = 0; index < parties.length; index += 1) {
    if (index === from || shown.party[index] === 0) continue;
    const x = screenX(index) - screenX(from), y = screenY(index) - screenY(from);
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || aside > ahead * 1.6) continue;
    const distance = ahead + 1.5 * aside;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
};

const strongestShown = () => {
  let best = -1;
  for (let index = 0; index < parties.length; index += 1) {
    if (shown.party[index] > 0 && (best < 0 || shown.party[index] > shown.party[best])) best = index;
  }
  return best;
};

const pairTitle = (pair) => parties[pairs[pair].a].name + " – " + parties[pairs[pair].b].name;
const showTip = (x, y) => {
  const tip = byId("tip");
  tip.hidden = near.party < 0 && near.pair < 0;
  if (tip.hidden) return;
  tip.replaceChildren();
  if (near.party >= 0) {
    tip.append(parties[near.party].name, element("small", {},
      partyFacts(parties[near.party]) + " · " + plural(shown.party[near.party], "contact", "contacts")));
  } else {
    tip.append(pairTitle(near.pair), element("small", {}, kindCounts(near.pair)));
  }
  tip.style.left = Math.max(8, Math.min(x + 14, view.width - tip.offsetWidth - 8)) + "px";
  tip.style.top = (y + 18 + tip.offsetHeight > view.height ? y - tip.offsetHeight - 10 : y + 18) + "px";
};

const kindCounts = (pair) => {
  const counts = new Map();
  for (const index of shownContacts(pairs[pair].contacts)) {
    const name = kindNames[data.kinds[contacts[index].kind]];
    counts.set(name, (counts.get(name) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => name + " " + count).join(", ");
};

const pointers = new Map();
let moved = 0, pinch = 0;
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  moved = 0;
  pinch = 0;
});
canvas.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) {
    const party = partyAt(event.offsetX, event.offsetY);
    const pair = party < 0 ? pairAt(event.offsetX, event.offsetY) : -1;
    if (party !== near.party || pair !== near.pair) {
      near.party = party;
      near.pair = pair;
      canvas.classList.toggle("pointing", party >= 0 || pair >= 0);
      requestPaint();
    }
    showTip(event.offsetX, event.offsetY);
    return;
  }
  const dx = event.offsetX - last.x, dy = event.offsetY - last.y;
  pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  moved += Math.abs(dx) + Math.abs(dy);
  if (pointers.size === 2) {
    const [a, b] = [...pointers.values()];
    const distance = Math.hypot(a.x - b.x, a.y - b.y);
    if (pinch > 0) zoomBy(distance / pinch, (a.x + b.x) / 2, (a.y + b.y) / 2);
    pinch = distance;
  } else {
    view.x += dx;
    view.y += dy;
    requestPaint();
  }
});
const release = (event) => {
  const isClick = pointers.has(event.pointerId) && pointers.size === 1 && moved < 5 && event.type === "pointerup";
  pointers.delete(event.pointerId);
  pinch = 0;
  if (!isClick) return;
  const party = partyAt(event.offsetX, event.offsetY);
  if (party >= 0) choose(party, -1);
  else choose(-1, pairAt(event.offsetX, event.offsetY));
};
canvas.addEventListener("pointerup", release);
canvas.addEventListener("pointercancel", release);
canvas.addEventListener("pointerleave", () => {
  near.party = near.pair = -1;
  byId("tip").hidden = true;
  requestPaint();
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const step = event.deltaMode === 1 ? 30 : 1;
  zoomBy(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * step)) * 0.002), event.offsetX, event.offsetY);
}, { passive: false });
canvas.addEventListener("keydown", (event) => {
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (arrows[event.key]) {
    const from = near.party >= 0 ? near.party : chosen.party;
    const next = from < 0 ? strongestShown() : neighbourTowards(from, ...arrows[event.key]);
    if (next >= 0) {
      near.party = next;
      near.pair = -1;
      reveal(next);
      say(parties[next].name + ", " + partyFacts(parties[next]) + ", " + plural(shown.party[next], "contact", "contacts"));
    }
  } else if (event.key === "Enter" || event.key === " ") {
    if (near.party >= 0) choose(near.party, -1);
  } else if (event.key === "+" || event.key === "=") {
    zoomBy(1.3);
  } else if (event.key === "-") {
    zoomBy(1 / 1.3);
  } else if (event.key === "0") {
    showAll();
  } else {
    return;
  }
  event.preventDefault();
});
canvas.addEventListener("blur", () => {
  near.party = near.pair = -1;
  requestPaint();
});
