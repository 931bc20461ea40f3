import type { Product } from './product.ts';

function text(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) throw new Error(`No ${key} in the answer.`);
  return String(Reflect.get(value, key));
}

/** Cookies of `count` members, each invited by the admin and let in by the link. */
export async function members(product: Product, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const invitation = await product.call('admin.invite', {
      email: `member${i}@example.com`,
      role: 'member',
    });
    const token = text(invitation, 'url').split('#')[1] ?? '';
    const response = await fetch(`${product.origin}/trpc/auth.acceptInvitation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.origin },
      body: JSON.stringify({ token, name: `Member ${i}`, password: 'granite-otter-lantern-43' }),
    });
    if (!response.ok) throw new Error(`Member ${i}: ${response.status} ${await response.text()}`);
    cookies.push(response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }
  return cookies;
}
