// The start page: studies by QIDO-RS, a picture of each by WADO-RS. Nothing that comes from a data set becomes HTML:
// values go into textContent and, where they are UIDs, into URLs.
"use strict";

const base = new URL("dicom-web", document.baseURI).href;
const page = 24;
const withoutPicture = new Set(["SR", "PR", "KO", "DOC", "RTSTRUCT", "RTPLAN", "RTRECORD", "REG", "ECG", "AU", "PLAN"]);
const byId = (id) => document.getElementById(id);

const value = (item, tag) => item[tag]?.Value?.[0];
const text = (item, tag) => String(value(item, tag) ?? "");
const count = (item, tag) => Number(value(item, tag)) || 0;

/** A name by its groups of characters, the reader's own script first. */
function name(item) {
  const groups = value(item, "00100010") ?? {};
  const written = [groups.Ideographic, groups.Alphabetic].filter(Boolean);
  return written.map((group) => group.split("^").filter(Boolean).join(" ")).join(" · ") || "No name";
}

function date(item) {
  const digits = text(item, "00080020");
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : "";
}

const counted = (number, noun) => (number ? `${number} ${noun}${number === 1 ? "" : noun === "series" ? "" : "s"}` : "");
const joined = (parts) => parts.filter(Boolean).join(" · ");
const uid = (item, tag) => encodeURIComponent(text(item, tag));
const studyURL = (study) => `${base}/studies/${uid(study, "0020000D")}`;

async function search(url) {
  const answer = await fetch(url, { headers: { Accept: "application/dicom+json" } });
  if (answer.status === 204) return [];
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The gateway answered ${answer.status}.`);
  }
  return answer.json();
}

// A few at a time: a picture costs the archive a retrieval.
const waiting = [];
let running = 0;
function enqueue(task) {
  return new Promise((resolve) => {
    waiting.push(() => task().catch(() => null).then(resolve));
    next();
  });
}
function next() {
  if (running >= 4 || !waiting.length) return;
  running += 1;
  waiting.shift()().finally(() => { running -= 1; next(); });
}

/** Shows the middle instance of a series; false when it has no picture. */
async function show(picture, study, series, size) {
  const seriesURL = `${studyURL(study)}/series/${uid(series, "0020000E")}`;
  const middle = Math.floor(count(series, "00201209") / 2);
  let found = await search(`${seriesURL}/instances?limit=1&offset=${middle}`);
  if (!found.length && middle) found = await search(`${seriesURL}/instances?limit=1`);
  if (!found.length) return false;
  const url = `${seriesURL}/instances/${uid(found[0], "00080018")}/rendered?viewport=${size},${size}`;
  const image = new Image();
  image.alt = "";
  return new Promise((resolve) => {
    image.onload = () => { picture.classList.add("shown"); resolve(true); };
    image.onerror = () => { image.remove(); resolve(false); };
    image.src = url;
    picture.prepend(image);
  });
}

async function showStudy(picture, study) {
  const series = await search(`${studyURL(study)}/series`);
  series.sort((one, other) => count(one, "00200011") - count(other, "00200011"));
  const modality = picture.querySelector(".modality");
  modality.textContent ||= [...new Set(series.map((each) => text(each, "00080060")).filter(Boolean))].join(" ");
  for (const each of series.filter((one) => !withoutPicture.has(text(one, "00080060"))).slice(0, 3)) {
    if (await show(picture, study, each, 480)) return;
  }
  picture.classList.add("none");
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    seen.unobserve(entry.target);
    const picture = entry.target.querySelector(".picture");
    enqueue(() => showStudy(picture, entry.target.study).catch(() => picture.classList.add("none")));
  }
}, { rootMargin: "300px" });

function card(study) {
  const article = byId("card").content.cloneNode(true).querySelector("article");
  article.study = study;
  article.querySelector("h2").textContent = name(study);
  article.querySelector(".description").textContent = text(study, "00081030");
  article.querySelector(".modality").textContent = (study["00080061"]?.Value ?? []).join(" ");
  article.querySelector(".facts").textContent = joined([
    date(study), counted(count(study, "00201206"), "series"), counted(count(study, "00201208"), "instance"),
  ]);
  article.addEventListener("click", () => open(study));
  article.addEventListener("keydown", (event) => { if (event.key === "Enter") open(study); });
  seen.observe(article);
  return article;
}

async function open(study) {
  const dialog = byId("study");
  dialog.querySelector("h2").textContent = name(study);
  dialog.querySelector(".facts").textContent = joined([
    text(study, "00081030"), date(study), text(study, "00100020") && `ID ${text(study, "00100020")}`,
  ]);
  dialog.querySelector("code").textContent = `curl -H 'Accept: application/dicom+json' '${studyURL(study)}/metadata'`;
  const list = dialog.querySelector(".series");
  list.replaceChildren();
  dialog.showModal();
  for (const series of await search(`${studyURL(study)}/series`)) {
    const figure = document.createElement("figure");
    const picture = document.createElement("div");
    picture.className = "picture";
    const caption = document.createElement("figcaption");
    caption.textContent = joined([
      text(series, "00080060"), text(series, "0008103E"), counted(count(series, "00201209"), "instance"),
    ]);
    figure.append(picture, caption);
    list.append(figure);
    enqueue(async () => {
      const shown = !withoutPicture.has(text(series, "00080060")) && await show(picture, study, series, 360).catch(() => false);
      if (!shown) picture.classList.add("none");
    });
  }
}

function message(words) {
  const paragraph = document.createElement("p");
  paragraph.className = "message";
  paragraph.textContent = words;
  return paragraph;
}

let offset = 0;
let turn = 0;
async function list(from) {
  const mine = ++turn;
  const query = byId("query").value.trim();
  const filters = !query ? [""]
    : [`&PatientName=${encodeURIComponent(`*${query}*`)}`, `&PatientID=${encodeURIComponent(query)}`];
  const fields = "&includefield=00081030&includefield=00080061&includefield=00201206&includefield=00201208";
  try {
    const answers = await Promise.all(
      filters.map((filter) => search(`${base}/studies?limit=${page}&offset=${from}${fields}${filter}`)));
    if (mine !== turn) return;
    const studies = [...new Map(answers.flat().map((study) => [text(study, "0020000D"), study])).values()];
    const main = byId("studies");
    if (!from) main.replaceChildren();
    main.append(...studies.map(card));
    offset = from + page;
    byId("more").hidden = !answers.some((answer) => answer.length === page);
    const total = main.querySelectorAll("article").length;
    if (!total) main.append(message(query ? "No study matches." : "The archives hold no studies."));
    byId("summary").textContent = `${total} ${total === 1 ? "study" : "studies"}${byId("more").hidden ? "" : " so far"}`;
  } catch (error) {
    if (mine !== turn) return;
    byId("studies").replaceChildren(message(error.message));
    byId("summary").textContent = "No answer";
  }
}

async function health() {
  const answer = await fetch("health/ready").then((response) => response.json()).catch(() => null);
  byId("archives").replaceChildren(...(answer?.archives ?? []).map((archive) => {
    const entry = document.createElement("li");
    entry.textContent = archive.name;
    if (archive.answers !== null) entry.className = archive.answers ? "up" : "down";
    entry.title = archive.failure ?? (archive.answers ? `C-ECHO in ${archive.milliseconds} ms` : "not asked yet");
    return entry;
  }));
}

let typing;
byId("query").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => list(0), 250); });
byId("search").addEventListener("submit", (event) => { event.preventDefault(); list(0); });
byId("more").addEventListener("click", () => list(offset));
list(0);
health();
setInterval(health, 15000);
