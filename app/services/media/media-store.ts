// Where pictures live. Two stores speak this interface (local files, Cloudinary) and pass one conformance suite.
import type { RequestHandler } from 'express';

/** 320: half of a phone in a list. 720: all of a phone 360 wide at two dots a pixel. 1080: three dots, or a large screen. */
export const PICTURE_WIDTHS = [320, 720, 1080] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];
/** The preview of an address in a chat: JPEG of this size, cut from the middle. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

/** What is kept of a picture: enough to show it without asking the store. */
export interface StoredPicture {
  readonly store: 'local' | 'cloudinary';
  /** Local: content hash. Cloudinary: public id with version. */
  readonly storeKey: string;
  readonly width: number;
  readonly height: number;
  /** Average colour `#rrggbb`, shown while the picture loads. */
  readonly colour: string;
}

export interface UploadTicket {
  /** Where the browser posts the file, with these fields before it. */
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileField: string;
}

export type MediaRefusal = 'notAPicture' | 'tooLarge' | 'tooSmall' | 'unavailable' | 'quota';
export type MediaResult =
  | { readonly ok: true; readonly picture: StoredPicture }
  | { readonly ok: false; readonly reason: MediaRefusal };

export interface MediaStore {
  readonly kind: 'local' | 'cloudinary';
  /** Leave to upload one file under a key that the server chose. */
  createTicket(upload: { uploadId: string; storeKey: string; expiresAt: Date }): UploadTicket;
  /** True when a local ticket's signature belongs to this upload and is not past its time. */
  checkTicket(upload: { uploadId: string; expiresAt: Date; signature: string; now: Date }): boolean;
  /** Decodes, turns upright, strips everything but pixels, stores. The bytes come through us (no script, or local). */
  storeBytes(bytes: Uint8Array): Promise<MediaResult>;
  /** After a direct upload: looks at what really arrived under the key. */
  completeDirect(storeKey: string): Promise<MediaResult>;
  address(storeKey: string, width: PictureWidth, format: 'webp' | 'avif'): string;
  previewAddress(storeKey: string): string;
  delete(storeKey: string): Promise<void>;
  /** Express handler of the pictures it serves itself; passes everything else on. */
  serve(): RequestHandler;
}
