// What something can be proven from: a screen with nothing above it, whose API is well.

/** Goes to a screen of the console. */
export const goes = async (soak, path) => {
  await soak.page.evaluate((path) => { location.hash = path; }, `#${path}`);
  return path;
};

/** Leaves a screen for one without figures, so that no odd one is left. */
export async function forget(soak) {
  await goes(soak, '/nowhere');
  await soak.settled(2000);
  soak.troubles.areForgotten();
}

/** Ends what goes wrong, so that what is set up next is all that does. Whether that came to be. */
export async function putRight(soak) {
  await soak.troubles.end();
  let view = await soak.look();
  for (let open = view.dialogs.length; open && view.dialogs.length; open -= 1) {
    await soak.page.keyboard.press('Escape');
    await soak.settled(2000);
    view = await soak.look();
  }
  if (soak.troubles.isOdd) {
    await forget(soak);
    await goes(soak, view.address.slice(1));
  }
  await soak.settled(6000);
  soak.view = view = await soak.look();
  return !soak.troubles.maySlow && !soak.isOdd(view) && !view.dialogs.length;
}
