// Sends a photo ahead of its form: shrunk to 1600 px JPEG of at most 350 KB (a canvas drops the place it was taken), with progress,
// again under the same upload when the line is cut. A private photo is only shrunk, and goes with its form. Without this script the
// plain file field does the same work on the server.

/**
 * @typedef {{ ticket: { address: string, fields: Record<string, string>, fileField: string }, done: string, text: Record<string, string> }} UploadPlace
 */
const LONGEST_SIDE = 1600;
const MOST_BYTES = 350 * 1024;
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35];
const TRIES = 4;

/** @param {File} file @returns {Promise<Blob>} */
async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  /** @type {Blob | null} */
  let blob = null;
  for (const quality of QUALITIES) {
    blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= MOST_BYTES) break;
  }
  if (!blob) throw new Error('no picture');
  return blob;
}

/**
 * @param {string} address @param {FormData} body @param {(share: number) => void} onProgress
 * @returns {Promise<{ status: number, text: string }>}
 */
function post(address, body, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error('offline'));
    request.send(body);
  });
}

/** @param {UploadPlace} place @param {Blob} blob @param {(share: number) => void} onProgress */
async function send(place, blob, onProgress) {
  const { address, fields, fileField } = place.ticket;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append(fileField, blob, 'keset.jpg');
  for (let attempt = 1; ; attempt++) {
    try {
      const sent = await post(address, body, onProgress);
      // A store of its own has the file now: our server looks at it and answers for it.
      const answer = address === place.done ? sent : await post(place.done, new FormData(), () => {});
      if (answer.status < 500 || attempt === TRIES) return answer;
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1500 * attempt));
  }
}

/** @param {HTMLElement} box */
function enhance(box) {
  /** @type {UploadPlace} */
  const place = JSON.parse(box.dataset.photoUpload ?? '');
  const input = box.querySelector('input[type=file]');
  const status = box.querySelector('[role=status]');
  const list = box.querySelector('[data-photos]');
  if (!(input instanceof HTMLInputElement) || !status || !list) return;
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file || box.dataset.sent) return;
    try {
      status.textContent = place.text.shrinking ?? '';
      const blob = await shrink(file);
      const answer = await send(place, blob, (share) => {
        status.textContent = `${place.text.sending} ${Math.round(share * 100)} %`;
      });
      const photo = JSON.parse(answer.text);
      if (answer.status !== 200) throw new Error(photo.sentence);
      box.dataset.sent = '1';
      list.insertAdjacentHTML(
        'beforeend',
        '<li class="overflow-hidden rounded"><img class="aspect-4/3 w-full object-cover"></li>',
      );
      const item = /** @type {HTMLElement} */ (list.lastElementChild);
      const image = /** @type {HTMLImageElement} */ (item.firstElementChild);
      image.src = URL.createObjectURL(blob);
      image.alt = place.text.photo ?? '';
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = 'photoId';
      hidden.value = photo.photoId;
      item.append(hidden);
      input.value = '';
      status.textContent = place.text.kept ?? '';
    } catch {
      // The file stays in its field: the form carries it, and the server says what is wrong with it.
      status.textContent = place.text.later ?? '';
    }
  });
}

/** @param {Element} box */
function shrinkInPlace(box) {
  const input = box.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) return;
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const small = new DataTransfer();
      small.items.add(new File([await shrink(file)], 'foto.jpg', { type: 'image/jpeg' }));
      // She may have taken another one meanwhile.
      if (input.files?.[0] === file) input.files = small.files;
    } catch {
      // The form carries the file as it is, and the server says what is wrong with it.
    }
  });
}

for (const box of document.querySelectorAll('[data-photo-upload]')) enhance(/** @type {HTMLElement} */ (box));
for (const box of document.querySelectorAll('[data-photo-shrink]')) shrinkInPlace(box);
