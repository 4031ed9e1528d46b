// The dialog of a containment, and what follows it.

export const isPost = (request) => request.method() === 'POST';

/** The first figure of a text. */
export const figure = (text) => Number(/[\d,.]+/.exec(text)[0].replaceAll(',', ''));

/** The dialog, and its table of what changes. */
export function dialogOf(page) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    amount: dialog.getByRole('spinbutton', { name: 'Calls at a time' }),
    time: dialog.getByRole('textbox', { name: /Close today at/ }),
    said: dialog.getByRole('status'),
    confirm: (name) => dialog.getByRole('button', { name }),
    row: async (label) => dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) }).getByRole('cell').allTextContents(),
  };
}

/** Presses the button and hands over what was sent. */
export async function sent(page, button) {
  const request = page.waitForRequest(isPost);
  const answer = page.waitForResponse((response) => response.url().includes('/snapshot'));
  await button.click();
  await answer;
  const { url, body } = await request.then((request) => ({ url: request.url(), body: request.postDataJSON() }));
  return { action: url.split('/').at(-1), ...body };
}

/** Lets simulated time pass and reads it on the page and from the API. */
export async function later(live, demo, id, seconds) {
  await demo.advance(seconds);
  await live.refreshed();
  return demo.snapshot(id);
}
