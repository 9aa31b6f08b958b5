"use strict";
(() => {
  const find = document.getElementById("find");
  const varied = document.getElementById("varied");
  const count = document.getElementById("count");
  const clauses = [...document.querySelectorAll(".clause")];
  const texts = clauses.map((clause) => clause.textContent.toLowerCase());

  function show() {
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    clauses.forEach((clause, n) => {
      const fits = texts[n].includes(wanted) && !(varied.checked && clause.classList.contains("same"));
      clause.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = wanted || varied.checked ? `${shown} of ${clauses.length} shown` : "";
  }

  find.addEventListener("input", show);
  varied.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== find) {
      event.preventDefault();
      find.focus();
    } else if (event.key === "Escape" && document.activeElement === find) {
      find.value = "";
      show();
      find.blur();
    }
  });
})();
