for (const form of document.querySelectorAll("form[data-filters]")) {
  const essay = document.querySelector(form.dataset.filters);
  const show = () => {
    for (const box of form.querySelectorAll("input")) essay.classList.toggle("no-" + box.value, !box.checked);
    const wanted = form.elements.criterion.value;
    essay.classList.toggle("one-criterion", wanted !== "");
    for (const sentence of essay.querySelectorAll(".text .sentence")) {
      sentence.classList.toggle("wanted", sentence.dataset.criteria.split(" ").includes(wanted));
    }
  };
  form.addEventListener("change", show);
  form.hidden = false;
  show();
}
const open = () => {
  const point = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (point && point.tagName === "DETAILS") point.open = true;
};
addEventListener("hashchange", open);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((it) => (it.open = true)));
open();
