// A mat in a list, as a page shows it. Browser-safe.
import type { PictureSources } from '../photos/picture-sources.ts';

export interface ShownCard {
  readonly slug: string;
  readonly title: string;
  readonly fromRupiah: number;
  readonly isAvailable: boolean;
  readonly shopName: string;
  readonly shopSlug: string;
  readonly district: string;
  readonly picture: PictureSources | null;
}
