// Both adapters re-export the same classes: an app of yours imports them from the one it uses.
import { Forbidden } from '@faultless/express';
import { InvalidOrder, NoSuchOrder, OutOfCredit } from './problems.js';
import type { User } from './users.js';

/** An order as clients see it. */
export interface Order {
  readonly id: number;
  readonly owner: User;
  readonly item: string;
}

interface StoredOrder extends Order {
  /** Others must not even know that it exists. */
  readonly secret: boolean;
}

const ORDERS: readonly StoredOrder[] = [
  { id: 1, owner: 'ada', item: 'A difference engine', secret: false },
  { id: 2, owner: 'ada', item: 'A present for Bob', secret: true },
];

/** All orders of a user. */
export function listOrders(user: User): Order[] {
  return ORDERS.filter(({ owner }) => owner === user).map(showOrder);
}

/** An order, for its owner's eyes only. */
export function findOrder(user: User, id: string | undefined): Order {
  const order = ORDERS.find((candidate) => String(candidate.id) === id);
  if (order === undefined) throw new NoSuchOrder();
  if (order.owner === user) return showOrder(order);
  throw new Forbidden('Only the owner may see this order.', {
    // A secret order hides behind the very same.
    conceal: order.secret ? new NoSuchOrder() : false,
  });
}

/** Takes an order, if it is one. */
export function placeOrder(user: User, content: unknown): Order {
  const { item, quantity } = (content ?? {}) as { item?: unknown; quantity?: unknown };
  const errors: { detail: string; pointer: string }[] = [];
  if (typeof item !== 'string') {
    errors.push({ detail: 'must be a text', pointer: '#/item' });
  }
  if (!Number.isInteger(quantity) || Number(quantity) < 1) {
    errors.push({ detail: 'must be a whole number, 1 or more', pointer: '#/quantity' });
  }
  if (errors.length > 0) {
    throw new InvalidOrder({ errors });
  }
  return { id: ORDERS.length + 1, owner: user, item: String(item) };
}

/** Nobody here is rich enough. */
export function payOrder(user: User, id: string | undefined): never {
  const { item } = findOrder(user, id);
  throw new OutOfCredit({ balance: 30, price: 50 }, `${item} costs 50, and your balance is 30.`);
}

function showOrder({ id, owner, item }: StoredOrder): Order {
  return { id, owner, item };
}
