// The markup that both pages share, taken from the console when it shows the measured campaign: so the
// reference has the same structure, whatever the console's is today. Texts and rows come from its own code.

/** Runs in the console's page. */
function take() {
  const clean = (element) => {
    const copy = element.cloneNode(true);
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.remove();
    // The policy allows no style attribute in markup.
    for (const styled of [copy, ...copy.querySelectorAll('[style]')]) styled.removeAttribute('style');
    return copy;
  };
  const shell = clean(document.querySelector('.ringside.shell'));
  const main = shell.querySelector('[role=main]');
  const page = main.querySelector('.screen');
  main.replaceChildren();
  page.querySelector('.chart-picture')?.replaceChildren();
  page.querySelectorAll('.chart-waiting').forEach((waiting) => (waiting.hidden = true));
  const rows = (table) => [...page.querySelectorAll(`${table} tbody tr`)];
  // A row with everything that a row can have.
  const task = rows('.task-table').find((row) => row.querySelector('.sticky-lock'));
  const numbers = rows('.number-table');
  const number = numbers.find((row) => row.querySelector('[data-tone=bad]') && row.querySelector('.row-action button'));
  const mark = (status, tone) => {
    const span = numbers.find((row) => row.querySelector(`.quiet-status[data-tone=${tone}]`)).querySelector('.quiet-status').cloneNode(true);
    span.dataset.status = status;
    return span.outerHTML;
  };
  const marks = mark('in_rotation', 'ok') + mark('spam_flagged', 'bad');
  for (const body of page.querySelectorAll('tbody')) body.replaceChildren();
  return { shell: shell.outerHTML, page: page.outerHTML, task: task.outerHTML, number: number.outerHTML, marks };
}

/** The markup of the reference page, from a page that shows the console at rest. */
export async function referenceMarkup(page) {
  const { shell, ...templates } = await page.evaluate(take);
  const made = Object.entries(templates).map(([id, markup]) => `<template id="${id}">${markup}</template>`);
  return [shell, ...made].join('\n');
}
