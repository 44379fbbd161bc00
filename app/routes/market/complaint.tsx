// How to complain, and within what time we answer (PP 80/2019, Permendag 31/2023).
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { InfoPage } from '#app/ui/frames/info-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { info, site } = textOf(data?.language ?? 'id');
  return [{ title: `${info.complaint.title} · ${site.name}` }, { name: 'description', content: info.complaint.lead }];
};

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/complaint');
  return { language: readLanguage(args.request).language };
}

export default function Complaint() {
  const { language } = useLoaderData<typeof loader>();
  return <InfoPage text={textOf(language).info.complaint} />;
}
