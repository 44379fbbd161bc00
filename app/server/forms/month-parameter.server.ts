// Reads `?bulan=YYYY-MM` of an address.

/** The month asked for, when it is one and not after `latest`; else `fallback`. */
export function readMonth(request: Request, latest: string, fallback = latest): string {
  const month = new URL(request.url).searchParams.get('bulan') ?? '';
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) && month <= latest ? month : fallback;
}
