/* The desk, where something moves. Without it all pages still work: links, forms, pictures. */
"use strict";
(() => {
  const base = document.body.dataset.base;
  const at = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, values = {}, ...kids) => {
    const found = Object.assign(document.createElement(tag), values);
    found.append(...kids);
    return found;
  };

  /* What happens, as the server tells it. */
  const listen = (files, hear) => {
    const query = files.map((file) => "file=" + encodeURIComponent(file)).join("&");
    const source = new EventSource(base + "events?" + query);
    source.onmessage = (message) => hear(JSON.parse(message.data));
    addEventListener("pagehide", () => source.close());
  };

  const live = at("[data-live]");
  const say = (text) => { if (live && live.textContent !== text) live.textContent = text; };

  if (live && live.dataset.live === "board") {
    let late;
    listen([], (told) => {
      if (told.event === "trouble") say(told.message + " " + told.hint);
      if (told.event !== "saved") return;
      clearTimeout(late);
      late = setTimeout(async () => {
        const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
        const [old, fresh] = [at(".wide"), at(".wide", page)];
        if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
        else if (!old !== !fresh) location.reload();
      }, 400);
    });
  }

  /* The logo of a new project: the file is the body, and what is wrong with it is told at once. */
  all(".moving").forEach((one) => { one.hidden = false; });
  all("input[data-logo]").forEach((input) => input.addEventListener("change", async () => {
    const file = input.files[0], said = at("#logo-said");
    if (!file) return;
    said.textContent = "…";
    const answer = await fetch(`${input.dataset.logo}?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    const told = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : {};
    said.className = answer.ok ? "" : "warning";
    said.lang = answer.ok ? "" : "en";
    said.textContent = answer.ok ? `${input.dataset.taken}: ${told.file}` : told.told || `${file.name}: ${answer.status}`;
    if (answer.ok) at("input[name=logo]").value = told.file;
  }));

  /* A document of another program: the file is the body; the answer says where it is shown, or what is wrong with it. */
  all("#bring").forEach((form) => form.addEventListener("submit", async (submit) => {
    submit.preventDefault();
    const file = at("input[type=file]", form).files[0], said = at("#bring-said"), wrong = at("#bring-wrong"), button = at("button", form);
    if (button.getAttribute("aria-disabled")) return;
    if (file.size > Number(form.dataset.most)) { wrong.lang = document.documentElement.lang; wrong.textContent = form.dataset.large; return; }
    wrong.lang = "en";
    const changes = at("input[name=changes]:checked", form).value;
    wrong.textContent = "";
    said.textContent = form.dataset.busy;
    button.setAttribute("aria-disabled", "true");
    let told = {};
    try {
      const answer = await fetch(`${form.action}?name=${encodeURIComponent(file.name)}&changes=${changes}`, { method: "POST", body: file });
      const isJson = (answer.headers.get("content-type") || "").includes("json");
      const page = isJson ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
      told = isJson ? await answer.json() : { told: (at("[role=alert]", page) || page.body).textContent.trim() };
    } catch (error) { /* a body that is too large is not waited for: the connection is gone */
      told = { told: `${file.name}: ${error.message}` };
    }
    button.removeAttribute("aria-disabled");
    said.textContent = "";
    if (told.next) location.assign(told.next);
    else wrong.textContent = told.told;
  }));

  /* What is typed and not saved is kept in the browser, with the text that it was to take the place of: a page that was
     closed gives it back, and if somebody changed the text meanwhile, saving shows both. */
  const drafts = {
    name: (form) => ["polyleaf", form.dataset.draft, form.elements.locale?.value || "", form.elements.msgid?.value || form.elements.before.value].join("\n"),
    of: (root) => all("form[data-draft]", root),
    keep: (form) => {
      const field = at("textarea", form);
      if (field.value === field.defaultValue) localStorage.removeItem(drafts.name(form));
      else localStorage.setItem(drafts.name(form), JSON.stringify([form.elements.before.value, field.value]));
    },
    giveBack: (form) => {
      const field = at("textarea", form), kept = localStorage.getItem(drafts.name(form));
      const [before, text] = kept ? JSON.parse(kept) : [];
      if (!kept || text === field.value) return;
      [form.elements.before.value, field.value] = [before, text];
      const button = make("button", { type: "button", textContent: form.dataset.undo });
      const told = make("p", { className: "note", id: `${field.id}-kept` }, `${form.dataset.kept} `, button);
      button.addEventListener("click", () => {
        form.elements.before.value = form.elements.before.defaultValue;
        field.value = field.defaultValue;
        drafts.keep(form);
        told.remove();
        field.focus();
      });
      field.setAttribute("aria-describedby", told.id);
      field.before(told);
    },
    shown: (root) => {
      const sent = sessionStorage.getItem("polyleaf-sent");
      if (sent && at(".outcome.saved, .outcome.same", root)) localStorage.removeItem(sent);
      sessionStorage.removeItem("polyleaf-sent");
      drafts.of(root).forEach(drafts.giveBack);
    },
  };
  addEventListener("input", (typed) => { const form = typed.target.closest("form[data-draft]"); if (form) drafts.keep(form); });
  addEventListener("submit", (submit) => {
    if (submit.target.matches("[data-draft]")) sessionStorage.setItem("polyleaf-sent", drafts.name(submit.target));
  }, true);
  drafts.shown(document);

  const sheets = at("#sheets");
  if (!sheets) return;
  const leaflet = sheets.dataset.leaflet;

  /* The panel: a text with its lines, its translations, and fields to change them. */
  const panel = at("#panel"), inside = at(".inside", panel);
  let from = null;
  const show = async (address, options) => {
    const answer = await fetch(address, options);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    panel.hidden = false;
    if (!answer.ok && options && !at("main form", page)) { /* what was typed stays */
      const told = at(".refusal", inside) || make("div", { className: "refusal", tabIndex: -1 });
      told.setAttribute("role", "alert");
      told.replaceChildren(...(at("[role=alert]", page) || at("main", page)).childNodes);
      inside.prepend(told);
      told.focus();
      return;
    }
    inside.replaceChildren(...at("main", page).childNodes);
    drafts.shown(inside);
    const told = at("[role=status], [role=alert]", inside);
    (told || at("h1", inside)).tabIndex = -1;
    (told || at("h1", inside)).focus();
  };
  const close = () => { panel.hidden = true; all(".chosen").forEach((one) => one.classList.remove("chosen")); if (from) from.focus(); };
  at(".close", panel).addEventListener("click", close);
  addEventListener("keydown", (key) => { if (key.key === "Escape" && !panel.hidden) close(); });
  panel.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-panel]");
    if (link) { click.preventDefault(); show(link.href); }
  });
  panel.addEventListener("submit", (submit) => {
    const form = submit.target;
    if (!form.matches("[data-panel]")) return;
    submit.preventDefault();
    show(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  });
  const open = (link, number) => {
    from = link;
    all(".chosen").forEach((one) => one.classList.remove("chosen"));
    all(`a.spot[data-number="${number}"]`).forEach((one) => one.classList.add("chosen"));
    show(`${base}block/${leaflet}/${number}?${sheets.dataset.query}`);
  };

  /* One file: its pictures, its places, its findings. */
  class Column {
    constructor(root) {
      this.root = root;
      this.scroll = at(".scroll", root);
      this.list = at("ol.pages", root);
      this.state = at(".state", root);
      this.file = [leaflet, root.dataset.locale, root.dataset.edition].join("/");
      this.anchors = [];
      this.stale = new Set();
      this.seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
        const item = entry.target;
        item.near = entry.isIntersecting;
        if (item.near && this.stale.delete(item)) this.renew(item);
        else if (item.near) this.know(item);
        tellSight();
      }), { root: this.scroll, rootMargin: "50%" });
      all("li", this.list).forEach((item) => this.seen.observe(item));
      this.scroll.addEventListener("scroll", () => { follow(this); tellSight(); });
      ["pointerenter", "pointerdown", "wheel", "focusin", "keydown"].forEach((kind) =>
        this.scroll.addEventListener(kind, () => { leader = this; }, { passive: true }));
      if (root.dataset.mark) this.read();
    }

    /* What the page that came with the picture shows, so that the same is not shown anew. */
    async know(item) {
      const image = at("img", item);
      if (!image.getAttribute("src") || image.dataset.tag) return;
      const answer = await fetch(image.src, { method: "HEAD" });
      if (answer.ok && !image.dataset.tag) image.dataset.tag = answer.headers.get("ETag");
    }

    /* A picture takes the place of another only if it shows something else; the scroll stays. */
    async renew(item) {
      const image = at("img", item);
      const answer = await fetch(`${base}picture/${this.file}/${item.dataset.number}`, { cache: "no-store" });
      if (!answer.ok) return;
      const tag = answer.headers.get("ETag");
      if (tag === image.dataset.tag) return;
      const fresh = URL.createObjectURL(await answer.blob());
      const trial = new Image();
      trial.src = fresh;
      await trial.decode();
      const gone = image.src;
      image.src = fresh;
      image.dataset.tag = tag;
      item.dataset.changed = Number(item.dataset.changed || 0) + 1;
      if (gone.startsWith("blob:")) URL.revokeObjectURL(gone);
    }

    /* The pages in sight, with a quarter of the height at least: they are drawn first when something is saved. */
    sight() {
      const view = this.scroll.getBoundingClientRect();
      const found = all("li", this.list).filter((item) => {
        const box = item.getBoundingClientRect();
        return Math.min(box.bottom, view.bottom) - Math.max(box.top, view.top) > view.height / 4;
      });
      return found.map((item) => item.dataset.number);
    }

    /* A first picture of some pages; their file is still being made. */
    glimpse(told) {
      all("li", this.list).filter((item) => told.pages.includes(Number(item.dataset.number))).forEach((item) => {
        item.glimpsed = true;
        this.renew(item);
      });
    }

    /* The file stayed as it was, or was not made: what was shown first goes. */
    settle() {
      all("li", this.list).filter((item) => item.glimpsed).forEach((item) => { item.glimpsed = false; this.renew(item); });
    }

    built(told) {
      this.root.dataset.mark = told.mark;
      const top = this.scroll.scrollTop;
      const items = all("li", this.list);
      items.slice(told.pages).forEach((item) => { this.seen.unobserve(item); item.remove(); });
      for (let number = items.length + 1; number <= told.pages; number += 1) {
        const { across, down } = this.root.dataset;
        const image = make("img", { alt: `${sheets.dataset.page} ${number}`, width: across * 3, height: down * 3 });
        const item = make("li", {}, image);
        item.dataset.number = number;
        this.list.append(item);
        this.seen.observe(item);
      }
      this.scroll.scrollTop = top;
      const kept = all("li", this.list);
      const visible = kept.filter((item) => item.near || !at("img", item).getAttribute("src"));
      kept.forEach((item) => { if (!item.near) this.stale.add(item); });
      visible.forEach((item) => { this.stale.delete(item); item.glimpsed = false; this.renew(item); });
      this.state.textContent = "";
      clearTimeout(this.late);
      this.late = setTimeout(() => this.read(), 600);
    }

    async read() {
      const answer = await fetch(`${base}reading/${this.file}`);
      if (!answer.ok) return;
      const found = await answer.json();
      if (found.mark !== this.root.dataset.mark) return;
      const focused = document.activeElement && this.list.contains(document.activeElement) ? document.activeElement.dataset.number : null;
      all("a.spot, a.mark", this.list).forEach((one) => one.remove());
      const items = all("li", this.list);
      const lay = (link, page, box) => {
        const item = items[page - 1];
        if (!item || !box) return;
        ["left", "top", "width", "height"].forEach((side, place) => { link.style[side] = `${box[place] * 100}%`; });
        item.append(link);
      };
      const first = new Set();
      found.places.forEach((place) => {
        const link = make("a", { className: "spot", href: `${base}block/${leaflet}/${place.number}?${sheets.dataset.query}` });
        link.dataset.number = place.number;
        link.setAttribute("aria-label", `${sheets.dataset.line} ${place.line}: ${place.text}`);
        link.title = link.getAttribute("aria-label");
        link.tabIndex = first.has(place.page) ? -1 : 0;
        first.add(place.page);
        lay(link, place.page, place.box);
        if (String(place.number) === focused) link.focus({ preventScroll: true });
      });
      const list = at(".found ol", this.root);
      list.replaceChildren();
      found.marks.forEach((mark, place) => {
        const words = `${mark.message}. ${mark.hint}`;
        const entry = make("li", { dir: "auto" }, make("strong", { textContent: mark.place }), " ", words, " ", make("code", { textContent: mark.check }));
        list.append(entry);
        const link = make("a", { className: `mark ${mark.severity}`, href: "#", title: `${mark.place}: ${words}` }, make("b", { textContent: place + 1 }));
        link.setAttribute("aria-label", `${place + 1}: ${mark.place}: ${words}`);
        if (mark.number !== null) { link.dataset.number = mark.number; link.href = `${base}block/${leaflet}/${mark.number}?${sheets.dataset.query}`; }
        lay(link, mark.page, mark.box);
      });
      at(".found .number", this.root).textContent = found.marks.length ? `(${found.marks.length})` : `– ${sheets.dataset.none}`;
      this.places = found.places;
      this.measure();
    }

    /* Where each text begins, in pixels from the top of all pages. */
    measure() {
      const above = this.scroll.getBoundingClientRect().top - this.scroll.scrollTop, known = new Map();
      const pages = all("li", this.list).map((item) => item.getBoundingClientRect());
      (this.places || []).forEach((place) => {
        const page = pages[place.page - 1];
        if (page && !known.has(place.number)) known.set(place.number, page.top - above + place.box[1] * page.height);
      });
      this.anchors = [...known].sort((one, other) => one[0] - other[0]).filter((one, place, list) => place === 0 || one[1] >= list[place - 1][1]);
    }

    /* Which text stands at a height, and how far into it. */
    where(height) {
      let place = this.anchors.findIndex((one) => one[1] > height) - 1;
      if (place === -2) place = this.anchors.length - 1;
      if (place < 0) return null;
      const [number, top] = this.anchors[place];
      const next = this.anchors[place + 1];
      return [number, next ? (height - top) / Math.max(next[1] - top, 1) : 0];
    }

    height([number, share]) {
      const place = this.anchors.findIndex((one) => one[0] >= number);
      if (place < 0) return null;
      const top = this.anchors[place][1], next = this.anchors[place + 1];
      return top + (next ? share * (next[1] - top) : 0);
    }
  }

  let sightLate = null, sightTold = "";
  const tellSight = () => {
    clearTimeout(sightLate);
    sightLate = setTimeout(() => {
      const pages = columns.flatMap((column) => column.sight().map((number) => ["page", `${column.file}/${number}`]));
      const body = new URLSearchParams(pages);
      if (live && live.dataset.watches && pages.length && String(body) !== sightTold) {
        sightTold = String(body);
        fetch(base + "sight", { method: "POST", body });
      }
    }, 200);
  };

  let leader = null;
  const columns = all(".column").map((root) => new Column(root));
  const step = at("#step");
  const follow = (column) => {
    if (!step.checked || leader !== column) return;
    const line = column.scroll.clientHeight * 0.3;
    const there = column.where(column.scroll.scrollTop + line);
    if (!there) return;
    columns.filter((other) => other !== column).forEach((other) => {
      const height = other.height(there);
      if (height !== null) other.scroll.scrollTop = height - line;
    });
  };
  addEventListener("resize", () => columns.forEach((column) => column.measure()));

  sheets.addEventListener("click", (click) => {
    const link = click.target.closest("a.spot, a.mark");
    if (!link) return;
    click.preventDefault();
    if (link.dataset.number !== undefined) open(link, link.dataset.number);
  });
  /* Up and down go from text to text; Tab goes from page to page. */
  sheets.addEventListener("keydown", (key) => {
    const link = key.target.closest("a.spot");
    const way = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (!link || !way) return;
    key.preventDefault();
    const links = all("a.spot", link.closest(".column"));
    const next = links[links.indexOf(link) + way];
    if (next) next.focus();
  });

  at("#size").addEventListener("change", (change) => {
    sheets.classList.remove("small", "middle", "large");
    sheets.classList.add(change.target.value);
    columns.forEach((column) => column.measure());
  });
  at("#eye").addEventListener("change", (change) => {
    [...sheets.classList].filter((name) => name.startsWith("eye-")).forEach((name) => sheets.classList.remove(name));
    if (change.target.value) sheets.classList.add("eye-" + change.target.value);
  });
  at("#marks").addEventListener("change", (change) => sheets.classList.toggle("nomarks", !change.target.checked));
  all("input[data-receive]").forEach((input) => input.addEventListener("change", () => {
    const file = input.files[0];
    if (file) { from = input; show(`${input.dataset.receive}?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file }); }
  }));
  all("a[data-tags]").forEach((link) => link.addEventListener("click", (click) => { click.preventDefault(); from = link; show(link.href); }));

  listen(columns.map((column) => column.file), (told) => {
    const mine = columns.filter((column) => told.leaflet === leaflet && (!told.locale || told.locale === column.root.dataset.locale) && (!told.edition || told.edition === column.root.dataset.edition));
    if (told.event === "building" && told.total) say(live.dataset.building);
    if (told.event === "glimpse") { say(live.dataset.building); mine.forEach((column) => column.glimpse(told)); }
    if (told.event === "built") mine.forEach((column) => column.built(told));
    if (told.event === "lost") mine.forEach((column) => { column.settle(); column.state.textContent = `${live.dataset.lost}: ${told.message} ${told.hint}`; });
    if (told.event === "trouble") say(`${told.message} ${told.hint}`);
    if (told.event === "done") { say(live.dataset.done); columns.forEach((column) => column.settle()); }
  });
})();
