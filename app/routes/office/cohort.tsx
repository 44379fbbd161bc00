// One cohort: its members (names only for those who may open files) and the way to bring in a list.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/access/actor.ts';
import { findCohort } from '#app/domain/cohorts/cohort-queries.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { STAGE_WORDS } from '#app/ui/office/person-parts.tsx';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Angkatan · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/cohort');
  const cohort = await findCohort(args.context.db, viewer, args.params.slug ?? '');
  if (!cohort) throw new Response(null, { status: 404 });
  return {
    slug: cohort.slug,
    name: cohort.name,
    mayImport: can(viewer, 'cohort.import'),
    members:
      cohort.members?.map(({ person, stage, baseline }) => ({
        id: person.id,
        name: person.name,
        village: person.area?.name ?? '–',
        hasShop: person.shop !== null,
        stage,
        baseline: baseline ? (baseline.incomeRupiah ?? baseline.incomeAsWritten) : null,
      })) ?? null,
  };
}

export default function Cohort() {
  const { slug, name, mayImport, members } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">{name}</h1>
        <p className="flex flex-wrap gap-3">
          <a className="button button-quiet" href={href('officeOutcomes', undefined, { angkatan: slug })}>
            Hasil pendapatan
          </a>
          {mayImport ? (
            <a className="button" href={href('officeImport', { slug })}>
              Impor daftar peserta
            </a>
          ) : null}
        </p>
      </div>
      {members === null ? <p>Akun ini melihat angka saja, tanpa nama.</p> : null}
      {members?.length === 0 ? <p>Belum ada peserta. Mulai dengan mengimpor daftarnya.</p> : null}
      {members && members.length > 0 ? (
        <ScrollRegion label="Peserta">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Nama</th>
                <th scope="col">Kelurahan</th>
                <th scope="col">Tahap</th>
                <th scope="col">Toko</th>
                <th scope="col" className="number">
                  Penghasilan awal
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <tr key={member.id}>
                  <th scope="row">
                    <a href={href('officePerson', { id: member.id })}>{member.name}</a>
                  </th>
                  <td>{member.village}</td>
                  <td>{STAGE_WORDS[member.stage] ?? member.stage}</td>
                  <td>{member.hasShop ? 'buka' : '–'}</td>
                  <td className="number">
                    {typeof member.baseline === 'number' ? formatRupiah(member.baseline) : (member.baseline ?? '–')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
    </>
  );
}
