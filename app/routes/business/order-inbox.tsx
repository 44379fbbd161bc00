// All orders of her shop: what waits for her first.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listShopOrders } from '#app/domain/orders/order-queries.server.ts';
import { listAskedReassignments } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { viewMakerOrder } from '#app/server/views/maker-order-view.ts';
import { textOf } from '#app/text/text.ts';
import { OrderRows } from '#app/ui/business/maker-order.tsx';
import { AskedRows } from '#app/ui/business/reassignment.tsx';

export const meta: MetaFunction = () => [{ title: 'Pesanan · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/order-inbox');
  const { db, now } = args.context;
  const [{ waiting, others }, asked] = await Promise.all([
    listShopOrders(db, actor),
    listAskedReassignments(db, actor),
  ]);
  return {
    asked,
    waiting: waiting.map((order) => viewMakerOrder(order, now())),
    others: others.map((order) => viewMakerOrder(order, now())),
  };
}

export default function OrderInbox() {
  const { asked, waiting, others } = useLoaderData<typeof loader>();
  const text = textOf('id');
  const words = text.order.status;
  return (
    <>
      <section>
        <h1 className="mb-2 text-xl">Perlu Ibu kerjakan</h1>
        <AskedRows asked={asked} words={text.reassignment} />
        {waiting.length > 0 ? (
          <OrderRows orders={waiting} words={words} />
        ) : asked.length > 0 ? null : (
          <p>Tidak ada yang menunggu. Pesanan baru muncul di sini.</p>
        )}
      </section>
      {others.length > 0 ? (
        <section>
          <h2 className="mb-2 text-lg">Lainnya</h2>
          <OrderRows orders={others} words={words} />
        </section>
      ) : null}
    </>
  );
}
