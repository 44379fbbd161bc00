// What a page needs to show a picture, or to send one ahead. Browser-safe shapes; the addresses are made on the server.

export interface PictureSources {
  /** Values of `srcset`. */
  readonly avif: string;
  readonly webp: string;
  /** For whoever does not read srcset. */
  readonly src: string;
  /** JPEG of 1200 x 630 for previews in chats. */
  readonly preview: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface KeptPhoto {
  readonly id: string;
  readonly picture: PictureSources;
}

/** Leave to upload one picture ahead of its form. */
export interface UploadPlace {
  readonly ticket: {
    readonly address: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly fileField: string;
  };
  /** Where our server is given the file (or told that it arrived), and answers with the photo's id. */
  readonly done: string;
}
