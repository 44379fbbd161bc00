// The two cookies of a cart: its secret token, and how many mats are in it (the only thing a shared page shows of a visitor).

const TOKEN = 'keranjang';
const COUNT = 'keranjang_isi';
const LIFE_SECONDS = 30 * 24 * 3600;

export function readCartToken(request: Request): string | null {
  return new RegExp(`(?:^|; )${TOKEN}=([\\w-]{22})(?:;|$)`).exec(request.headers.get('Cookie') ?? '')?.[1] ?? null;
}

export function cartCookies(cart: { token: string | null; count: number }, isSecure: boolean): [string, string][] {
  const rest = `Path=/; Max-Age=${LIFE_SECONDS}; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const cookies: [string, string][] = [['Set-Cookie', `${COUNT}=${cart.count}; ${rest}`]];
  if (cart.token) cookies.push(['Set-Cookie', `${TOKEN}=${cart.token}; HttpOnly; ${rest}`]);
  return cookies;
}
