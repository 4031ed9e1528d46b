// Where a file is saved: no test can answer the browser's own question.

/** Browsers in tests cannot be asked where to save; they download instead. */
export const withoutPicker = (page) => page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));

/** A file of the origin's own stands for the one that an operator would pick. */
export const withPicker = (page) =>
  page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
  });
